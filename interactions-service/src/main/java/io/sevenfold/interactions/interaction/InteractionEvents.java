package io.sevenfold.interactions.interaction;

import io.sevenfold.delivery.OutgoingEvent;
import io.sevenfold.delivery.Subject;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.InteractionCorrected;
import io.sevenfold.events.InteractionRecorded;
import io.sevenfold.events.InteractionRemoved;
import io.sevenfold.events.Topic;
import java.util.UUID;

/** What this service publishes, under the key {@code <workspace>/<contact>/<interaction>}. */
public final class InteractionEvents {

    private static final String TOPIC = Topic.INTERACTIONS.topicName();

    private InteractionEvents() {}

    public static OutgoingEvent recorded(String workspace, Interaction interaction) {
        return event(workspace, interaction, new InteractionRecorded(interaction));
    }

    public static OutgoingEvent corrected(String workspace, Interaction interaction) {
        return event(workspace, interaction, new InteractionCorrected(interaction));
    }

    /** The version after {@code last}: what it was, without anybody's words. */
    public static OutgoingEvent removed(String workspace, Interaction last) {
        Interaction removed = new Interaction(
                last.id(),
                last.version() + 1,
                last.contactId(),
                last.repId(),
                last.direction(),
                last.channel(),
                last.outcome(),
                last.occurredAt(),
                last.recordedAt(),
                last.touchpointId(),
                null,
                null,
                last.revisitOn(),
                last.returnOn(),
                last.meetingOn(),
                last.optOutOf(),
                last.mergedFrom());
        return event(workspace, removed, new InteractionRemoved(removed));
    }

    /** Takes what the topic holds of an interaction under this contact out of it. */
    public static OutgoingEvent tombstone(Subject contact, UUID interactionId) {
        return OutgoingEvent.tombstone(TOPIC, contact, interactionId.toString());
    }

    private static OutgoingEvent event(String workspace, Interaction interaction, Object data) {
        return OutgoingEvent.of(TOPIC, new Subject(workspace, interaction.contactId()), data)
                .withKeySuffix(interaction.id().toString());
    }
}
