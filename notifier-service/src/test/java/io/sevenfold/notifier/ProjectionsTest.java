package io.sevenfold.notifier;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sevenfold.delivery.OutgoingEvent;
import io.sevenfold.delivery.Subject;
import io.sevenfold.events.Channel;
import io.sevenfold.events.ContactChanged;
import io.sevenfold.events.ContactErased;
import io.sevenfold.events.ContactMerged;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.InteractionCorrected;
import io.sevenfold.events.InteractionRecorded;
import io.sevenfold.events.InteractionRemoved;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.RepChanged;
import io.sevenfold.events.Topic;
import io.sevenfold.infra.Database;
import io.sevenfold.infra.Events;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A mail tells what is known by then, in whatever order it came to be known. */
@NotifierServiceTest
class ProjectionsTest {

    @Test
    void tellsTheNewestVersionWhateverCameLast() {
        // Given
        Workspace acme = Workspace.known();
        acme.publish(Topic.CONTACTS, acme.contactId(), new ContactChanged(acme.contact(5, "Ada King")));
        acme.publish(Topic.CONTACTS, acme.contactId(), new ContactChanged(acme.contact(4, "Ada Byron")));
        acme.publish(Topic.REPS, acme.repId(), new RepChanged(acme.rep(3, "Grace Murray", acme.address())));
        acme.publish(Topic.REPS, acme.repId(), new RepChanged(acme.rep(2, "Nobody", "nobody@reps.example")));
        UUID id = UUID.randomUUID();
        record(acme, id, 1, "2026-12-01T09:00:00Z", "first");
        Interaction corrected = interaction(acme, id, 3, "2026-12-01T09:00:00Z", "corrected twice");
        acme.publishInteraction(new InteractionCorrected(corrected), corrected);
        Interaction late = interaction(acme, id, 2, "2026-12-01T09:00:00Z", "corrected once");
        acme.publishInteraction(new InteractionCorrected(late), late);
        awaitVersion(acme, "contact", 5);
        awaitVersion(acme, "rep", 3);
        awaitVersion(acme, "interaction", 3);

        // When
        acme.due();

        // Then
        String mail = acme.awaitMail().text();
        assertTrue(mail.contains("Ada King"), mail);
        assertTrue(mail.contains("“corrected twice”"), mail);
    }

    @Test
    void tellsTheOneBeforeWhereTheLastWasRemoved() {
        // Given
        Workspace acme = Workspace.known();
        record(acme, UUID.randomUUID(), 1, "2026-11-20T09:00:00Z", "before");
        UUID last = UUID.randomUUID();
        record(acme, last, 1, "2026-12-01T09:00:00Z", "last");
        Interaction removed = interaction(acme, last, 2, "2026-12-01T09:00:00Z", "last");
        acme.publishInteraction(new InteractionRemoved(removed), removed);
        record(acme, last, 1, "2026-12-01T09:00:00Z", "last");
        awaitVersion(acme, "interaction", 2);

        // When
        acme.due();

        // Then
        String mail = acme.awaitMail().text();
        assertTrue(mail.contains("“before”"), mail);
    }

    @Test
    void knowsAnInteractionThatCameBeforeItsContact() {
        // Given
        Workspace acme = Workspace.fresh();
        record(acme, UUID.randomUUID(), 1, "2026-12-01T09:00:00Z", "early");
        awaitVersion(acme, "interaction", 1);

        // When
        acme.addContact();
        acme.addRep();
        acme.due();

        // Then
        assertTrue(acme.awaitMail().text().contains("“early”"));
    }

