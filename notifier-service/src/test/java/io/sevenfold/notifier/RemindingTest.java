package io.sevenfold.notifier;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.sevenfold.delivery.OutgoingEvent;
import io.sevenfold.delivery.Subject;
import io.sevenfold.events.Channel;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.InteractionRecorded;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.Topic;
import io.sevenfold.infra.Database;
import io.sevenfold.infra.Mail;
import io.sevenfold.infra.ServiceTestResource;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A touchpoint becomes due, and its rep gets one mail (N1, N5, N7). */
@NotifierServiceTest
class RemindingTest {

    @TestHTTPResource(value = "/health/ready", management = true)
    String ready;

    @AfterEach
    void mailServerIsThere() {
        ServiceTestResource.mail().start();
    }

    @Test
    void isNotKeptWaitingByARepWhoseTimeZoneTheDatabaseDoesNotKnow() {
        // Given
        Workspace other = Workspace.fresh();
        Database.change("""
                insert into rep (workspace_id, id, version, name, email, locale, time_zone)
                values (?, ?, 1, 'Grace', 'grace@mars.example', 'en', 'Mars/Olympus')""", other.name(), other.repId());
        other.addContact();
        other.due();
        await().until(() -> !other.announcements().isEmpty());

        // When
        Workspace acme = Workspace.known();
        acme.due();

        // Then
        acme.awaitStates("sent");
        other.awaitStates("failed");
    }

    @Test
    void tellsWhoWhatToGiveWhatHappenedLastAndWhyToday() throws MessagingException, IOException {
        // Given
        Workspace acme = Workspace.known();
        record(acme, Direction.OUTBOUND, Channel.CALL, Outcome.NOT_NOW, "2026-11-26T09:05:00Z", "Busy until spring");

        // When
        UUID touchpoint = acme.due();

        // Then
        Mail mail = acme.awaitMail();
        assertEquals("Ada Lovelace (Analytical Engines): share an insight – touch 2 of 7", mail.subject());
        assertEquals("Grace Hopper <" + acme.address() + ">", mail.header("To"));
        assertEquals("Sevenfold <sevenfold@localhost>", mail.header("From"));
        assertEquals("auto-generated", mail.header("Auto-Submitted"));
        assertEquals(Date.from(DomainClockOfTests.START), mail.message().getSentDate());
        assertEquals("<" + acme.onlyReminder() + "@localhost>", mail.messageId());
        assertTrue(mail.message().getContentType().startsWith("multipart/alternative"));
        assertEquals(2, ((MimeMultipart) mail.message().getContent()).getCount());
        for (String content : new String[] {
            "Ada Lovelace",
            "Countess, Analytical Engines",
            "+44 20 7946 0018",
            "Call Ada Lovelace and share an insight.",
            "Tell Ada what you learned.",
            "Their time as this is sent: 08:30, 6 hours behind you",
            "26 Nov, 10:05",
            "You called Ada Lovelace. They said: not now.",
            "“Busy until spring”",
            "Given: their own benchmark",
            "Five working days after your call on 26 Nov.",
            "Thursday, 3 December 2026"
        }) {
            assertTrue(mail.text().contains(content), () -> content + " in\n" + mail.text());
            assertTrue(mail.html().contains(content), () -> content + " in\n" + mail.html());
        }
        assertTrue(mail.html().contains("href=\"tel:+442079460018\""));
        assertTrue(mail.html().contains("href=\"mailto:ada@engines.example\""));
        acme.awaitStates("sent");
        acme.as("rep")
                .get("/v1/reminders/" + acme.onlyReminder())
                .then()
                .statusCode(200)
                .body("announcements[0].touchpointId", equalTo(touchpoint.toString()));
    }

