package io.sevenfold.cadence.plan;

import io.sevenfold.events.EndReason;
import io.sevenfold.events.PlanState;
import io.sevenfold.events.Waiting;
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
}