    @Test
    void tellsTheHistoryOfBothWhereOneWasMergedIntoTheOther() {
        // Given
        Workspace acme = Workspace.known();
        UUID other = UUID.randomUUID();
        acme.publish(Topic.CONTACTS, other, new ContactMerged(other, 2, acme.contactId()));
        Interaction theirs = interaction(acme, UUID.randomUUID(), 1, "2026-12-01T09:00:00Z", "said to the other");
        acme.publishAll(new OutgoingEvent(
                Topic.INTERACTIONS.topicName(),
                new Subject(acme.name(), other),
                theirs.id().toString(),
                "InteractionRecorded",
                new InteractionRecorded(theirs),
                null));
        awaitVersion(acme, "interaction", 1);

        // When
        acme.due();
        String mail = acme.awaitMail().text();
        acme.publish(Topic.CONTACTS, acme.contactId(), new ContactErased(acme.contactId(), 9));

        // Then
        assertTrue(mail.contains("“said to the other”"), mail);
        await().until(() -> !acme.isKnown("said to the other"));
    }

    @Test
    void keepsWhatWentToTheOneWhoRemainsThoughTheOthersTombstoneComesLater_P12() {
        // Given
        Workspace acme = Workspace.known();
        Subject other = new Subject(acme.name(), UUID.randomUUID());
        Interaction moved = interaction(acme, UUID.randomUUID(), 2, "2026-12-01T09:00:00Z", "said to the other");
        acme.publishInteraction(new InteractionCorrected(moved), moved);
        awaitVersion(acme, "interaction", 2);

        // When
        Interaction next = interaction(acme, UUID.randomUUID(), 3, "2026-11-01T09:00:00Z", "seen after the tombstone");
        String topic = Topic.INTERACTIONS.topicName();
        acme.publishAll(
                OutgoingEvent.tombstone(topic, other, moved.id().toString()),
                OutgoingEvent.of(topic, other, new InteractionRecorded(next))
                        .withKeySuffix(next.id().toString()));
        awaitVersion(acme, "interaction", 3);

        // Then
        acme.due();
        assertTrue(acme.awaitMail().text().contains("“said to the other”"));
    }

    @Test
    void forgetsAnInteractionByItsTombstone() {
        // Given
        Workspace acme = Workspace.fresh();
        UUID id = UUID.randomUUID();
        record(acme, id, 1, "2026-12-01T09:00:00Z", "forget me");
        awaitVersion(acme, "interaction", 1);

        // When
        acme.publishAll(OutgoingEvent.tombstone(
                Topic.INTERACTIONS.topicName(), new Subject(acme.name(), acme.contactId()), id.toString()));

        // Then
        await().until(() -> Database.query("select id from interaction where workspace_id = ?", acme.name())
                .isEmpty());
    }

    @Test
    void tellsTheOthersWhatBecameOfAReminder() {
        // Given
        Workspace acme = Workspace.known();

        // When
        UUID touchpoint = acme.due();
        acme.awaitStates("sent");

        // Then
        String topic = Topic.REMINDERS.topicName();
        await().until(() -> !Events.of(topic, acme.name() + "/").isEmpty());
        List<String> told = Events.of(topic, acme.name() + "/").stream()
                .map(Events.Event::data)
                .toList();
        assertEquals(1, told.size());
        assertTrue(told.get(0).contains(touchpoint.toString()), told.get(0));
        assertTrue(told.get(0).contains("\"occasion\":\"due\""), told.get(0));
    }

    private static void awaitVersion(Workspace acme, String table, long version) {
        await().until(() -> Database.query("select max(version) from " + table + " where workspace_id = ?", acme.name())
                .equals(List.of(Long.toString(version))));
    }

    private static void record(Workspace acme, UUID id, long version, String at, String note) {
        Interaction interaction = interaction(acme, id, version, at, note);
        acme.publishInteraction(new InteractionRecorded(interaction), interaction);
    }

    private static Interaction interaction(Workspace acme, UUID id, long version, String at, String note) {
        return new Interaction(
                id,
                version,
                acme.contactId(),
                null,
                Direction.INBOUND,
                Channel.EMAIL,
                Outcome.REPLIED,
                Instant.parse(at),
                Instant.parse(at),
                null,
                null,
                note,
                null,
                null,
                null,
                null,
                null);
    }
}
