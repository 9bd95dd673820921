package io.sevenfold.notifier.sending;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sevenfold.notifier.NotifierServiceTest;
import io.sevenfold.notifier.Workspace;
import io.sevenfold.notifier.sending.Fault.Stage;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** An SMTP server that misbehaves loses nothing and doubles nothing (N7). */
@NotifierServiceTest
class FaultsTest {

    @Test
    void triesAgainWhereTheServerIsBusy() throws IOException {
        try (FaultyMail mail = new FaultyMail(
                Fault.answer(Stage.RCPT, "450 busy"), Fault.answer(Stage.DOT, "451 later"), Fault.drop(Stage.DATA))) {
            // When
            Workspace acme = Workspace.known();
            acme.due();

            // Then
            acme.awaitStates("sent");
            assertEquals(1, mail.server.taken().size());
            assertEquals(List.of("4"), field(acme, "attempts"));
        }
    }

    @Test
    void givesUpWhereTheServerRefuses() throws IOException {
        try (FaultyMail mail = new FaultyMail(Fault.answer(Stage.RCPT, "550 5.1.1 <somebody> is unknown"))) {
            // When
            Workspace acme = Workspace.known();
            acme.due();

            // Then
            acme.awaitStates("failed");
            assertEquals(List.of("550 5.1.1 at RCPT"), field(acme, "lastAnswer"));

            // And
            acme.due();
            acme.awaitStates("sent", "failed");
            assertEquals(1, mail.server.taken().size());
        }
    }

    @Test
    void doesNotSendAgainWhatMayHaveArrived() throws IOException {
        try (FaultyMail mail = new FaultyMail(Fault.drop(Stage.DOT))) {
            // When
            Workspace acme = Workspace.known();
            acme.due();

            // Then
            acme.awaitStates("unknown");

            // And
            acme.due();
            acme.awaitStates("sent", "unknown");
            assertEquals(2, mail.server.seen().size());
            assertEquals(1, mail.server.taken().size());
        }
    }

    @Test
    void sendsTheNextMailOverTheSameConnection() throws IOException {
        try (FaultyMail mail = new FaultyMail()) {
            Workspace acme = Workspace.known();
            acme.due();
            acme.awaitStates("sent");

            // When
            acme.due();

            // Then
            acme.awaitStates("sent", "sent");
            assertEquals(1, mail.server.connections());
        }
    }

    static final List<List<Fault>> ENDS = List.of(
            List.of(Fault.answerAndDrop(Stage.DOT, "250 2.0.0 taken")),
            List.of(Fault.answer(Stage.DOT, "250 2.0.0 taken"), Fault.answer(Stage.MAIL, "421 4.7.0 enough")),
            List.of(Fault.answer(Stage.DOT, "250 2.0.0 taken"), Fault.drop(Stage.MAIL)));

    @ParameterizedTest
    @FieldSource("ENDS")
    void isNoFailedAttemptThatTheServerEndedAnIdleConnection(List<Fault> end) throws IOException {
        try (FaultyMail mail = new FaultyMail(end.toArray(Fault[]::new))) {
            Workspace acme = Workspace.known();
            acme.due();
            acme.awaitStates("sent");

            // When
            acme.due();

            // Then
            acme.awaitStates("sent", "sent");
            assertEquals(List.of("1", "1"), field(acme, "attempts"));
            assertEquals(2, mail.server.connections());
            assertEquals(2, mail.server.taken().size());
        }
    }

    @Test
    void waitsWithAllWhereTheServerDoesNotLetUsIn() throws IOException {
        try (FaultyMail mail = new FaultyMail(
                Fault.answer(Stage.MAIL, "530 5.7.0 log in first"),
                Fault.answer(Stage.GREETING, "421 4.3.2 busy"),
                Fault.drop(Stage.EHLO))) {
            // When
            Workspace acme = Workspace.known();
            acme.due();
            acme.due();

            // Then: of the mail that found it out it was an attempt, of the other it was none
            acme.awaitStates("sent", "sent");
            assertEquals(
                    List.of("1", "2"), field(acme, "attempts").stream().sorted().toList());
            assertTrue(mail.server.connections() >= 2);
        }
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
