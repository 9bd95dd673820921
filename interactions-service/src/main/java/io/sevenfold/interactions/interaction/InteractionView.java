package io.sevenfold.interactions.interaction;

import io.sevenfold.events.Channel;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An interaction as the API shows it; instants in UTC.
 *
 * @param version goes up with each correction
 * @param recordedAt when Sevenfold first learned of it
 * @param optOutOf with never: the one channel they opted out of; null: all of them
 * @param mergedFrom the contact it happened with, where that one was merged into {@code contactId} since (P12)
 */
@Schema(name = "Interaction")
public record InteractionView(
        UUID id,
        long version,
        UUID contactId,
        UUID repId,
        Direction direction,
        Channel channel,
        Outcome outcome,
        Instant occurredAt,
        Instant recordedAt,
        UUID touchpointId,
        String gave,
        String note,
        LocalDate revisitOn,
        LocalDate returnOn,
        LocalDate meetingOn,
        Channel optOutOf,
        UUID mergedFrom) {

    static InteractionView of(Interaction interaction) {
        return new InteractionView(
                interaction.id(),
                interaction.version(),
                interaction.contactId(),
                interaction.repId(),
                interaction.direction(),
                interaction.channel(),
                interaction.outcome(),
                interaction.occurredAt(),
                interaction.recordedAt(),
                interaction.touchpointId(),
                interaction.gave(),
                interaction.note(),
                interaction.revisitOn(),
                interaction.returnOn(),
                interaction.meetingOn(),
                interaction.optOutOf(),
                interaction.mergedFrom());
    }
}
