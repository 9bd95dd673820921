package io.sevenfold.cadence.due;

import static io.sevenfold.cadence.sql.Sql.batch;
import static io.sevenfold.cadence.sql.Sql.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sevenfold.cadence.planning.RepCalendar;
import io.sevenfold.delivery.EventJson;
import io.sevenfold.delivery.Subject;
import io.sevenfold.events.Rep;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** When each rep's next day begins, and the days that began. */
public final class RepDays {

    /** When to look again at a rep whose absence has no end in sight. */
    private static final Duration LATER = Duration.ofDays(30);

    private static final int BATCH = 200;

    private record Waiting(Subject rep, Rep state, LocalDate currentDay, LocalDate nextDay) {}

    private record Next(Subject rep, LocalDate currentDay, LocalDate day, Instant begins) {}

    private RepDays() {}

    /** Sets when the next day of these reps begins, after their state changed. */
    public static void schedule(Connection connection, Collection<Subject> reps, Instant now) throws SQLException {
        List<Next> next = new ArrayList<>();
        for (Waiting rep : query(
                connection,
                "select * from rep join unnest(?::text[], ?::uuid[]) as wanted(workspace_id, id) using (workspace_id, id)",
                RepDays::waiting,
                reps.stream().map(Subject::workspace).toList(),
                reps.stream().map(Subject::id).toList())) {
            next.add(next(rep.rep, rep.state, rep.currentDay, now));
        }
        write(connection, next);
    }

    /** Begins the days whose time has come, of as many reps as fit a batch. A day that passed unseen does not begin any more (T6). */
    static List<RepDay> begin(Connection connection, Instant now) throws SQLException {
        List<Next> next = new ArrayList<>();
        List<RepDay> begun = new ArrayList<>();
        for (Waiting rep : query(
                connection,
                "select * from rep where next_day_begins_at <= ? order by next_day_begins_at limit ? for update skip locked",
                RepDays::waiting,
                now,
                BATCH)) {
            Next today = next(rep.rep, rep.state, rep.currentDay, now);
            if (today.day != null && !today.begins.isAfter(now)) {
                begun.add(new RepDay(rep.rep, today.day, rep.state.dailyCapacity(), 0));
                today = next(rep.rep, rep.state, today.day, now);
            }
            next.add(today);
        }
        write(connection, next);
        return begun;
    }

    /** Locks and reads the running days for which something waits to be released. */
    static List<RepDay> withArrivals(Connection connection, LocalDate latest) throws SQLException {
        return query(
                connection,
                """
                select d.* from rep_day d
                 where (d.workspace_id, d.rep_id, d.day) in (
                   select r.workspace_id, r.id, r.current_day from touchpoint t
                     join rep r on r.workspace_id = t.workspace_id and r.id = t.owner_id
                    where t.next and t.state = 'PLANNED' and t.due_on <= ? and t.due_on <= r.current_day
                    limit ?)
                 for update skip locked""",
                row -> new RepDay(
                        new Subject(row.text("workspace_id"), row.uuid("rep_id")),
                        row.date("day"),
                        row.integer("capacity"),
                        row.integer("used")),
                latest,
                BATCH);
    }

    /** Writes the days with the places taken now. */
    static void save(Connection connection, List<RepDay> days, Instant now) throws SQLException {
        batch(connection, """
                insert into rep_day (workspace_id, rep_id, day, capacity, used, began_at) values (?, ?, ?, ?, ?, ?)
                on conflict (workspace_id, rep_id, day) do update set used = excluded.used""", days, day ->
                new Object[] {day.rep().workspace(), day.rep().id(), day.day(), day.capacity(), day.used(), now});
    }

    private static Next next(Subject rep, Rep state, LocalDate currentDay, Instant now) {
        RepCalendar calendar = RepCalendar.of(state);
        LocalDate from = calendar.earliestFrom(now);
        if (currentDay != null && !from.isAfter(currentDay)) {
            from = currentDay.plusDays(1);
        }
        return calendar.workingDayFrom(from)
                .map(day -> new Next(rep, currentDay, day, calendar.dayBegins(day)))
                .orElseGet(() -> new Next(rep, currentDay, null, now.plus(LATER)));
    }

    private static void write(Connection connection, List<Next> next) throws SQLException {
        batch(connection, """
                update rep set current_day = ?, next_day = ?, next_day_begins_at = ? where workspace_id = ? and id = ?""", next, it ->
                new Object[] {it.currentDay, it.day, it.begins, it.rep.workspace(), it.rep.id()});
    }

    private static Waiting waiting(io.sevenfold.cadence.sql.Row row) throws SQLException {
        try {
            return new Waiting(
                    new Subject(row.text("workspace_id"), row.uuid("id")),
                    EventJson.mapper().readValue(row.text("state"), Rep.class),
                    row.date("current_day"),
                    row.date("next_day"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
