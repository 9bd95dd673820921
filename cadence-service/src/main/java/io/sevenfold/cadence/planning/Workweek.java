package io.sevenfold.cadence.planning;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Set;

/**
 * The workspace's settings that planning needs.
 *
 * @param days the weekdays that gaps count (T3)
 * @param restAfterNo working days of rest after a no without a revisit date
 */
public record Workweek(Set<DayOfWeek> days, int restAfterNo) {

    public Workweek {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("A week without a day would let no gap end");
        }
    }

    /** Monday to Friday, ten working days. */
    public static final Workweek DEFAULT = new Workweek(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), 10);
}
