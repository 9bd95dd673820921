package io.sevenfold.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A rep's day began and its capacity was levelled, once (P5).
 *
 * @param date local date in the rep's zone
 * @param digestAt when the day's digest is to come (N2): the rep's digest time on that date; null in events from before this was told
 * @param replies touchpoints of replies owed, the longest owed first
 * @param due released today for the first time
 * @param overdue released on an earlier day and still open
 * @param overdueFor the same, with how long; null in events from before this was told
 * @param moved what did not fit, in the open
 * @param load the coming days
 */
public record DayBegun(
        UUID repId,
        LocalDate date,
        Instant digestAt,
        List<UUID> replies,
        List<UUID> due,
        List<UUID> overdue,
        List<Overdue> overdueFor,
        List<Moved> moved,
        List<DayLoad> load) {}
