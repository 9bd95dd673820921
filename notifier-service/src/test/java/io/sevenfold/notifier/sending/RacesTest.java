package io.sevenfold.notifier.sending;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sevenfold.events.Contact;
import io.sevenfold.events.ContactChanged;
import io.sevenfold.events.ReplyOverdue;
import io.sevenfold.events.Topic;
import io.sevenfold.events.TouchpointDue;
import io.sevenfold.infra.Database;
import io.sevenfold.infra.Mail;
import io.sevenfold.notifier.NotifierServiceTest;
import io.sevenfold.notifier.Workspace;
import io.sevenfold.notifier.mail.ReminderFacts;
import io.sevenfold.notifier.mail.ReminderFacts.Recipient;
import io.sevenfold.notifier.reminder.Occasion;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Of any number of senders each reminder is with one, and one that died leaves nothing hanging (N7). */
@NotifierServiceTest
class RacesTest {

    /** Nothing here is sent by the service itself, which does not know the rep. */
    private static final long FAR = 60_000;

    @Inject
    Sender sender;

    @Inject
    Claims claims;

    @Inject
    Results results;

    @Inject
    Leases leases;

    @Inject
    Smtp smtp;

    @Inject
    Clock clock;

    @Test
    void remindsOnceWhenSendersRace() {
        // Given
        Workspace acme = Workspace.fresh();
        acme.addContact();
        for (int i = 0; i < 60; i++) {
            acme.due();
        }
        acme.awaitStates(all(60, "pending"));
        acme.addRep();

        // When
        List<CompletableFuture<Void>> senders = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            senders.add(CompletableFuture.runAsync(() -> {
                while (acme.states().contains("pending")) {
                    sender.sendDue(() -> {});
                }
            }));
        }
        senders.forEach(CompletableFuture::join);

