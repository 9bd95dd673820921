package io.sevenfold.notifier.sending;

import static io.sevenfold.notifier.Operator.operator;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.response.ValidatableResponse;
import io.sevenfold.events.TouchpointDone;
import io.sevenfold.infra.Database;
import io.sevenfold.infra.Mail;
import io.sevenfold.infra.ServiceTestResource;
import io.sevenfold.infra.SettableClock;
import io.sevenfold.notifier.NotifierServiceTest;
import io.sevenfold.notifier.Workspace;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** While an operator has paused a workspace, none of its mails is sent, none is lost, and afterwards none comes twice (N7). */
@NotifierServiceTest
class PauseTest {

    @Inject
    Clock clock;

    @Inject
    Sender sender;

    @Inject
    Claims claims;

    @Inject
    ReminderMetrics metrics;

    @Inject
    MeterRegistry meters;

    private Instant start;

    @BeforeEach
    void remembersTheTime() {
        start = clock.instant();
    }

    @AfterEach
    void leavesNothingPaused() {
        ServiceTestResource.mail().start();
        Database.change("delete from sending_pause");
        ((SettableClock) clock).set(start);
    }

    @Test
    void holdsAllMailsOfTheWorkspaceAndOfNoOther() {
        // Given
        Workspace acme = known();
        pause(acme, "they import their contacts anew")
                .statusCode(200)
                .body("workspace", equalTo(acme.name()))
                .body("why", equalTo("they import their contacts anew"))
                .body("since", equalTo(start.toString()));

        // When
        due(acme, 3);
        acme.awaitStates(all(3, "pending"));
        awaitMails(acme, 3);
        othersAreSent();

        // Then
        assertEquals(0, acme.mails().size());
        operator()
                .get("/operations/sending")
                .then()
                .statusCode(200)
                .rootPath("items.find { it.workspace == '%s' }".formatted(acme.name()))
                .body("why", equalTo("they import their contacts anew"))
                .body("since", equalTo(start.toString()))
                .body("mailsWaiting", equalTo(3))
                .body("announcementsWaiting", equalTo(0));

        // When
        resume(acme).statusCode(200).body("mailsWaiting", equalTo(3));

        // Then
        acme.awaitStates(all(3, "sent"));
        assertEquals(3, acme.mails().size());
        operator()
                .get("/operations/sending")
                .then()
                .body("items.find { it.workspace == '%s' }".formatted(acme.name()), nullValue());
    }

    @Test
    void isSentOnceWhereReplicasRaceWithPauseAndResume() {
        // Given
        Workspace acme = Workspace.fresh();
        acme.addContact();
        due(acme, 60);
        awaitMails(acme, 60);

        // When: replicas send as fast as they can, while an operator cannot make up their mind
        List<CompletableFuture<Void>> replicas = Stream.generate(() -> CompletableFuture.runAsync(() -> {
                    while (!acme.states().equals(List.of(all(60, "sent")))) {
                        sender.sendDue(() -> {});
                    }
                }))
                .limit(3)
                .toList();
        acme.addRep();
        await().until(() -> knows(acme));
        for (int i = 0; i < 5; i++) {
            pause(acme, "again").statusCode(200);
            resume(acme).statusCode(200);
        }
        replicas.forEach(CompletableFuture::join);

        // Then
        assertEquals(60, acme.mails().size());
        assertEquals(60, acme.mails().stream().map(Mail::messageId).distinct().count());
    }

    @Test
    void isClaimedByNoReplicaWhilePaused() {
        // Given
        Workspace acme = known();
        pause(acme, "complaints");
        due(acme, 40);
        awaitMails(acme, 40);

        // When
        Stream.generate(() -> CompletableFuture.runAsync(() -> sender.sendDue(() -> {})))
                .limit(3)
                .toList()
                .forEach(CompletableFuture::join);

        // Then
        acme.awaitStates(all(40, "pending"));
        assertEquals(
                List.of("0"), Database.query("select sum(attempts) from reminder where workspace_id = ?", acme.name()));
        assertEquals(0, acme.mails().size());
    }

    @Test
    void endsWhatASenderAlreadyHasInHand() {
        // Given
        Workspace acme = Workspace.fresh();
        acme.addContact();
        acme.due();
        UUID reminder = acme.onlyReminder();
        Attempt attempt = RacesTest.claimed(acme, reminder, 60_000);

        // When
        acme.addRep();
        await().until(() -> knows(acme));
        pause(acme, "complaints").statusCode(200);

        // Then
        assertTrue(claims.begin(attempt));
    }

