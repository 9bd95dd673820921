package io.sevenfold.cadence.inbound;

import static io.sevenfold.delivery.sql.Sql.query;
import static io.sevenfold.delivery.sql.Sql.update;

import io.sevenfold.cadence.planning.ActiveEnrollment;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.sql.Row;
import io.sevenfold.events.Purpose;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Moves what is kept of a contact to the one it went into (P12): history, decisions and enrollments, of which one goes on. */
final class Merging {

    private static final String ACTIVE = """
            select e.id, coalesce(e.track, root.track, e.contact_id) as track, c.purpose, e.started_at,
                   (select count(*) from touchpoint t
                     where t.workspace_id = e.workspace_id and t.enrollment_id = e.id and t.contact_id = e.contact_id
                       and t.state = 'DONE')::int as done
              from enrollment e
              join cadence c on c.workspace_id = e.workspace_id and c.id = e.cadence_id and c.version = e.cadence_version
              left join lateral (
                select r.track from enrollment r
                 where r.workspace_id = e.workspace_id and r.contact_id = e.contact_id and r.goes_on limit 1) root on true
             where e.workspace_id = ? and e.contact_id in (?, ?) and e.end_reason is null""";

    /** Of enrollments that go on still, from whatever merging before, those of one contact do so from now on. */
    private static final String SETTLE = """
            update enrollment
               set merged_at = case when goes_on and track = ? then merged_at else ? end,
                   goes_on = coalesce(track, contact_id) = ?,
                   track = coalesce(track, contact_id)
             where workspace_id = ? and contact_id in (?, ?) and not follow_on and (merged_at is null or goes_on)""";

    private static final List<String> MOVED = List.of("enrollment", "decision", "release", "passed_over", "touchpoint");

    private Merging() {}

    /** Both contacts are locked. The merged one's touchpoints are taken back; as far as they stay, they become due anew. */
    static void merge(Connection connection, Subject merged, UUID into, Instant at) throws SQLException {
        String workspace = merged.workspace();
        List<ActiveEnrollment> active = query(connection, ACTIVE, Merging::active, workspace, merged.id(), into);
        UUID track =
                ActiveEnrollment.thatStays(active).map(ActiveEnrollment::track).orElse(into);
        update(connection, SETTLE, track, at, track, workspace, merged.id(), into);
        update(
                connection,
                "update touchpoint set state = 'PLANNED' where workspace_id = ? and contact_id = ? and state = 'DUE'",
                workspace,
                merged.id());
        update(connection, """
                update interaction set contact_id = ?, merged_from = coalesce(merged_from, contact_id)
                 where workspace_id = ? and contact_id = ?""", into, workspace, merged.id());
        update(connection, """
                update enrollment_job_item as item set contact_id = ?
                 where workspace_id = ? and contact_id = ?
                   and not exists (select from enrollment_job_item as other
                                    where other.workspace_id = item.workspace_id and other.job_id = item.job_id
                                      and other.contact_id = ?)""", into, workspace, merged.id(), into);
        for (String table : MOVED) {
            update(
                    connection,
                    "update " + table + " set contact_id = ? where workspace_id = ? and contact_id = ?",
                    into,
                    workspace,
                    merged.id());
        }
    }

    private static ActiveEnrollment active(Row row) throws SQLException {
        return new ActiveEnrollment(
                row.uuid("id"),
                row.uuid("track"),
                row.constant("purpose", Purpose.class),
                row.integer("done"),
                row.instant("started_at"));
    }
}
