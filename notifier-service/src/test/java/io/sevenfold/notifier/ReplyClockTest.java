package io.sevenfold.notifier;

import static io.sevenfold.notifier.DomainClockOfTests.CLOCK;
import static io.sevenfold.notifier.DomainClockOfTests.START;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sevenfold.events.ContactErased;
import io.sevenfold.events.ReplyClockMoved;
import io.sevenfold.events.ReplyOverdue;
import io.sevenfold.events.Topic;
import io.sevenfold.events.TouchpointDone;
import io.sevenfold.events.TouchpointDue;
import io.sevenfold.infra.Database;
import io.sevenfold.infra.Mail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** N3: the rep is warned an hour before the clock of a reply owed ends, and when it has ended their manager is told. */
@NotifierServiceTest
class ReplyClockTest {

    private static final Instant WROTE = Instant.parse("2026-12-03T11:30:00Z");
    private static final Instant ENDS = Instant.parse("2026-12-03T15:30:00Z");
    private static final Instant AN_HOUR_BEFORE = ENDS.minus(Duration.ofHours(1));
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final String MANAGER = "Margaret Hamilton";

    private final UUID touchpoint = UUID.randomUUID();
    private Workspace acme;
    private UUID manager;

    @BeforeEach
    void aReplyIsOwed() {
        acme = Workspace.known();
        manager = acme.addColleague(MANAGER);
        acme.wrote("Can you show us the engine?", WROTE);
    }

    @AfterEach
    void theClockStandsWhereItDid() {
        CLOCK.set(START);
    }

    @Test
    void warnsAnHourBeforeTheEndAndTellsTheManagerAtTheEnd() {
        // Given
        acme.publish(due(1, ENDS));
        acme.awaitStates("pending", "sent");

        // When
        CLOCK.set(AN_HOUR_BEFORE.minus(MOMENT));

        // Then
        sendsOnlySomethingElse();
        acme.awaitStates("sent", "pending", "sent");

        // When
        CLOCK.set(AN_HOUR_BEFORE);

        // Then
        acme.awaitStates("sent", "sent", "sent");
        Mail warning = acme.mails().get(2);
        assertEquals("Answer by 16:30: Ada Lovelace wrote on 3 Dec", warning.subject());
        tells(
                warning,
                "Reply still owed",
                "Not answered yet, and the time to answer ends at 16:30.",
                "E-mail Ada Lovelace and answer what they asked.",
                "Answer by: 3 Dec, 16:30",
                "Ada Lovelace e-mailed you.",
                "“Can you show us the engine?”");

        // When
        CLOCK.set(ENDS);
        acme.publish(overdue(1, WROTE, ENDS));

        // Then
        acme.awaitStates("sent", "sent", "sent", "sent");
        assertEquals(3, acme.mails().size());
        Mail escalation = mailsToManager().get(0);
        assertEquals(
                "Reply overdue: Grace Hopper owes Ada Lovelace (Analytical Engines) an answer", escalation.subject());
        assertEquals(MANAGER + " <" + acme.addressOf(MANAGER) + ">", escalation.header("To"));
        tells(
                escalation,
                "Reply overdue",
                "Grace Hopper has owed Ada Lovelace an answer since 3 Dec, 12:30.",
                "Talk to Grace Hopper, or answer Ada Lovelace yourself.",
                "Ada Lovelace e-mailed Grace Hopper.",
                "“Can you show us the engine?”",
                "The time to answer ended on 3 Dec, 16:30, and no answer is recorded.");
        assertFalse(escalation.text().contains("you."), escalation.text());
        assertEquals(List.of("escalation", "due", "warning", "reply"), occasions());
    }

    @Test
    void tellsNobodyTwiceWhenAllIsReplayedOrTheClockEndsAgain_N1() {
        // Given
        acme.publish(due(1, ENDS));
        acme.awaitStates("pending", "sent");
        CLOCK.set(AN_HOUR_BEFORE);
        acme.awaitStates("sent", "sent");
        CLOCK.set(ENDS);
        acme.publish(overdue(1, WROTE, ENDS));
        acme.awaitStates("sent", "sent", "sent");

        // When they were tried, and that clock has ended too
        Instant again = ENDS.plus(Duration.ofHours(3));
        acme.publish(moved(ENDS, again));
        CLOCK.set(again);
        acme.publish(overdue(1, ENDS, again));
        acme.replayEverything();

        // Then
        acme.awaitStates("sent", "sent", "sent", "sent");
        assertEquals(3, acme.mails().size());
        assertEquals(1, mailsToManager().size());
    }

