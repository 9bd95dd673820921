package io.sevenfold.events;

import java.util.List;
import java.util.UUID;

/**
 * A contact's plan, whole, as of {@code version}.
 *
 * @param ownerId the rep whose dates these are; null: the plan waits, without dates (P9)
 * @param waitingFor what an active plan waits for; null: nothing
 * @param endReason why it ended; null while it is active
 */
public record PlanChanged(
        UUID contactId,
        long version,
        UUID enrollmentId,
        UUID ownerId,
        CadenceRef cadence,
        PlanState state,
        Waiting waitingFor,
        EndReason endReason,
        List<Touchpoint> touchpoints) {}
