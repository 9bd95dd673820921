package io.sevenfold.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sevenfold.infra.Database;
import io.sevenfold.infra.Events;
import io.sevenfold.infra.Events.Event;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What interactions-service says of an interaction with a contact. */
record Interactions(Workspace workspace, UUID contact, UUID interaction, Instant occurredAt) {

    void recorded(String outcome) {
        recorded(outcome, null);
    }

    void recorded(String outcome, String optOutOf) {
        send("InteractionRecorded", 1, outcome, optOutOf);
    }

    void corrected(long version, String outcome) {
        corrected(version, outcome, null);
    }

    void corrected(long version, String outcome, String optOutOf) {
        send("InteractionCorrected", version, outcome, optOutOf);
    }

    void removed(long version, String outcome, String optOutOf) {
        send("InteractionRemoved", version, outcome, optOutOf);
    }

    /** The same interaction, of the contact that this one went into. */
    Interactions of(UUID survivor) {
        return new Interactions(workspace, survivor, interaction, occurredAt);
    }

    private void send(String type, long version, String outcome, String optOutOf) {
        Events.send(
                "interactions", event(workspace, contact, interaction, type, version, outcome, optOutOf, occurredAt));
    }

    static Event event(
            Workspace workspace,
            UUID contact,
            UUID id,
            String type,
            long version,
            String outcome,
            String optOutOf,
            Instant occurredAt) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "id", id,
                "version", version,
                "contactId", contact,
                "direction", "inbound",
                "channel", "email",
                "outcome", outcome,
                "occurredAt", occurredAt,
                "recordedAt", occurredAt));
        if (optOutOf != null) {
            fields.put("optOutOf", optOutOf);
        }
        return new Event(workspace.name() + "/" + contact + "/" + id, type, Json.of(Map.of("interaction", fields)));
    }

    /** Waits until all that a topic holds so far is handled: until the offsets stored stand at the ends of the partitions. */
    static void awaitHandled(String topic) {
        await().untilAsserted(() -> {
            Map<Integer, Long> ends = Events.ends(topic);
            Map<Integer, Long> handled = new HashMap<>();
            Database.query("select partition || ' ' || next_offset from consumer_offset where topic = ?", topic)
                    .forEach(row -> handled.put(Integer.valueOf(row.split(" ")[0]), Long.valueOf(row.split(" ")[1])));
            ends.forEach((partition, end) -> assertThat(end == 0 ? 0 : handled.getOrDefault(partition, -1L))
                    .isGreaterThanOrEqualTo(end));
        });
    }
}
