package io.sevenfold.cadence.plan;

import io.sevenfold.cadence.planning.Plan;
import io.sevenfold.cadence.planning.Plan.End;
import io.sevenfold.cadence.planning.Plan.Enrolled;
import io.sevenfold.events.CadenceRef;
import io.sevenfold.events.EndReason;
import io.sevenfold.events.PlanState;
import io.sevenfold.events.Touchpoint;
import io.sevenfold.events.Waiting;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A contact's plan as clients see it. */
@Schema(name = "Plan")
record PlanView(
        UUID contactId,
        UUID ownerId,

        @Schema(description = "None where the contact was never enrolled")
        CadenceRef cadence,

        PlanState state,

        @Schema(description = "What an active plan waits for; no step is due meanwhile")
        Waiting waitingFor,

        EndReason endReason,

        @Schema(description = "Extra ones first (a reply owed, a thank-you), then the steps in order")
        List<Touchpoint> touchpoints) {

    static PlanView of(ContactFacts facts, Plan plan) {
        Enrolled current = plan.current();
        End end = plan.end();
        UUID enrollmentId = current == null ? null : current.enrollment().id();
        return new PlanView(
                facts.contact().id(),
                facts.ownerId(),
                current == null
                        ? null
                        : PlanEvents.reference(current.enrollment().cadence()),
                current == null ? null : end == null ? PlanState.ACTIVE : PlanState.ENDED,
                plan.waitingFor(),
                end == null ? null : end.reason(),
                plan.touchpoints().stream()
                        .filter(it ->
                                it.enrollmentId() == null || it.enrollmentId().equals(enrollmentId))
                        .map(it -> PlanEvents.touchpoint(it, facts.owner() != null))
                        .toList());
    }
}
