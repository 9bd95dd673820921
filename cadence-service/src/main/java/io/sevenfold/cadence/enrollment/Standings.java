package io.sevenfold.cadence.enrollment;

import static io.sevenfold.delivery.sql.Sql.query;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.sevenfold.cadence.enrollment.Standing.Enrolled;
import io.sevenfold.cadence.plan.RepCalendars;
import io.sevenfold.cadence.planning.Decision;
import io.sevenfold.cadence.planning.RepCalendar;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.sql.Row;
import io.sevenfold.events.EndReason;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Loads how things stand with many contacts: two queries, however many they are. */
final class Standings {

    private static final String CONTACTS = """
            select c.workspace_id, c.id as contact_id, c.owner_id, r.state as owner,
                   c.do_not_contact
                     or exists (select from interaction i
                                 where i.workspace_id = c.workspace_id and i.contact_id = c.id and not i.removed
                                   and i.outcome = 'NEVER' and i.opt_out_of is null
                                   and (c.lifted_at is null or i.occurred_at > c.lifted_at))
                     or exists (select from decision d
                                 where d.workspace_id = c.workspace_id and d.contact_id = c.id and d.kind = 'OPT_OUT'
                                   and (c.lifted_at is null or d.decided_at > c.lifted_at)) as opted_out,
                   (select max(i.occurred_at) from interaction i
                     where i.workspace_id = c.workspace_id and i.contact_id = c.id and not i.removed
                       and i.direction = 'OUTBOUND') as last_touch_at
              from contact c
              join unnest(?::text[], ?::uuid[]) as wanted(workspace_id, id) using (workspace_id, id)
              left join rep r on r.workspace_id = c.workspace_id and r.id = c.owner_id""";

    private static final String ENROLLMENTS = """
            select e.workspace_id, e.contact_id, e.id, e.cadence_id, e.started_at, e.end_reason, e.ended_at, e.words,
                   p.kind, p.until
              from enrollment e
              join unnest(?::text[], ?::uuid[]) as wanted(workspace_id, contact_id)
                on wanted.workspace_id = e.workspace_id and wanted.contact_id = e.contact_id
              left join lateral (
                select d.kind, d.until from decision d
                 where d.workspace_id = e.workspace_id and d.contact_id = e.contact_id and d.enrollment_id = e.id
                   and d.kind in ('PAUSE', 'RESUME')
                 order by d.decided_at desc, d.id desc limit 1) p on e.end_reason is null
             order by e.started_at desc, e.id desc""";

    private record Of<T>(Subject contact, T fact) {}

    private Standings() {}

    /** Of those contacts that are known here. */
    static Map<Subject, Standing> of(Connection connection, Collection<Subject> contacts) throws SQLException {
        List<String> workspaces = contacts.stream().map(Subject::workspace).toList();
        List<UUID> ids = contacts.stream().map(Subject::id).toList();
        Map<Subject, List<Enrolled>> enrollments = query(
                        connection,
                        ENROLLMENTS,
                        row -> new Of<>(row.subject("contact_id"), enrolled(row)),
                        workspaces,
                        ids)
                .stream()
                .collect(groupingBy(Of::contact, mapping(Of::fact, toList())));
        Map<String, RepCalendar> calendars = new HashMap<>();
        Map<Subject, Standing> standings = new HashMap<>();
        query(
                        connection,
                        CONTACTS,
                        row -> new Standing(
                                row.subject("contact_id"),
                                row.uuid("owner_id"),
                                calendar(calendars, row.text("owner")),
                                row.flag("opted_out"),
                                row.instant("last_touch_at"),
                                enrollments.getOrDefault(row.subject("contact_id"), List.of())),
                        workspaces,
                        ids)
                .forEach(standing -> standings.put(standing.contact(), standing));
        return standings;
    }

    private static RepCalendar calendar(Map<String, RepCalendar> known, String rep) {
        return rep == null ? null : known.computeIfAbsent(rep, RepCalendars::read);
    }

    private static Enrolled enrolled(Row row) throws SQLException {
        return new Enrolled(
                row.uuid("id"),
                row.uuid("cadence_id"),
                row.instant("started_at"),
                row.constant("end_reason", EndReason.class),
                row.instant("ended_at"),
                row.text("words"),
                row.constant("kind", Decision.Kind.class),
                row.date("until"));
    }
}
