package io.sevenfold.system;

import static io.sevenfold.system.Sevenfold.eventually;
import static io.sevenfold.system.Sevenfold.itIs;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sevenfold.local.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Kafka goes away and comes back while work goes on: the APIs still accept, and all of it is told in the end. */
class BrokerRestartIT {

    private static final int CONTACTS = 60;

    @Test
    void acceptsAndDeliversThroughABrokerRestart() {
        // Given
        itIs("2027-02-01T07:00:00Z");
        Workspace workspace = Workspace.withRepWhoWantsEach(CONTACTS);

        // When
        List<UUID> contacts = new ArrayList<>();
        CompletableFuture<Void> restart = null;
        for (int i = 0; i < CONTACTS; i++) {
            if (i == CONTACTS / 3) {
                Sevenfold.stack().kafka().stop();
            }
            if (i == 2 * CONTACTS / 3) {
                restart = CompletableFuture.runAsync(
                        () -> Sevenfold.stack().kafka().start());
            }
            UUID id = UUID.randomUUID();
            int status = workspace
                    .as("app")
                    .body(Map.of("id", id, "name", "Contact " + i, "ownerId", workspace.rep))
                    .post(Sevenfold.url(Service.CONTACTS) + "/v1/contacts")
                    .statusCode();
            assertEquals(201, status, "the outbox accepts while Kafka is away");
            contacts.add(id);
        }
        restart.join();

        // Then
        contacts.forEach(workspace::awaitPlanned);
        itIs("2027-02-01T07:45:00Z");
        eventually().until(() -> workspace.mails().size() >= CONTACTS);
        eventually()
                .until(() -> workspace.reminders().stream()
                        .allMatch(it -> it.get("state").equals("sent")));
        assertEquals(CONTACTS, workspace.mails().size());
        assertEquals(CONTACTS, workspace.reminders().size());
    }
}
