package io.sevenfold.cadence.planning;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What the levelling of days gone by did (P5): facts, kept per touchpoint.
 *
 * @param released the owner's dates on which the touchpoint was released
 * @param passedOver the owner's dates on which it found no place
 */
public record Levelling(Map<UUID, NavigableSet<LocalDate>> released, Map<UUID, NavigableSet<LocalDate>> passedOver) {

    private static final NavigableSet<LocalDate> NEVER = new TreeSet<>();

    /** Nothing was ever levelled. */
    public static final Levelling NONE = new Levelling(Map.of(), Map.of());

    /** The first release that the date allows: one from before belongs to an earlier round. Null: none. */
    LocalDate releasedSince(UUID touchpoint, LocalDate date) {
        return released.getOrDefault(touchpoint, NEVER).ceiling(date);
    }

    /** The last date since {@code date}, and before its release if it was released, on which the touchpoint found no place; null: none. */
    LocalDate passedOver(UUID touchpoint, LocalDate date, LocalDate released) {
        NavigableSet<LocalDate> days = passedOver.getOrDefault(touchpoint, NEVER);
        LocalDate last = released == null ? (days.isEmpty() ? null : days.last()) : days.lower(released);
        return last == null || last.isBefore(date) ? null : last;
    }
}
