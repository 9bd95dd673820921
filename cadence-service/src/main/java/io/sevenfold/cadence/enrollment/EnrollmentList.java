package io.sevenfold.cadence.enrollment;

import static io.sevenfold.delivery.sql.Sql.query;

import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.Subjects;
import io.sevenfold.rest.Page;
import io.sevenfold.rest.PageRequest;
import io.sevenfold.rest.PlaceInTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads enrollments as clients see them. */
final class EnrollmentList {

    /** Paused: by the last such decision, and on the owner's date (T1). */
    private static final String ENROLLMENT = """
            select e.*, coalesce(e.applied_version, e.cadence_version) as version, c.owner_id, k.name as cadence_name, k.purpose,
                   case when p.kind = 'PAUSE'
                         and p.until > (?::timestamptz at time zone coalesce(r.state ->> 'timeZone', 'UTC'))::date
                        then p.until end as paused_until
              from enrollment e
              join contact c on c.workspace_id = e.workspace_id and c.id = e.contact_id
              join cadence k on k.workspace_id = e.workspace_id and k.id = e.cadence_id
                             and k.version = coalesce(e.applied_version, e.cadence_version)
              left join rep r on r.workspace_id = c.workspace_id and r.id = c.owner_id
              left join lateral (
                select d.kind, d.until from decision d
                 where d.workspace_id = e.workspace_id and d.contact_id = e.contact_id and d.enrollment_id = e.id
                   and d.kind in ('PAUSE', 'RESUME')
                 order by d.decided_at desc, d.id desc limit 1) p on e.end_reason is null
             where e.workspace_id = ?""";

    private EnrollmentList() {}

    static Optional<EnrollmentView> find(Connection connection, String workspace, UUID id, Instant now)
            throws SQLException {
        return query(connection, ENROLLMENT + " and e.id = ?", EnrollmentView::read, now, workspace, id).stream()
                .findFirst();
    }

    /** The newest first. */
    static Page<EnrollmentView> list(
            Connection connection, String workspace, EnrollmentFilter filter, PageRequest page, Instant now)
            throws SQLException {
        StringBuilder sql = new StringBuilder(ENROLLMENT);
        List<Object> values = new ArrayList<>(List.of(now, workspace));
        if (filter.contact != null) {
            sql.append(" and e.contact_id = ?");
            Subject named = new Subject(workspace, filter.contact);
            values.add(Subjects.look(connection, named).survivor(named).id());
        }
        if (filter.cadence != null) {
            sql.append(" and e.cadence_id = ?");
            values.add(filter.cadence);
        }
        if (filter.rep != null) {
            sql.append(" and c.owner_id = ?");
            values.add(filter.rep);
        }
        if (filter.state != null) {
            sql.append(filter.state.equals("active") ? " and e.end_reason is null" : " and e.end_reason is not null");
        }
        page.after().map(PlaceInTime::parse).ifPresent(after -> {
            sql.append(" and (e.started_at, e.id) < (?, ?)");
            values.add(after.at());
            values.add(after.id());
        });
        sql.append(" order by e.started_at desc, e.id desc limit ?");
        values.add(page.fetch());
        List<EnrollmentView> rows = query(connection, sql.toString(), EnrollmentView::read, values.toArray());
        return Page.of(rows, page, it -> new PlaceInTime(it.startedAt(), it.id()).toString(), it -> it);
    }
}
