package io.sevenfold.cadence.plan;

import static io.sevenfold.delivery.sql.Sql.batch;

import io.sevenfold.cadence.cadence.Cadences;
import io.sevenfold.cadence.planning.Decision;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.sql.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What people decided. Written under the contact's lock, before it is planned anew. */
public final class Decisions {

    /** A decision and the contact it is about. */
    public record Of(Subject contact, Decision decision) {}

    private Decisions() {}

    /** Keeps what is not known yet: a decision never changes. */
    public static void keep(Connection connection, List<Of> decisions) throws SQLException {
        batch(connection, """
                insert into decision (workspace_id, id, contact_id, enrollment_id, touchpoint_id, kind, decided_at, decided_by,
                                      due_on, until, reason, cadence_id, cadence_version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""", decisions, Decisions::columns);
    }

    /** From a row that has all columns of the table, and those of the version applied. */
    static Decision read(Row row) throws SQLException {
        return new Decision(
                row.uuid("id"),
                row.uuid("enrollment_id"),
                row.uuid("touchpoint_id"),
                row.constant("kind", Decision.Kind.class),
                row.instant("decided_at"),
                row.text("decided_by"),
                row.date("due_on"),
                row.date("until"),
                row.text("reason"),
                row.integer("cadence_version") == null ? null : Cadences.read(row));
    }

    private static Object[] columns(Of it) {
        Decision decision = it.decision;
        return new Object[] {
            it.contact.workspace(),
            decision.id(),
            it.contact.id(),
            decision.enrollmentId(),
            decision.touchpointId(),
            decision.kind(),
            decision.at(),
            decision.by(),
            decision.dueOn(),
            decision.until(),
            decision.reason(),
            decision.cadence() == null ? null : decision.cadence().id(),
            decision.cadence() == null ? null : decision.cadence().version()
        };
    }
}
