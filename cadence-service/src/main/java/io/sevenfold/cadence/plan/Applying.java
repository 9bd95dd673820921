package io.sevenfold.cadence.plan;

import static io.sevenfold.delivery.sql.Sql.query;

import com.github.f4b6a3.uuid.UuidCreator;
import io.sevenfold.cadence.planning.Cadence;
import io.sevenfold.cadence.planning.Decision;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.sql.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * An active enrollment that is, or would be, taken to another version of its cadence (P7).
 *
 * @param due its step that is due, which stays as it is; null: none
 */
record Applying(Subject contact, UUID enrollmentId, UUID due) {

    /** A page of the active enrollments of a cadence by id; {@code after} is null: from the first on. */
    static List<Applying> page(Connection connection, String workspace, UUID cadence, UUID after, int limit)
            throws SQLException {
        return query(connection, """
                select e.workspace_id, e.contact_id, e.id, t.id as due
                  from (select workspace_id, contact_id, id from enrollment
                         where workspace_id = ? and cadence_id = ? and end_reason is null and (?::uuid is null or id > ?)
                         order by id limit ?) e
                  left join touchpoint t on t.workspace_id = e.workspace_id and t.contact_id = e.contact_id
                                        and t.enrollment_id = e.id and t.state = 'DUE'
                 order by e.id""", Applying::read, workspace, cadence, after, after, limit);
    }

    /** Those of them that are active still and not yet at that version. */
    static List<Applying> stillTo(Connection connection, Cadence version, Collection<Applying> page)
            throws SQLException {
        return query(
                connection,
                """
                select e.workspace_id, e.contact_id, e.id, t.id as due
                  from enrollment e
                  join unnest(?::text[], ?::uuid[]) as wanted(workspace_id, id) using (workspace_id, id)
                  left join touchpoint t on t.workspace_id = e.workspace_id and t.contact_id = e.contact_id
                                        and t.enrollment_id = e.id and t.state = 'DUE'
                 where e.cadence_id = ? and e.end_reason is null and coalesce(e.applied_version, e.cadence_version) < ?""",
                Applying::read,
                page.stream().map(it -> it.contact.workspace()).toList(),
                page.stream().map(Applying::enrollmentId).toList(),
                version.id(),
                version.version());
    }

    /** The decision that takes it there: the same whoever makes it, and only once. */
    Decisions.Of decision(Cadence version, Instant at, String by) {
        UUID id = UuidCreator.getNameBasedSha1(enrollmentId, "apply/" + version.version());
        return new Decisions.Of(
                contact, new Decision(id, enrollmentId, due, Decision.Kind.APPLY, at, by, null, null, null, version));
    }

    private static Applying read(Row row) throws SQLException {
        return new Applying(row.subject("contact_id"), row.uuid("id"), row.uuid("due"));
    }
}
