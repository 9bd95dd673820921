package io.sevenfold.cadence.planning;

import static java.util.Comparator.naturalOrder;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the levelling of days gone by did (P5): facts, kept per touchpoint, each by date.
 *
 * @param released when the touchpoint was released
 * @param passedOver when it found no place
 */
public record Levelling(Map<UUID, List<Release>> released, Map<UUID, List<PassedOver>> passedOver) {

    /** Nothing was ever levelled. */
    public static final Levelling NONE = new Levelling(Map.of(), Map.of());

    /**
     * It was released to a rep.
     *
     * @param on that rep's date
     * @param basis what its date counted from then ({@link PlannedTouchpoint#basis()}); null: not known
     */
    public record Release(LocalDate on, UUID repId, String basis) {

        /**
         * Whether it is of this round: one from before the date belongs to an earlier one, unless the date counts from the same still,
         * and only zone, week or holidays moved it; what is already due stays due (T1).
         */
        boolean isOf(LocalDate date, String basisNow) {
            return !on.isBefore(date) || basisNow.equals(basis);
        }
    }

    /** A rep's date had no place for it. */
    public record PassedOver(LocalDate on, UUID repId) {}

    List<Release> released(UUID touchpoint) {
        return released.getOrDefault(touchpoint, List.of());
    }

    /** The rep's last date since {@code date}, and before {@code released} if that is not null, that had no place for it; null: none. */
    LocalDate passedOver(UUID touchpoint, UUID repId, LocalDate date, LocalDate released) {
        LocalDate last = null;
        for (PassedOver day : passedOver.getOrDefault(touchpoint, List.of())) {
            boolean counts = day.repId.equals(repId) && (released == null || day.on.isBefore(released));
            if (counts && !day.on.isBefore(date) && (last == null || day.on.isAfter(last))) {
                last = day.on;
            }
        }
        return last;
    }

    /** The last release on or before a date: that which made it due then; null: there was none. */
    LocalDate lastReleased(UUID touchpoint, LocalDate date) {
        return released(touchpoint).stream()
                .map(Release::on)
                .filter(on -> !on.isAfter(date))
                .max(naturalOrder())
                .orElse(null);
    }
}
