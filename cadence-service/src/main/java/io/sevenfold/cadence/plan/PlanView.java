package io.sevenfold.cadence.plan;

import io.sevenfold.cadence.planning.Plan;
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

        @Schema(description = "Replies owed first, then the steps in order")
        List<Touchpoint> touchpoints) {

    static PlanView of(ContactFacts facts, Plan plan) {
        boolean enrolled = facts.situation().enrollment() != null;
        return new PlanView(
                facts.contact().id(),
                facts.ownerId(),
                enrolled ? PlanEvents.reference(facts.situation().enrollment().cadence()) : null,
                !enrolled ? null : plan.end() == null ? PlanState.ACTIVE : PlanState.ENDED,
                plan.waitingFor(),
                plan.end() == null ? null : plan.end().reason(),
                plan.touchpoints().stream().map(PlanEvents::touchpoint).toList());
    }
}
