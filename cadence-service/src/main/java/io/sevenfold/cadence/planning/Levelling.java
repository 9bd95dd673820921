package io.sevenfold.cadence.planning;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What the levelling of days gone by did (P5): facts, kept per touchpoint.
 *
 * @param released the owner's dates on which the touchpoint was released, each with the basis its date had then
 *     ({@link PlannedTouchpoint#basis()}); null: not known
 * @param passedOver the owner's dates on which it found no place
 */
public record Levelling(
        Map<UUID, NavigableMap<LocalDate, String>> released, Map<UUID, NavigableSet<LocalDate>> passedOver) {

    private static final NavigableSet<LocalDate> NEVER = new TreeSet<>();
    private static final NavigableMap<LocalDate, String> NEVER_RELEASED = new TreeMap<>();

    /** Nothing was ever levelled. */
    public static final Levelling NONE = new Levelling(Map.of(), Map.of());

    /**
     * The first release that holds: one from before the date belongs to an earlier round, unless the date counts from the same
     * still, and only zone, week or holidays moved it; what is already due stays due (T1). Null: none.
     */
    LocalDate released(UUID touchpoint, LocalDate date, String basis) {
        for (Map.Entry<LocalDate, String> release :
                released.getOrDefault(touchpoint, NEVER_RELEASED).entrySet()) {
            if (!release.getKey().isBefore(date) || basis.equals(release.getValue())) {
                return release.getKey();
            }
        }
        return null;
    }

    /** The last release on or before a date: that which made it due then; null: there was none. */
    LocalDate lastReleased(UUID touchpoint, LocalDate date) {
        return released.getOrDefault(touchpoint, NEVER_RELEASED).floorKey(date);
    }

    /** The last date since {@code date}, and before its release if it was released, on which the touchpoint found no place; null: none. */
    LocalDate passedOver(UUID touchpoint, LocalDate date, LocalDate released) {
        NavigableSet<LocalDate> days = passedOver.getOrDefault(touchpoint, NEVER);
        LocalDate last = released == null ? (days.isEmpty() ? null : days.last()) : days.lower(released);
        return last == null || last.isBefore(date) ? null : last;
    }
}
