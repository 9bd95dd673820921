package io.sevenfold.notifier.sending;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sevenfold.events.TouchpointSkipped;
import io.sevenfold.infra.Database;
import io.sevenfold.notifier.NotifierServiceTest;
import io.sevenfold.notifier.Workspace;
import io.sevenfold.notifier.sending.Fault.Stage;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What failed, or may have, is sent again where an operator wants that: once, and as the mail it was (N7). */
@NotifierServiceTest
class ResendTest {

    private static final Fault REFUSED = Fault.answer(Stage.RCPT, "550 5.1.1 <somebody> is unknown");

    @Inject
    Clock clock;

    @Test
    void sendsTheFailedAgainAsTheMailItWas() throws IOException {
        try (FaultyMail mail = new FaultyMail(REFUSED)) {
            // Given
            Workspace acme = Workspace.known();
            acme.due();
            acme.awaitStates("failed");
            UUID reminder = acme.onlyReminder();
            String messageId = acme.as("admin").get("/v1/reminders/" + reminder).path("messageId");

            // When
            acme.as("admin")
                    .post("/v1/reminders/" + reminder + "/resend")
                    .then()
                    .statusCode(202)
                    .body("id", equalTo(reminder.toString()))
                    .body("resentAt", notNullValue())
                    .body("resentBy", notNullValue());

            // Then
            acme.awaitStates("sent");
            assertEquals(1, mail.server.taken().size());
            assertEquals(List.of(messageId), messageIds(mail));
        }
    }

    @Test
    void sendsWhatFailedHoursAgoAsTheMailItWas() throws IOException {
        try (FaultyMail mail = new FaultyMail(REFUSED)) {
            // Given
            Workspace acme = Workspace.known();
            acme.due();
            acme.awaitStates("failed");
            UUID reminder = acme.onlyReminder();
            String messageId = acme.as("admin").get("/v1/reminders/" + reminder).path("messageId");
            Database.change(
                    "update reminder set send_from = send_from - interval '5 hours' where workspace_id = ?",
                    acme.name());

            // When: nobody sends at once
            Database.change("""
                    update reminder set state = 'RETRYING', resent_at = now(), next_attempt_at = now() + interval '2 seconds'
                     where workspace_id = ?""", acme.name());

            // Then
            acme.awaitStates("sent");
            assertEquals(List.of(messageId), messageIds(mail));
        }
    }

    @Test
    void sendsTheUnknownAgain() throws IOException {
        try (FaultyMail mail = new FaultyMail(Fault.drop(Stage.DOT))) {
            Workspace acme = Workspace.known();
            acme.due();
            acme.awaitStates("unknown");

            // When
            acme.as("manager")
                    .post("/v1/reminders/" + acme.onlyReminder() + "/resend")
                    .then()
                    .statusCode(202);

            // Then
            acme.awaitStates("sent");
            assertEquals(2, mail.server.seen().size());
            assertEquals(
                    1,
                    mail.server.seen().stream()
                            .map(ResendTest::messageId)
                            .distinct()
                            .count());
        }
    }

    @Test
    void sendsOnceAtADoubleClick() throws IOException {
        try (FaultyMail mail = new FaultyMail(REFUSED)) {
            Workspace acme = Workspace.known();
            acme.due();
            acme.awaitStates("failed");
            String resend = "/v1/reminders/" + acme.onlyReminder() + "/resend";

            // When
            Stream.generate(() -> CompletableFuture.supplyAsync(
                            () -> acme.as("admin").post(resend).statusCode()))
                    .limit(4)
                    .toList()
                    .forEach(click -> assertEquals(202, click.join()));
            acme.awaitStates("sent");
            acme.as("admin").post(resend).then().statusCode(202);

            // Then
            acme.due();
            acme.awaitStates("sent", "sent");
            assertEquals(2, mail.server.seen().size());
        }
    }

    @Test
    void doesNotSendWhatNeedNotBeToldAnyMore_N4() throws IOException {
        try (FaultyMail mail = new FaultyMail(REFUSED)) {
            Workspace acme = Workspace.known();
            UUID touchpoint = acme.due();
            acme.awaitStates("failed");
            UUID reminder = acme.onlyReminder();
            acme.publish(
                    new TouchpointSkipped(acme.contactId(), touchpoint, acme.repId(), 1, clock.instant(), "me", null));
            await().until(() -> Database.query("select finished_round from touchpoint where id = ?", touchpoint)
                    .equals(List.of("1")));

            // When
            acme.as("admin")
                    .post("/v1/reminders/" + reminder + "/resend")
                    .then()
                    .statusCode(202);

            // Then
            acme.awaitStates("cancelled");
            assertEquals(0, mail.server.seen().size());
        }
    }

    @Test
    void refusesToSendAgainWhatWasSent() {
        Workspace acme = Workspace.known();
        acme.due();
        acme.awaitStates("sent");
        acme.as("admin")
                .post("/v1/reminders/" + acme.onlyReminder() + "/resend")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:sevenfold:problem:reminder-not-resendable"))
                .body("detail", containsString("is sent"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"app", "rep"})
    void isForOperators(String role) {
        Workspace.fresh()
                .as(role)
                .post("/v1/reminders/" + UUID.randomUUID() + "/resend")
                .then()
                .statusCode(403);
    }

    @Test
    void hidesAnotherWorkspacesReminders() throws IOException {
        try (FaultyMail mail = new FaultyMail(REFUSED)) {
            Workspace acme = Workspace.known();
            acme.due();
            acme.awaitStates("failed");
            String resend = "/v1/reminders/" + acme.onlyReminder() + "/resend";
            Workspace.fresh().as("admin").post(resend).then().statusCode(404);
            acme.awaitStates("failed");
        }
    }

    private static List<String> messageIds(FaultyMail mail) {
        return mail.server.taken().stream().map(ResendTest::messageId).toList();
    }

    private static String messageId(String mail) {
        return mail.lines()
                .filter(line -> line.startsWith("Message-ID: "))
                .findFirst()
                .map(line -> line.substring("Message-ID: ".length()))
                .orElseThrow();
    }
}
