package io.sevenfold.cadence.plan;

import io.sevenfold.delivery.sql.Row;
import io.sevenfold.events.EndReason;
import io.sevenfold.events.PlanState;
import io.sevenfold.events.Waiting;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** The head of a contact's plan as it was last derived. */
record StoredPlan(
        long version,
        UUID enrollmentId,
        UUID ownerId,
        PlanState state,
        Waiting waitingFor,
        EndReason endReason,
        Instant endedAt,
        Instant lastTheirs,
        String traceparent) {

    static final StoredPlan NONE = new StoredPlan(0, null, null, null, null, null, null, null, null);

    /** Whether the head says the same, its version and the trace aside. */
    boolean sameAs(StoredPlan other) {
        return withVersion(0, null).equals(other.withVersion(0, null));
    }

    StoredPlan withVersion(long number, String trace) {
        return new StoredPlan(number, enrollmentId, ownerId, state, waitingFor, endReason, endedAt, lastTheirs, trace);
    }

    /** From a row that has all columns of the table. */
    static StoredPlan read(Row row) throws SQLException {
        return new StoredPlan(
                row.number("version"),
                row.uuid("enrollment_id"),
                row.uuid("owner_id"),
                row.constant("state", PlanState.class),
                row.constant("waiting_for", Waiting.class),
                row.constant("end_reason", EndReason.class),
                row.instant("ended_at"),
                row.instant("last_theirs_at"),
                row.text("traceparent"));
    }
}
