package io.sevenfold.cadence.due;

import static io.sevenfold.delivery.sql.Sql.query;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.sevenfold.cadence.due.DueTouchpoint.Part;
import io.sevenfold.cadence.plan.RepCalendars;
import io.sevenfold.cadence.planning.RepCalendar;
import io.sevenfold.delivery.OutgoingEvent;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.sql.Row;
import io.sevenfold.events.DayBegun;
import io.sevenfold.events.DayLoad;
import io.sevenfold.events.Moved;
import io.sevenfold.events.Topic;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tells the days that began: what is owed, due, overdue and moved, and the load of the coming days (P5, N2). */
public final class DayReport {

    /** How many of the coming dates the load is told for. */
    private static final int DAYS_AHEAD = 14;

    private record MovedOf(Subject rep, Moved moved) {}

    private record LoadOf(Subject rep, DayLoad load) {}

    private record Running(List<String> workspaces, List<UUID> reps, List<LocalDate> days) {

        static Running of(List<RepDay> days) {
            return new Running(
                    days.stream().map(day -> day.rep().workspace()).toList(),
                    days.stream().map(day -> day.rep().id()).toList(),
                    days.stream().map(RepDay::day).toList());
        }
    }

    private static final String RUNNING = """
             join unnest(?::text[], ?::uuid[], ?::date[]) as running(workspace_id, rep_id, day)
               on running.workspace_id = t.workspace_id and running.rep_id = t.owner_id
            """;

    private DayReport() {}

    /** @param now when they began */
    static List<OutgoingEvent> of(Connection connection, List<RepDay> days, Instant now) throws SQLException {
        Running running = Running.of(days);
        Map<Subject, RepCalendar> calendars =
                RepCalendars.of(connection, days.stream().map(RepDay::rep).toList());
        Map<Subject, List<DueTouchpoint>> open = query(
                        connection,
                        DueTouchpoint.SQL.formatted(RUNNING),
                        DueTouchpoint::of,
                        running.workspaces,
                        running.reps,
                        running.days)
                .stream()
                .collect(groupingBy(DueTouchpoint::rep));
        Map<Subject, List<Moved>> moved = moved(connection, days);
        Map<Subject, List<DayLoad>> load = load(connection, days, DAYS_AHEAD);
        List<OutgoingEvent> events = new ArrayList<>();
        for (RepDay day : days) {
            List<DueTouchpoint> touchpoints = open.getOrDefault(day.rep(), List.of());
            RepCalendar calendar = calendars.get(day.rep());
            DayBegun begun = new DayBegun(
                    day.rep().id(),
                    day.day(),
                    calendar.digestAt(day.day(), now),
                    DueTouchpoint.ids(touchpoints, Part.REPLIES),
                    DueTouchpoint.ids(touchpoints, Part.DUE),
                    DueTouchpoint.ids(touchpoints, Part.OVERDUE),
                    DueTouchpoint.overdueFor(touchpoints, calendar, day.day()),
                    moved.getOrDefault(day.rep(), List.of()),
                    load.getOrDefault(day.rep(), List.of()));
            events.add(OutgoingEvent.of(Topic.TOUCHPOINTS.topicName(), day.rep(), begun));
        }
        return events;
    }

    /** What found no place in these running days, by rep, in P5's order. */
    public static Map<Subject, List<Moved>> moved(Connection connection, List<RepDay> days) throws SQLException {
        Running running = Running.of(days);
        return query(connection, MOVED, DayReport::moved, running.workspaces, running.reps, running.days).stream()
                .collect(groupingBy(MovedOf::rep, mapping(MovedOf::moved, toList())));
    }

    /** How many are planned for each of so many dates after these days, by rep; dates without any are left out. */
    public static Map<Subject, List<DayLoad>> load(Connection connection, List<RepDay> days, int ahead)
            throws SQLException {
        Running running = Running.of(days);
        return query(connection, LOAD, DayReport::load, running.workspaces, running.reps, running.days, ahead).stream()
                .collect(groupingBy(LoadOf::rep, mapping(LoadOf::load, toList())));
    }

    static final String MOVED = """
            select t.workspace_id, t.owner_id, t.id, t.contact_id, t.planned_on, t.due_on,
                   (select count(distinct earlier.day) from passed_over earlier
                     where earlier.workspace_id = t.workspace_id and earlier.contact_id = t.contact_id
                       and earlier.touchpoint_id = t.id and earlier.day >= t.planned_on)::int as days
              from touchpoint t""" + RUNNING + """
              join passed_over o on o.workspace_id = t.workspace_id and o.touchpoint_id = t.id and o.day = running.day
                                  and o.rep_id = running.rep_id
             where t.state = 'PLANNED' order by t.planned_on, t.id""";

    private static MovedOf moved(Row row) throws SQLException {
        return new MovedOf(
                row.subject("owner_id"),
                new Moved(
                        row.uuid("id"),
                        row.uuid("contact_id"),
                        row.date("planned_on"),
                        row.date("due_on"),
                        row.integer("days")));
    }

    private static final String LOAD = """
            select t.workspace_id, t.owner_id, t.due_on, count(*)::int as planned
              from touchpoint t""" + RUNNING + """
             where t.state = 'PLANNED' and t.due_on > running.day and t.due_on <= running.day + ?
             group by t.workspace_id, t.owner_id, t.due_on order by t.due_on""";

    private static LoadOf load(Row row) throws SQLException {
        LocalDate date = row.date("due_on");
        return new LoadOf(row.subject("owner_id"), new DayLoad(date, row.integer("planned")));
    }
}
