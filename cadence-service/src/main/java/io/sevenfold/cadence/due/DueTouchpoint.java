package io.sevenfold.cadence.due;

import io.sevenfold.cadence.planning.RepCalendar;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.sql.Row;
import io.sevenfold.events.Overdue;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A touchpoint that is due as a rep's day begins, and which part of the day's report tells of it.
 *
 * @param dueSince since which date of the rep's, in its present round
 */
record DueTouchpoint(Subject rep, UUID id, Part part, LocalDate dueSince) {

    enum Part {
        REPLIES,
        DUE,
        OVERDUE
    }

    /** Takes a join with the running days. Nobody's date is ahead of another zone's by more than one. */
    static final String SQL = """
            select t.workspace_id, t.owner_id, t.id, coalesce(t.due_since, t.due_on) as due_since,
                   case when t.kind = 'REPLY_OWED' then 'REPLIES' when t.due_on = running.day then 'DUE' else 'OVERDUE' end as part
              from touchpoint t%s
             where t.state = 'DUE' and t.due_on <= running.day + 1 order by t.owed_since, t.planned_on, t.id""";

    static DueTouchpoint of(Row row) throws SQLException {
        return new DueTouchpoint(
                row.subject("owner_id"), row.uuid("id"), row.constant("part", Part.class), row.date("due_since"));
    }

    static List<UUID> ids(List<DueTouchpoint> touchpoints, Part part) {
        return touchpoints.stream()
                .filter(it -> it.part == part)
                .map(DueTouchpoint::id)
                .toList();
    }

    /** For how many working days (T2) of whose they are now: the owner's, or of who covers for them (P9). */
    static List<Overdue> overdueFor(List<DueTouchpoint> touchpoints, RepCalendar calendar, LocalDate day) {
        Map<LocalDate, Integer> workingDays = new HashMap<>();
        return touchpoints.stream()
                .filter(it -> it.part == Part.OVERDUE)
                .map(it -> new Overdue(
                        it.id,
                        workingDays.computeIfAbsent(it.dueSince, since -> calendar.workingDaysAfter(since, day))))
                .toList();
    }
}