        // Then
        acme.awaitStates(all(60, "sent"));
        assertEquals(60, acme.mails().size());
        assertEquals(60, acme.mails().stream().map(Mail::messageId).distinct().count());
    }

    @Test
    void warnsAndEscalatesOnceWhenSendersRace_N3() {
        // Given
        Workspace acme = Workspace.fresh();
        acme.addContact();
        acme.wrote("Can you show us?", clock.instant());
        UUID manager = UUID.randomUUID();
        for (int i = 0; i < 20; i++) {
            UUID touchpoint = UUID.randomUUID();
            acme.publish(replyOwedForAnHour(acme, touchpoint));
            acme.publish(new ReplyOverdue(
                    acme.contactId(), touchpoint, acme.repId(), 1, manager, clock.instant(), clock.instant()));
        }
        acme.awaitStates(all(60, "pending"));
        acme.addRep();
        acme.addColleague(manager, "Margaret Hamilton");

        // When
        Stream.generate(() -> CompletableFuture.runAsync(() -> {
                    while (acme.states().contains("pending")) {
                        sender.sendDue(() -> {});
                    }
                }))
                .limit(3)
                .toList()
                .forEach(CompletableFuture::join);

        // Then
        acme.awaitStates(all(60, "sent"));
        assertEquals(40, acme.mails().size());
        assertEquals(20, acme.mailsTo(acme.addressOf("Margaret Hamilton")).size());
    }

    /** With half an hour left. */
    private TouchpointDue replyOwedForAnHour(Workspace acme, UUID touchpoint) {
        Instant since = clock.instant().minus(Duration.ofHours(1));
        Instant answerBy = clock.instant().plus(Duration.ofMinutes(30));
        return new TouchpointDue(
                acme.contactId(), acme.repId(), 1, null, since, answerBy, since, null, acme.replyOwed(touchpoint));
    }

    @Test
    void claimsEachReminderOnce() {
        // Given
        Workspace acme = Workspace.fresh();
        acme.addContact();
        acme.due();
        UUID reminder = acme.onlyReminder();
        Attempt mine = claimed(acme, reminder, FAR);

        // Then: a second sender that comes later has a higher token, and the first can do nothing any more
        Attempt theirs = claimed(acme, reminder, FAR);
        assertTrue(theirs.token() > mine.token());
        assertFalse(claims.begin(mine));
        assertTrue(claims.begin(theirs));
    }

    @Test
    void refusesTheResultOfWhoeverLostTheLease() {
        // Given
        Workspace acme = Workspace.fresh();
        acme.addContact();
        acme.due();
        UUID reminder = acme.onlyReminder();
        Attempt stale = claimed(acme, reminder, FAR);
        Attempt present = claimed(acme, reminder, FAR);

        // When
        assertFalse(settle(stale, Outcome.failed("550")));

        // Then
        acme.awaitStates("sending");
        assertTrue(settle(present, Outcome.sent("250")));
        acme.awaitStates("sent");
    }

    @Test
    void doesNotBeginWhatBecameObsoleteAfterTheClaim_N4() {
        // Given
        Workspace acme = Workspace.fresh();
        acme.addContact();
        acme.due();
        UUID reminder = acme.onlyReminder();
        Attempt attempt = claimed(acme, reminder, FAR);

        // When
        Contact optedOut = acme.contact(2, "Ada Lovelace", true, List.of());
        acme.publish(Topic.CONTACTS, acme.contactId(), new ContactChanged(optedOut));
        await().until(() -> !Database.query(
                        "select 1 from contact where do_not_contact and workspace_id = ?", acme.name())
                .isEmpty());

        // Then
        assertFalse(claims.begin(attempt));
        Database.change(
                "update reminder set lease_until = clock_timestamp() - interval '1 second' where id = ?", reminder);
        acme.awaitStates("cancelled");
    }

    @Test
    void callsUnknownWhatWasBegunWhenItsSenderDied() {
        // Given
        Workspace acme = Workspace.fresh();
        acme.addContact();
        acme.due();
        Attempt attempt = claimed(acme, acme.onlyReminder(), FAR);
        assertTrue(claims.begin(attempt));

        // When
        Database.change(
                "update reminder set lease_until = clock_timestamp() - interval '1 second' where id = ?", attempt.id());
        leases.endExpired();
        acme.addRep();

        // Then
        acme.due();
        acme.awaitStates("sent", "unknown");
        assertEquals(1, acme.mails().size());
        assertFalse(settle(attempt, Outcome.sent("250")));
    }

    @Test
    void sendsWhatWasClaimedButNotBegunWhenItsSenderDied() {
        // Given
        Workspace acme = Workspace.fresh();
        acme.addContact();
        acme.due();
        Attempt attempt = claimed(acme, acme.onlyReminder(), -1);

        // When
        leases.endExpired();

        // Then
        assertFalse(claims.begin(attempt));
        acme.addRep();
        acme.awaitStates("sent");
        assertEquals(1, acme.mails().size());
    }

    @Test
    void sendsTheUnknownAgainOnlyWhereTheOperatorSetThat() {
        // Given
        Workspace acme = Workspace.known();
        acme.due();
        acme.awaitStates("sent");
        Database.change(
                "update reminder set state = 'UNKNOWN', next_attempt_at = clock_timestamp() where workspace_id = ?",
                acme.name());

        // When
        assertEquals(List.of(), claims.claim());
        List<Attempt> claimed = new Claims(Workspace.worker(), resending(), smtp, clock)
                .claim().stream()
                        .map(Claim::attempt)
                        .filter(attempt -> attempt.workspace().equals(acme.name()))
                        .toList();

        // Then
        assertEquals(1, claimed.size());
        assertEquals(acme.mails().get(0).messageId(), claimed.get(0).messageId());
    }

    private boolean settle(Attempt attempt, Outcome outcome) {
        Recipient grace = new Recipient(attempt.repId(), "Grace", "grace@reps.example", "en-GB", "Europe/Berlin");
        ReminderFacts facts = new ReminderFacts(Occasion.DUE, attempt.workspace(), grace, List.of(), null, null, null);
        return results.settle(new Handed(new Claim(attempt, clock.instant(), facts), outcome));
    }

    private static RemindersConfig resending() {
        return new SmallRyeConfigBuilder()
                .withMapping(RemindersConfig.class)
                .withDefaultValue("sevenfold.reminders.resend-unknown", "true")
                .build()
                .getConfigMapping(RemindersConfig.class);
    }

    /** As a sender claims it, for so many milliseconds. */
    static Attempt claimed(Workspace workspace, UUID reminder, long lease) {
        String token = Database.query("""
                        update reminder set state = 'SENDING', fencing_token = nextval('fencing_token'), begun = false,
                               lease_until = clock_timestamp() + ? * interval '1 millisecond', message_id = '<m@x>'
                         where id = ? returning fencing_token""", lease, reminder).get(0);
        return new Attempt(
                workspace.name(),
                reminder,
                Long.parseLong(token),
                0,
                workspace.repId(),
                List.of(UUID.randomUUID()),
                Occasion.DUE,
                "<m@x>",
                null);
    }

    private static String[] all(int count, String state) {
        return Collections.nCopies(count, state).toArray(String[]::new);
    }
}
