package io.sevenfold.notifier.sending;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sevenfold.infra.ServiceTestResource;
import io.sevenfold.notifier.NotifierServiceTest;
import io.sevenfold.notifier.Workspace;
import io.sevenfold.notifier.sending.FaultySmtpServer.Fault;
import io.sevenfold.notifier.sending.FaultySmtpServer.Stage;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An SMTP server that misbehaves loses nothing and doubles nothing (N7). */
@NotifierServiceTest
class FaultsTest {

    @BeforeEach
    void makeRoom() {
        ServiceTestResource.mail().stop();
    }

    @AfterEach
    void mailServerIsThere() {
        // Its port is free again once the last connection to the faulty one is gone.
        await().ignoreExceptions().until(() -> {
            ServiceTestResource.mail().start();
            return true;
        });
    }

    @Test
    void triesAgainWhereTheServerIsBusy() throws IOException {
        try (FaultySmtpServer server = faulty(
                Fault.answer(Stage.RCPT, "450 busy"), Fault.answer(Stage.DOT, "451 later"), Fault.drop(Stage.DATA))) {
            // When
            Workspace acme = Workspace.known();
            acme.due();

            // Then
            acme.awaitStates("sent");
            assertEquals(1, server.taken().size());
            assertEquals(List.of("4"), field(acme, "attempts"));
        }
    }

    @Test
    void givesUpWhereTheServerRefuses() throws IOException {
        try (FaultySmtpServer server = faulty(Fault.answer(Stage.RCPT, "550 5.1.1 <somebody> is unknown"))) {
            // When
            Workspace acme = Workspace.known();
            acme.due();

            // Then
            acme.awaitStates("failed");
            assertEquals(List.of("550 5.1.1 at RCPT"), field(acme, "lastAnswer"));

            // And
            acme.due();
            acme.awaitStates("sent", "failed");
            assertEquals(1, server.taken().size());
        }
    }

    @Test
    void doesNotSendAgainWhatMayHaveArrived() throws IOException {
        try (FaultySmtpServer server = faulty(Fault.drop(Stage.DOT))) {
            // When
            Workspace acme = Workspace.known();
            acme.due();

            // Then
            acme.awaitStates("unknown");

            // And
            acme.due();
            acme.awaitStates("sent", "unknown");
            assertEquals(2, server.seen().size());
            assertEquals(1, server.taken().size());
        }
    }

    private static FaultySmtpServer faulty(Fault... faults) {
        int port = ServiceTestResource.mail().port();
        return await().ignoreExceptions().until(() -> new FaultySmtpServer(port, faults), server -> true);
    }

    private static List<String> field(Workspace workspace, String name) {
        return workspace
                .as("manager")
                .get("/v1/reminders")
                .then()
                .extract()
                .jsonPath()
                .getList("items." + name, String.class);
    }
}
