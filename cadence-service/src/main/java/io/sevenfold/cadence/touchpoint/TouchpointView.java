package io.sevenfold.cadence.touchpoint;

import io.sevenfold.cadence.plan.StoredTouchpoint;
import io.sevenfold.cadence.planning.PlannedTouchpoint;
import io.sevenfold.cadence.planning.Why;
import io.sevenfold.events.Channel;
import io.sevenfold.events.Intent;
import io.sevenfold.events.Reason;
import io.sevenfold.events.TouchpointKind;
import io.sevenfold.events.TouchpointState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One touchpoint as clients see it. */
@Schema(name = "Touchpoint")
public record TouchpointView(
        UUID id,
        UUID contactId,

        @Schema(description = "Who is to do it: the contact's owner, or in their absence who covers")
        UUID ownerId,

        Integer step,
        TouchpointKind kind,
        TouchpointState state,
        Channel channel,
        Intent intent,
        String guidance,

        @Schema(description = "Local date in the zone of who is to do it")
        LocalDate dueOn,

        List<Reason> reasons,

        @Schema(description = "The date and its reasons in one English sentence; without a date, what is waited for")
        String why,

        @Schema(description = "How often it became due") int round,
        Instant closedAt,

        @Schema(description = "Of a reply owed: when its clock started")
        Instant owedSince,

        @Schema(description = "Of a reply owed: when its clock ends")
        Instant answerBy) {

    public static TouchpointView of(StoredTouchpoint stored) {
        PlannedTouchpoint it = stored.touchpoint();
        return new TouchpointView(
                it.id(),
                stored.contactId(),
                stored.ownerId(),
                it.step(),
                it.kind(),
                it.state(),
                it.channel(),
                it.intent(),
                it.guidance(),
                it.dueOn(),
                it.reasons(),
                Why.of(it, stored.ownerId() != null),
                stored.round(),
                it.closedAt(),
                it.owedSince(),
                it.answerBy());
    }
}