    @Test
    void showsWhatTheyWroteWhereAReplyIsOwed() {
        // Given
        Workspace acme = Workspace.known();
        acme.publish(acme.due(acme.replyOwed(UUID.randomUUID()), 1));
        acme.awaitStates("pending", "pending");

        // When: what the reply is owed to is known
        record(acme, Direction.INBOUND, Channel.EMAIL, Outcome.REPLIED, "2026-11-24T10:00:00Z", "Can you show us?");

        // Then
        Mail mail = acme.awaitMail();
        assertEquals("Reply owed: Ada Lovelace wrote on 24 Nov", mail.subject());
        assertTrue(mail.text().contains("Ada Lovelace e-mailed you."), mail.text());
        assertTrue(mail.text().contains("“Can you show us?”"), mail.text());
        assertTrue(mail.text().contains("Answer by: 3 Dec, 16:30"), mail.text());
    }

    @Test
    void sendsOnceWhenTheSameEventComesTwiceAndWhenAllIsReplayed() {
        // Given
        Workspace acme = Workspace.known();
        UUID touchpoint = UUID.randomUUID();
        acme.due(touchpoint, 1);
        acme.due(touchpoint, 1);
        acme.awaitStates("sent");

        // When
        acme.replayEverything();

        // Then
        acme.awaitStates("sent", "sent");
        assertEquals(2, acme.mails().size());
    }

    @Test
    void mailsEachRoundOnce() {
        // Given
        Workspace acme = Workspace.known();
        UUID touchpoint = UUID.randomUUID();
        acme.due(touchpoint, 1);
        acme.awaitStates("sent");

        // When
        acme.due(touchpoint, 2);

        // Then
        acme.awaitStates("sent", "sent");
        assertEquals(2, acme.mails().stream().map(Mail::messageId).distinct().count());
    }

    @Test
    void waitsForRepAndContactWhereTheTouchpointIsKnownFirst() {
        // Given
        Workspace acme = Workspace.fresh();
        acme.due();
        acme.awaitStates("pending");

        // When
        acme.addContact();
        acme.addRep();

        // Then
        acme.awaitMail();
        acme.awaitStates("sent");
    }

    @Test
    void losesNothingAndDoublesNothingWhileTheMailServerIsAway() {
        // Given
        ServiceTestResource.mail().stop();
        Workspace acme = Workspace.known();
        for (int i = 0; i < 5; i++) {
            acme.due();
        }
        await().until(() -> acme.states().stream().filter("retrying"::equals).count() == 5);
        given().get(ready).then().statusCode(200);

        // When
        ServiceTestResource.mail().start();

        // Then
        acme.awaitStates("sent", "sent", "sent", "sent", "sent");
        assertEquals(5, acme.mails().size());
    }

    @Test
    void passesOverWhatCannotBeRead() {
        // Given
        Workspace acme = Workspace.known();

        // When
        acme.publishAll(
                acme.event(Topic.TOUCHPOINTS, acme.contactId(), acme.due(acme.call(UUID.randomUUID()), 1)),
                new OutgoingEvent(
                        Topic.TOUCHPOINTS.topicName(),
                        new Subject(acme.name(), acme.contactId()),
                        null,
                        "TouchpointDue",
                        Map.of("round", "no number"),
                        null),
                acme.event(Topic.TOUCHPOINTS, acme.contactId(), acme.due(acme.call(UUID.randomUUID()), 1)));

        // Then
        acme.awaitStates("sent", "sent");
    }

    private static void record(
            Workspace acme, Direction direction, Channel channel, Outcome outcome, String at, String note) {
        Interaction interaction = new Interaction(
                UUID.randomUUID(),
                1,
                acme.contactId(),
                acme.repId(),
                direction,
                channel,
                outcome,
                Instant.parse(at),
                Instant.parse(at),
                null,
                direction == Direction.OUTBOUND ? "their own benchmark" : null,
                note,
                null,
                null,
                null,
                null,
                null);
        acme.publishInteraction(new InteractionRecorded(interaction), interaction);
    }
}
