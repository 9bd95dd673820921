package io.sevenfold.cadence.team;

import static io.sevenfold.delivery.sql.Sql.query;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.sevenfold.cadence.insights.TeamPersistence;
import io.sevenfold.cadence.plan.RepCalendars;
import io.sevenfold.cadence.planning.RepCalendar;
import io.sevenfold.cadence.team.TeamWeek.Period;
import io.sevenfold.cadence.unseen.TeamUnseen;
import io.sevenfold.delivery.OutgoingEvent;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.sql.Row;
import io.sevenfold.events.OverdueReply;
import io.sevenfold.events.RepPersistence;
import io.sevenfold.events.TeamWeekBegun;
import io.sevenfold.events.Topic;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the teams of some managers stand: one query for each kind of thing told, however many there are. A team is who reports to the
 * manager directly, and nobody below them.
 */
final class TeamReport {

    private static final int LONGEST_UNSEEN = 10;

    /** What a mail can show, and an event can carry. */
    private static final int LONGEST_OWED = 50;

    private static final String IN_TEAMS =
            " (r.workspace_id, r.manager_id) in (select * from unnest(?::text[], ?::uuid[])) ";

    private static final String TEAMS =
            "select workspace_id, manager_id, id from rep r where" + IN_TEAMS + "order by id";

    private static final String OWED = """
            select * from (
              select r.workspace_id, r.manager_id, t.contact_id, t.id, t.owner_id, t.owed_since, t.answer_by,
                     row_number() over (partition by r.workspace_id, r.manager_id order by t.owed_since, t.id) as place
                from rep r
                join touchpoint t on t.workspace_id = r.workspace_id and t.owner_id = r.id
               where t.kind = 'REPLY_OWED' and t.state = 'DUE' and t.answer_by <= ? and""" + IN_TEAMS + """
              ) ranked
             where place <= ? order by place""";

    private record OwedTo(Subject manager, OverdueReply reply) {}

    private record Member(Subject manager, Subject rep) {}

    private final Connection connection;
    private final Instant now;

    TeamReport(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    /** Nothing is told to whom nobody reports any more. */
    List<OutgoingEvent> of(List<TeamWeek> weeks) throws SQLException {
        List<Subject> managers = weeks.stream().map(TeamWeek::manager).toList();
        Map<Subject, List<Subject>> teams = teams(managers);
        Map<Subject, RepPersistence> persistence = persistence(weeks, teams);
        Map<Subject, TeamUnseen> unseen = TeamUnseen.of(connection, managers, LONGEST_UNSEEN);
        Map<Subject, List<OverdueReply>> owed = owed(managers);
        Map<Subject, RepCalendar> calendars = RepCalendars.of(connection, managers);
        List<OutgoingEvent> events = new ArrayList<>();
        for (TeamWeek week : weeks) {
            Subject manager = week.manager();
            if (teams.containsKey(manager)) {
                TeamUnseen theirs = unseen.getOrDefault(manager, TeamUnseen.NONE);
                TeamWeekBegun told = new TeamWeekBegun(
                        manager.id(),
                        week.date(),
                        calendars.get(manager).digestAt(week.date(), now),
                        week.period().from(),
                        week.period().to(),
                        teams.get(manager).stream().map(persistence::get).toList(),
                        theirs.unseen(),
                        theirs.longest(),
                        owed.getOrDefault(manager, List.of()));
                events.add(OutgoingEvent.of(Topic.TOUCHPOINTS.topicName(), manager, told));
            }
        }
        return events;
    }

    private Map<Subject, List<Subject>> teams(List<Subject> managers) throws SQLException {
        return query(
                        connection,
                        TEAMS,
                        row -> new Member(row.subject("manager_id"), row.subject("id")),
                        managers.stream().map(Subject::workspace).toList(),
                        managers.stream().map(Subject::id).toList())
                .stream()
                .collect(groupingBy(Member::manager, mapping(Member::rep, toList())));
    }

    /** Managers whose weeks began at once mostly look back on the same weeks. */
    private Map<Subject, RepPersistence> persistence(List<TeamWeek> weeks, Map<Subject, List<Subject>> teams)
            throws SQLException {
        Map<Subject, RepPersistence> persistence = new HashMap<>();
        Map<Period, List<TeamWeek>> periods = weeks.stream().collect(groupingBy(TeamWeek::period));
        for (Map.Entry<Period, List<TeamWeek>> each : periods.entrySet()) {
            List<Subject> reps = each.getValue().stream()
                    .flatMap(week -> teams.getOrDefault(week.manager(), List.of()).stream())
                    .toList();
            persistence.putAll(TeamPersistence.of(
                    connection, reps, each.getKey().from(), each.getKey().to()));
        }
        return persistence;
    }

    private Map<Subject, List<OverdueReply>> owed(List<Subject> managers) throws SQLException {
        return query(
                        connection,
                        OWED,
                        TeamReport::owed,
                        now,
                        managers.stream().map(Subject::workspace).toList(),
                        managers.stream().map(Subject::id).toList(),
                        LONGEST_OWED)
                .stream()
                .collect(groupingBy(OwedTo::manager, mapping(OwedTo::reply, toList())));
    }

    private static OwedTo owed(Row row) throws SQLException {
        return new OwedTo(
                row.subject("manager_id"),
                new OverdueReply(
                        row.uuid("contact_id"),
                        row.uuid("id"),
                        row.uuid("owner_id"),
                        row.instant("owed_since"),
                        row.instant("answer_by")));
    }
}