    @Test
    void tellsNobodyOfAReplyThatWasGivenInTime_N4() {
        // Given
        acme.publish(due(1, ENDS));
        acme.awaitStates("pending", "sent");

        // When
        acme.publish(done());
        acme.awaitStates("cancelled", "sent");
        CLOCK.set(ENDS);
        acme.publish(overdue(1, WROTE, ENDS));

        // Then
        acme.awaitStates("cancelled", "cancelled", "sent");
        assertEquals(1, acme.mails().size());
        assertEquals(List.of(), mailsToManager());
    }

    @Test
    void warnsOfTheClockThatANoAnswerStartedAndNotOfTheOldOne() {
        // Given
        Instant later = ENDS.plus(Duration.ofMinutes(30));
        acme.publish(due(1, ENDS));
        acme.awaitStates("pending", "sent");

        // When
        acme.publish(moved(START, later));
        awaitWarningAt(later.minus(Duration.ofHours(1)));
        CLOCK.set(AN_HOUR_BEFORE.plus(MOMENT));

        // Then
        sendsOnlySomethingElse();
        acme.awaitStates("sent", "pending", "sent");

        // When
        CLOCK.set(later.minus(Duration.ofHours(1)));

        // Then
        acme.awaitStates("sent", "sent", "sent");
        assertEquals(
                "Answer by 17:00: Ada Lovelace wrote on 3 Dec",
                acme.mails().get(2).subject());
    }

    @Test
    void keepsToTheNewestClockWhenAllIsReplayed() {
        // Given
        Instant later = ENDS.plus(Duration.ofMinutes(30));
        acme.publish(due(1, ENDS));
        acme.publish(moved(START, later));
        awaitWarningAt(later.minus(Duration.ofHours(1)));
        CLOCK.set(AN_HOUR_BEFORE.plus(MOMENT));

        // When
        acme.replayEverything();

        // Then
        acme.awaitStates("sent", "pending", "sent");
    }

    @Test
    void tellsTheManagerOnlyOnceTheNewClockHasEndedWhereTheyWereTriedMeanwhile() {
        // Given: the escalation waits for its manager to be known
        UUID unknown = UUID.randomUUID();
        Instant later = ENDS.plus(Duration.ofHours(3));
        acme.publish(due(1, ENDS));
        acme.publish(new ReplyOverdue(acme.contactId(), touchpoint, acme.repId(), 1, unknown, WROTE, ENDS));
        acme.awaitStates("pending", "pending", "sent");

        // When
        CLOCK.set(ENDS);
        acme.publish(moved(ENDS, later));

        // Then
        await().until(() -> Database.query(
                                "select 1 from announcement where workspace_id = ? and occasion = 'ESCALATION'"
                                        + " and tell_from = ?::timestamptz",
                                acme.name(),
                                later.toString())
                        .size()
                == 1);
    }

    @Test
    void warnsNobodyOnceTheClockHasEnded() {
        // Given
        acme.publish(due(1, ENDS));
        acme.awaitStates("pending", "sent");

        // When nothing was sent for an hour
        CLOCK.set(ENDS);

        // Then
        acme.awaitStates("cancelled", "sent");
    }

    @Test
    void leavesOutWhoseReplyItIsNoMore_N4() {
        // Given
        acme.publish(due(1, ENDS));
        acme.awaitStates("pending", "sent");
        UUID other = acme.addColleague("Katherine Johnson");

        // When
        acme.publish(new TouchpointDue(
                acme.contactId(), other, 2, null, START, ENDS, START, null, acme.replyOwed(touchpoint)));
        acme.publish(overdue(1, WROTE, ENDS));
        CLOCK.set(AN_HOUR_BEFORE);

        // Then
        acme.awaitStates("cancelled", "sent", "sent", "cancelled", "sent");
        assertEquals(1, acme.mails().size());
        assertEquals(2, acme.mailsTo(acme.addressOf("Katherine Johnson")).size());
        assertEquals(List.of(), mailsToManager());
    }

    @Test
    void leavesOutTheErased_N4() {
        // Given
        acme.publish(due(1, ENDS));
        acme.awaitStates("pending", "sent");

        // When
        acme.publish(Topic.CONTACTS, acme.contactId(), new ContactErased(acme.contactId(), 2));
        acme.awaitStates("cancelled", "sent");
        CLOCK.set(ENDS);
        acme.publish(overdue(1, WROTE, ENDS));

        // Then
        Workspace other = Workspace.known();
        other.due();
        other.awaitMail();
        acme.awaitStates("cancelled", "sent");
        assertEquals(List.of(), mailsToManager());
    }

