package io.sevenfold.cadence.due;

import static io.sevenfold.cadence.sql.Sql.batch;
import static io.sevenfold.cadence.sql.Sql.query;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.sevenfold.cadence.plan.Replanning;
import io.sevenfold.cadence.planning.DayLevelling;
import io.sevenfold.cadence.planning.DayLevelling.Candidate;
import io.sevenfold.cadence.sql.Row;
import io.sevenfold.delivery.OutgoingEvent;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.Subjects;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Releases what has a place in some running days, many reps at a time (P5): writes who found a place and who did not as facts,
 * and plans those contacts anew, which makes them due.
 */
final class Release {

    private record Wish(Subject rep, Candidate candidate) {}

    private record Placed(RepDay day, Candidate candidate) {}

    private final Connection connection;
    private final List<RepDay> days;
    private final Instant now;

    private Release(Connection connection, List<RepDay> days, Instant now) {
        this.connection = connection;
        this.days = days;
        this.now = now;
    }

    /**
     * Of days that just began: also what is due from days before takes its places, and the plans of all who wait or are overdue
     * are shown as of today.
     */
    static List<OutgoingEvent> atDayBegin(Connection connection, List<RepDay> days, Instant now) throws SQLException {
        return new Release(connection, days, now).run(true);
    }

    /** Of running days: what has come up since. */
    static List<OutgoingEvent> arrivals(Connection connection, List<RepDay> days, Instant now) throws SQLException {
        return new Release(connection, days, now).run(false);
    }

    private List<OutgoingEvent> run(boolean dayBegins) throws SQLException {
        Set<Subject> contacts = contactsOf(wishes(dayBegins));
        if (dayBegins) {
            contacts.addAll(waiting());
        }
        Subjects.lock(connection, contacts);
        // What changed before the locks were ours is seen now.
        Map<Subject, List<Candidate>> wishes =
                wishes(dayBegins).stream().collect(groupingBy(Wish::rep, mapping(Wish::candidate, toList())));
        List<Placed> released = new ArrayList<>();
        List<Placed> passedOver = new ArrayList<>();
        List<RepDay> levelled = new ArrayList<>();
        for (RepDay day : days) {
            DayLevelling result = DayLevelling.of(
                    day.day(), day.capacity(), day.capacity() - day.used(), wishes.getOrDefault(day.rep(), List.of()));
            result.release().forEach(candidate -> released.add(new Placed(day, candidate)));
            result.passedOver().forEach(candidate -> passedOver.add(new Placed(day, candidate)));
            levelled.add(new RepDay(day.rep(), day.day(), day.capacity(), day.used() + result.used()));
        }
        RepDays.save(connection, levelled, now);
        write(released, passedOver);
        return Replanning.replan(connection, contacts, Map.of(), now);
    }

    private List<Wish> wishes(boolean withThoseDue) throws SQLException {
        return query(
                connection,
                """
                select t.workspace_id, t.id, t.contact_id, t.owner_id, t.planned_on, t.state = 'DUE' as released,
                       p.last_theirs_at
                  from touchpoint t
                  join plan p on p.workspace_id = t.workspace_id and p.contact_id = t.contact_id
                  join unnest(?::text[], ?::uuid[], ?::date[]) as running(workspace_id, rep_id, day)
                    on running.workspace_id = t.workspace_id and running.rep_id = t.owner_id
                 where t.state in ('PLANNED', 'DUE') and t.due_on <= running.day and t.next and t.kind = 'STEP'
                   and (t.state = 'PLANNED' or ?)""",
                Release::wish,
                days.stream().map(day -> day.rep().workspace()).toList(),
                days.stream().map(day -> day.rep().id()).toList(),
                days.stream().map(RepDay::day).toList(),
                withThoseDue);
    }

    private static Wish wish(Row row) throws SQLException {
        return new Wish(
                new Subject(row.text("workspace_id"), row.uuid("owner_id")),
                new Candidate(
                        row.uuid("id"),
                        row.uuid("contact_id"),
                        row.date("planned_on"),
                        row.flag("released"),
                        row.instant("last_theirs_at")));
    }

    /** Contacts of these reps whose plan waits: its dates are shown as if the wait ended today. */
    private List<Subject> waiting() throws SQLException {
        return query(
                connection,
                """
                select p.workspace_id, p.contact_id from plan p
                  join unnest(?::text[], ?::uuid[]) as running(workspace_id, rep_id)
                    on running.workspace_id = p.workspace_id and running.rep_id = p.owner_id
                 where p.waiting_for is not null""",
                row -> new Subject(row.text("workspace_id"), row.uuid("contact_id")),
                days.stream().map(day -> day.rep().workspace()).toList(),
                days.stream().map(day -> day.rep().id()).toList());
    }

    private static Set<Subject> contactsOf(List<Wish> wishes) {
        Set<Subject> contacts = new HashSet<>();
        wishes.forEach(wish -> contacts.add(new Subject(wish.rep.workspace(), wish.candidate.contactId())));
        return contacts;
    }

    private void write(List<Placed> released, List<Placed> passedOver) throws SQLException {
        batch(connection, """
                insert into release (workspace_id, touchpoint_id, released_on, contact_id, rep_id, released_at)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing""", released, it -> with(it, now));
        batch(connection, """
                insert into passed_over (workspace_id, touchpoint_id, day, contact_id, rep_id)
                values (?, ?, ?, ?, ?) on conflict do nothing""", passedOver, it -> with(it));
    }

    private static Object[] with(Placed it, Object... more) {
        UUID rep = it.day.rep().id();
        LocalDate day = it.day.day();
        List<Object> values = new ArrayList<>(
                List.of(it.day.rep().workspace(), it.candidate.touchpointId(), day, it.candidate.contactId(), rep));
        values.addAll(List.of(more));
        return values.toArray();
    }
}
