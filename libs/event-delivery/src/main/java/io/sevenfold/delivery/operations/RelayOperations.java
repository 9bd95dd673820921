package io.sevenfold.delivery.operations;

import io.quarkus.vertx.http.ManagementInterface;
import io.sevenfold.delivery.RelayWatch;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** {@code GET /operations/relay}: who publishes, what waits to be published, and what holds it up. */
@Singleton
final class RelayOperations {

    private final Operations operations;
    private final RelayWatch relay;

    RelayOperations(Operations operations, RelayWatch relay) {
        this.operations = operations;
        this.relay = relay;
    }

    void routes(@Observes ManagementInterface management) {
        operations.look(management, "/operations/relay", call -> {
            call.knowsOnly();
            return relay.status();
        });
    }
}