    @Test
    void comesByTheNextDigestWhereItIsStaleByThen_N1() {
        // Given
        Workspace acme = Workspace.withDigests();
        pause(acme, "complaints").statusCode(200);
        for (int i = 0; i < 3; i++) {
            acme.dueSince(start);
        }
        acme.awaitAnnouncements(all(3, "due waiting"));
        ((SettableClock) clock).advance(Duration.ofMinutes(10));
        acme.awaitReminders("follow_up pending");

        // When
        ((SettableClock) clock).advance(Duration.ofHours(3));
        acme.awaitReminders("follow_up cancelled");
        resume(acme).statusCode(200).body("mailsWaiting", equalTo(0)).body("announcementsWaiting", equalTo(3));
        othersAreSent();

        // Then
        acme.awaitAnnouncements(all(3, "due waiting"));
        assertEquals(0, acme.mails().size());

        // And
        Instant tomorrow = start.plus(Duration.ofDays(1));
        ((SettableClock) clock).set(tomorrow);
        acme.dayBegun(tomorrow, List.of(), List.of(), Map.of());
        acme.awaitAnnouncements(all(3, "due sent"));
        assertEquals(1, acme.mails().size());
        acme.assertAllAccountedFor();
    }

    @Test
    void leavesOutWhatWasDoneMeanwhile_N4() {
        // Given
        Workspace acme = known();
        pause(acme, "complaints").statusCode(200);
        UUID touchpoint = acme.due();
        awaitMails(acme, 1);
        acme.publish(new TouchpointDone(acme.contactId(), touchpoint, acme.repId(), 1, start, null, null));
        await().until(() -> Database.query("select finished_round from touchpoint where id = ?", touchpoint)
                .equals(List.of("1")));

        // When
        resume(acme).statusCode(200);

        // Then
        acme.awaitStates("cancelled");
        acme.due();
        acme.awaitStates("sent", "cancelled");
        assertEquals(1, acme.mails().size());
    }

    @Test
    void wakesNobodyForWhatAnOperatorPaused() {
        // Given: what the mail server keeps waiting for an hour is somebody's business
        ServiceTestResource.mail().stop();
        Workspace acme = known();
        acme.due();
        awaitMails(acme, 1);
        Database.change("""
                update reminder set send_from = now() - interval '1 hour', created_at = now() - interval '1 hour', resent_at = now()
                 where workspace_id = ?""", acme.name());
        await().until(() -> {
            metrics.sample();
            return gauge("sevenfold.reminders.oldest.unsent") > 3000;
        });
        double paused = gauge("sevenfold.paused.workspaces");

        // When
        pause(acme, "complaints").statusCode(200);
        acme.awaitStates("retrying");
        metrics.sample();

        // Then
        assertEquals(0, gauge("sevenfold.reminders.oldest.unsent"));
        assertEquals(paused + 1, gauge("sevenfold.paused.workspaces"));
    }

    @Test
    void saysThatItIsPausedAlreadyAndThatItIsNot() {
        Workspace acme = known();
        resume(acme).statusCode(409).body("type", equalTo("urn:sevenfold:problem:sending-not-paused"));
        pause(acme, "the first one's words").statusCode(200);
        pause(acme, "the second one's")
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:sevenfold:problem:sending-paused"));
        resume(acme).statusCode(200).body("why", equalTo("the first one's words"));
        resume(acme).statusCode(409);
    }

    @Test
    void doesNotKnowAWorkspaceThatWasMisspelt() {
        Workspace nobody = Workspace.fresh();
        pause(nobody, "complaints").statusCode(404).contentType("application/problem+json");
        resume(nobody).statusCode(404);
        assertEquals(List.of(), Database.query("select 1 from sending_pause where workspace_id = ?", nobody.name()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "because", "null", "{}", "{\"why\": \"\"}", "{\"why\": 7, \"by\": \"me\"}"})
    void refusesAMalformedBodyWithAProblem(String body) {
        Workspace acme = known();
        operator()
                .contentType("application/json")
                .body(body)
                .post("/operations/sending/%s/pause".formatted(acme.name()))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:sevenfold:problem:invalid-request"));
    }

    private static Workspace known() {
        Workspace acme = Workspace.known();
        acme.awaitKnown();
        return acme;
    }

    private static boolean knows(Workspace workspace) {
        return !Database.query("select 1 from rep where workspace_id = ?", workspace.name())
                .isEmpty();
    }

    private static void due(Workspace workspace, int count) {
        for (int i = 0; i < count; i++) {
            workspace.due();
        }
    }

    private static void awaitMails(Workspace workspace, int count) {
        await().until(() -> workspace.reminders().size() == count);
    }

    private static void othersAreSent() {
        Workspace other = Workspace.known();
        other.due();
        other.awaitStates("sent");
    }

    private static ValidatableResponse pause(Workspace workspace, String why) {
        return operator()
                .contentType("application/json")
                .body(Map.of("why", why))
                .post("/operations/sending/%s/pause".formatted(workspace.name()))
                .then();
    }

    private static ValidatableResponse resume(Workspace workspace) {
        return operator()
                .post("/operations/sending/%s/resume".formatted(workspace.name()))
                .then();
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    private static String[] all(int count, String what) {
        return Collections.nCopies(count, what).toArray(String[]::new);
    }
}