    @Test
    void tellsNobodyWhereNoManagerIsSet() {
        // Given
        acme.publish(due(1, ENDS));
        acme.awaitStates("pending", "sent");
        CLOCK.set(AN_HOUR_BEFORE);
        acme.awaitStates("sent", "sent");

        // When
        CLOCK.set(ENDS);
        acme.publish(new ReplyOverdue(acme.contactId(), touchpoint, acme.repId(), 1, null, WROTE, ENDS));

        // Then
        sendsOnlySomethingElse();
        acme.awaitStates("sent", "sent", "sent");
    }

    @Test
    void warnsNobodyOfWhatAnImportBrought() {
        // When it is recorded late, whose clock may still run where a rep's is a long one
        acme.publish(new TouchpointDue(
                acme.contactId(), acme.repId(), 1, null, START, ENDS, START, true, acme.replyOwed(touchpoint)));
        acme.awaitStates("sent");
        CLOCK.set(AN_HOUR_BEFORE);

        // Then
        sendsOnlySomethingElse();
        acme.awaitStates("sent", "sent");
        assertFalse(acme.mails().get(0).text().contains("Answer by"));
    }

    @Test
    void mailsAReplyOwedAtTheStartOfHours() {
        // Given: they wrote at night
        Instant start = Instant.parse("2026-12-04T08:00:00Z");
        acme.publish(due(1, start, start.plus(Duration.ofHours(4))));
        acme.awaitStates("pending", "pending");

        // When
        CLOCK.set(start.minus(MOMENT));

        // Then
        sendsOnlySomethingElse();
        acme.awaitStates("sent", "pending", "pending");

        // When
        CLOCK.set(start);

        // Then
        acme.awaitStates("sent", "pending", "sent");
    }

    @Test
    void warnsNobodyBeforeTheReplyItselfIsMailed() {
        // Given: at the start of hours half an hour is left
        Instant start = Instant.parse("2026-12-04T08:00:00Z");
        acme.publish(due(1, start, start.plus(Duration.ofMinutes(30))));

        // When
        CLOCK.set(start);

        // Then
        acme.awaitStates("sent");
        assertTrue(acme.mails().get(0).text().contains("Answer by: 4 Dec, 09:30"));
    }

    private TouchpointDue due(int round, Instant answerBy) {
        return due(round, START, answerBy);
    }

    private TouchpointDue due(int round, Instant tellFrom, Instant answerBy) {
        return new TouchpointDue(
                acme.contactId(),
                acme.repId(),
                round,
                null,
                START,
                answerBy,
                tellFrom,
                null,
                acme.replyOwed(touchpoint));
    }

    private ReplyOverdue overdue(int round, Instant since, Instant answerBy) {
        return new ReplyOverdue(acme.contactId(), touchpoint, acme.repId(), round, manager, since, answerBy);
    }

    private ReplyClockMoved moved(Instant at, Instant answerBy) {
        return new ReplyClockMoved(acme.contactId(), touchpoint, acme.repId(), 1, at, answerBy);
    }

    private TouchpointDone done() {
        return new TouchpointDone(acme.contactId(), touchpoint, acme.repId(), 1, START, null, null);
    }

    /** By then all that was to be sent is. */
    private void sendsOnlySomethingElse() {
        int before = acme.mails().size();
        acme.due();
        await().until(() -> acme.mails().size() > before);
        assertEquals(before + 1, acme.mails().size());
    }

    private void awaitWarningAt(Instant at) {
        await().until(() -> Database.query(
                                "select 1 from announcement where workspace_id = ? and occasion = 'WARNING'"
                                        + " and tell_from = ?::timestamptz",
                                acme.name(),
                                at.toString())
                        .size()
                == 1);
    }

    private List<Mail> mailsToManager() {
        return acme.mailsTo(acme.addressOf(MANAGER));
    }

    private List<String> occasions() {
        return acme.as("manager")
                .get("/v1/announcements")
                .then()
                .extract()
                .jsonPath()
                .getList("items.occasion", String.class);
    }

    private static void tells(Mail mail, String... what) {
        for (String content : what) {
            assertTrue(mail.text().contains(content), () -> content + " in\n" + mail.text());
            assertTrue(mail.html().contains(content), () -> content + " in\n" + mail.html());
        }
    }
}
