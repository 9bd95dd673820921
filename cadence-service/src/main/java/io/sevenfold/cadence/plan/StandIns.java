package io.sevenfold.cadence.plan;

import static io.sevenfold.delivery.sql.Sql.batch;
import static io.sevenfold.delivery.sql.Sql.query;
import static java.util.stream.Collectors.toMap;

import io.sevenfold.cadence.planning.Colleagues;
import io.sevenfold.cadence.planning.RepCalendar;
import io.sevenfold.delivery.Subject;
import io.sevenfold.events.Absence;
import io.sevenfold.events.Rep;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who stands in for whom (P9), and when that comes to be or to an end by time alone. */
public final class StandIns {

    private StandIns() {}

    /** Of each of these reps, the colleagues that are known here: one query for all, none where nobody is ever away. */
    static Map<Subject, Colleagues> of(Connection connection, Map<Subject, Rep> reps) throws SQLException {
        Map<Subject, Set<Subject>> named = new HashMap<>();
        reps.forEach((subject, rep) -> {
            if (rep.absences() != null && !rep.absences().isEmpty()) {
                named.put(subject, named(subject, rep));
            }
        });
        Set<Subject> all = named.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        Map<Subject, RepCalendar> calendars = all.isEmpty() ? Map.of() : RepCalendars.of(connection, all);
        Map<Subject, Colleagues> colleagues = new HashMap<>();
        named.forEach((subject, theirs) -> colleagues.put(
                subject,
                new Colleagues(
                        theirs.stream().filter(calendars::containsKey).collect(toMap(Subject::id, calendars::get)))));
        return colleagues;
    }

    private static Set<Subject> named(Subject subject, Rep rep) {
        return Stream.concat(Stream.of(rep.managerId()), rep.absences().stream().map(Absence::coverRepId))
                .filter(Objects::nonNull)
                .map(id -> new Subject(subject.workspace(), id))
                .collect(Collectors.toSet());
    }

    /** These reps, and those for whom they may have to stand in: whose plans depend on their days. */
    public static Set<Subject> dependingOn(Connection connection, Collection<Subject> reps) throws SQLException {
        Set<Subject> depending = new HashSet<>(reps);
        depending.addAll(query(
                connection,
                """
                select distinct r.workspace_id, r.id from rep r
                  join unnest(?::text[], ?::uuid[]) as wanted(workspace_id, id)
                    on r.workspace_id = wanted.workspace_id and r.stand_ins @> array[wanted.id]""",
                row -> row.subject("id"),
                reps.stream().map(Subject::workspace).toList(),
                reps.stream().map(Subject::id).toList()));
        return depending;
    }

    /** Keeps who stands in for these reps and when that changes next; to be called under their locks. */
    public static void keep(Connection connection, Collection<Subject> reps, Instant now) throws SQLException {
        batch(
                connection,
                "update rep set stand_ins = ?::uuid[], absence_changes_at = ? where workspace_id = ? and id = ?",
                RepCalendars.of(connection, reps).entrySet(),
                known -> {
                    RepCalendar calendar = known.getValue();
                    return new Object[] {
                        List.copyOf(calendar.standIns(now)),
                        calendar.nextAbsenceChange(now).orElse(null),
                        known.getKey().workspace(),
                        known.getKey().id()
                    };
                });
    }
}
