package io.sevenfold.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A rep's day began and its capacity was levelled, once (P5).
 *
 * @param date local date in the rep's zone
 * @param replies touchpoints of replies owed, the longest owed first
 * @param due released today for the first time
 * @param overdue released on an earlier day and still open
 * @param moved what did not fit, in the open
 * @param load the coming days
 */
public record DayBegun(
        UUID repId,
        LocalDate date,
        List<UUID> replies,
        List<UUID> due,
        List<UUID> overdue,
        List<Moved> moved,
        List<DayLoad> load) {}
