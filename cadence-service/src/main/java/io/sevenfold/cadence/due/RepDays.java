package io.sevenfold.cadence.due;

import static io.sevenfold.delivery.sql.Sql.batch;
import static io.sevenfold.delivery.sql.Sql.query;
import static io.sevenfold.delivery.sql.Sql.update;

import io.sevenfold.cadence.plan.RepCalendars;
import io.sevenfold.cadence.planning.RepCalendar;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.sql.Row;
import io.sevenfold.events.Rep;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** When each rep's next day begins, and the days that began. Written under the rep's lock. */
public final class RepDays {

    /** When to look again at a rep whose absence has no end in sight. */
    private static final Duration LATER = Duration.ofDays(30);

    /** So many reps at once: each of their contacts is a lock, and the database holds only so many. */
    private static final int BATCH = 20;

    private record Known(Subject rep, Rep state, RepCalendar calendar, LocalDate currentDay) {

        static Known of(Row row) throws SQLException {
            Rep state = RepCalendars.state(row.text("state"));
            return new Known(row.subject("id"), state, RepCalendar.of(state), row.date("current_day"));
        }

        /** A day that passed unseen does not begin any more (T6). Null: there is none in sight. */
        LocalDate nextDay(Instant now) {
            LocalDate from = calendar.earliestFrom(now);
            if (currentDay != null && !from.isAfter(currentDay)) {
                from = currentDay.plusDays(1);
            }
            return calendar.workingDayFrom(from).orElse(null);
        }

        boolean begins(LocalDate day, Instant now) {
            return day != null && !calendar.dayBegins(day).isAfter(now);
        }

        Known on(LocalDate day) {
            return new Known(rep, state, calendar, day);
        }
    }

    private RepDays() {}

    /** Sets when the next day of these reps begins, after their state changed. */
    public static void schedule(Connection connection, Collection<Subject> reps, Instant now) throws SQLException {
        write(connection, known(connection, reps, ""), now);
    }

    /** The days whose time has come, of as many reps as fit a batch; null where none is in sight. Nothing is locked yet. */
    static List<RepDay> coming(Connection connection, Instant now) throws SQLException {
        List<RepDay> coming = new ArrayList<>();
        for (Known rep : query(
                connection,
                "select * from rep where next_day_begins_at <= ? order by next_day_begins_at limit ?",
                Known::of,
                now,
                BATCH)) {
            coming.add(new RepDay(rep.rep, rep.nextDay(now), rep.state.dailyCapacity(), 0));
        }
        return coming;
    }

    /** Begins the days of these reps, who are locked by now, where that is still to be done. */
    static List<RepDay> begin(Connection connection, Collection<Subject> reps, Instant now) throws SQLException {
        List<RepDay> begun = new ArrayList<>();
        List<Known> seen = new ArrayList<>();
        for (Known rep : known(connection, reps, " where next_day_begins_at <= ?", now)) {
            LocalDate day = rep.nextDay(now);
            boolean begins = rep.begins(day, now);
            if (begins) {
                begun.add(new RepDay(rep.rep, day, rep.state.dailyCapacity(), 0));
            }
            seen.add(begins ? rep.on(day) : rep);
        }
        write(connection, seen, now);
        beginTeamWeeks(connection, begun);
        return begun;
    }

    /** Notes the days with which the week of somebody who manages others begins, to be told of once. */
    private static void beginTeamWeeks(Connection connection, List<RepDay> begun) throws SQLException {
        update(
                connection,
                """
                update rep m set team_week_begun_on = begun.day
                  from unnest(?::text[], ?::uuid[], ?::date[]) as begun(workspace_id, id, day)
                 where m.workspace_id = begun.workspace_id and m.id = begun.id
                   and (m.team_week is null or begun.day >= m.team_week + 7)
                   and exists (select 1 from rep r where r.workspace_id = m.workspace_id and r.manager_id = m.id)""",
                begun.stream().map(day -> day.rep().workspace()).toList(),
                begun.stream().map(day -> day.rep().id()).toList(),
                begun.stream().map(RepDay::day).toList());
    }

    /** Locks and reads the running days for which something waits to be released. */
    static List<RepDay> withArrivals(Connection connection, LocalDate latest, Instant now) throws SQLException {
        return query(
                connection,
                """
                select d.* from rep_day d
                 where (d.workspace_id, d.rep_id, d.day) in (
                   select distinct r.workspace_id, r.id, r.current_day from touchpoint t
                     join rep r on r.workspace_id = t.workspace_id and r.id = t.owner_id
                    where t.next and t.state = 'PLANNED' and t.due_on <= ? and t.due_on <= r.current_day
                      and r.current_day_ends_at > ?
                    limit ?)
                 for update skip locked""",
                row -> new RepDay(row.subject("rep_id"), row.date("day"), row.integer("capacity"), row.integer("used")),
                latest,
                now,
                BATCH);
    }

    /** Writes the days with the places taken now. */
    static void save(Connection connection, List<RepDay> days, Instant now) throws SQLException {
        batch(connection, """
                insert into rep_day (workspace_id, rep_id, day, capacity, used, began_at) values (?, ?, ?, ?, ?, ?)
                on conflict (workspace_id, rep_id, day) do update set used = excluded.used""", days, day ->
                new Object[] {day.rep().workspace(), day.rep().id(), day.day(), day.capacity(), day.used(), now});
    }

    private static List<Known> known(Connection connection, Collection<Subject> reps, String where, Object... more)
            throws SQLException {
        List<Object> parameters = new ArrayList<>();
        parameters.add(reps.stream().map(Subject::workspace).toList());
        parameters.add(reps.stream().map(Subject::id).toList());
        parameters.addAll(List.of(more));
        return query(
                connection,
                "select * from rep join unnest(?::text[], ?::uuid[]) as wanted(workspace_id, id) using (workspace_id, id)"
                        + where,
                Known::of,
                parameters.toArray());
    }

    private static void write(Connection connection, List<Known> reps, Instant now) throws SQLException {
        batch(connection, """
                update rep set current_day = ?, current_day_ends_at = ?, next_day = ?, next_day_begins_at = ?
                 where workspace_id = ? and id = ?""", reps, it -> {
            LocalDate next = it.nextDay(now);
            return new Object[] {
                it.currentDay,
                it.currentDay == null ? null : it.calendar.hoursEnd(it.currentDay),
                next,
                next == null ? now.plus(LATER) : it.calendar.dayBegins(next),
                it.rep.workspace(),
                it.rep.id()
            };
        });
    }
}
