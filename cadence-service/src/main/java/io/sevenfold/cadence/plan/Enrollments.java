package io.sevenfold.cadence.plan;

import static io.sevenfold.delivery.sql.Sql.batch;

import io.sevenfold.delivery.Subject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The enrollments that people start. Written under the contact's lock, before it is planned anew. */
public final class Enrollments {

    /** One that starts; an active one of that contact ends then, as moved. */
    public record Start(Subject contact, UUID id, UUID cadenceId, int cadenceVersion, Instant at, String by) {}

    private Enrollments() {}

    /** Keeps what is not known yet. After contacts were merged, what starts continues the enrollments that go on (P12). */
    public static void start(Connection connection, List<Start> starts) throws SQLException {
        batch(connection, """
                insert into enrollment (workspace_id, id, contact_id, cadence_id, cadence_version, started_at, started_by,
                                        track, merged_at, goes_on)
                select ?, ?, wanted.contact_id, ?, ?, ?, ?, going.track, going.merged_at, going.goes_on
                  from (select ?::text as workspace_id, ?::uuid as contact_id) wanted
                  left join lateral (
                    select e.track, e.merged_at, e.goes_on from enrollment e
                     where e.workspace_id = wanted.workspace_id and e.contact_id = wanted.contact_id and e.goes_on
                     limit 1) going on true
                on conflict do nothing""", starts, start -> new Object[] {
            start.contact.workspace(),
            start.id,
            start.cadenceId,
            start.cadenceVersion,
            start.at,
            start.by,
            start.contact.workspace(),
            start.contact.id()
        });
    }
}
