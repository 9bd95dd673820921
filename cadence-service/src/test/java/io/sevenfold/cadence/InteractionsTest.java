package io.sevenfold.cadence;

import static io.sevenfold.cadence.DomainClockOfTests.CLOCK;
import static io.sevenfold.cadence.Workspace.state;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sevenfold.events.Contact;
import io.sevenfold.events.ContactAdded;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.InteractionCorrected;
import io.sevenfold.events.InteractionRecorded;
import io.sevenfold.events.InteractionRemoved;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.Topic;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happened reshapes the plan, in whatever order and however often it is told. */
@CadenceServiceTest
class InteractionsTest {

    private Workspace acme;

    @BeforeEach
    void onMonday() {
        Workspace.onMonday();
        acme = Workspace.withCapacity(20);
    }

    @Test
    void appliesWhatHappenedBeforeItsContactWasKnown_P1() {
        // Given
        UUID contact = UUID.randomUUID();
        acme.happened(contact, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant());

        // When
        acme.deliver(Topic.CONTACTS, contact, new ContactAdded(state(contact, 1, acme.rep())));

        // Then
        assertEquals("reply-owed", acme.plan(contact).getString("waitingFor"));
        assertEquals("reply-owed", acme.queue().getString("touchpoints[0].kind"));
    }

    @Test
    void changesAndTellsNothingWhenTheSameIsToldTwice() {
        // Given
        UUID contact = acme.contact();
        Interaction reply = acme.happened(contact, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant());
        Workspace.at("2026-11-23T09:05:00Z");
        var before = Database.everything(acme);
        int told = acme.told(contact).size();

        // When
        acme.deliver(reply, new InteractionRecorded(reply));

        // Then
        assertEquals(before, Database.everything(acme));
        assertEquals(told, acme.told(contact).size());
    }

    @Test
    void countsTheNewestVersionWhenVersionsComeOutOfOrder_P1() {
        // Given
        UUID contact = acme.contact();
        acme.awaitDue(contact);
        UUID id = UUID.randomUUID();
        Interaction corrected =
                acme.interaction(id, 2, contact, Direction.OUTBOUND, Outcome.NO_ANSWER, CLOCK.instant());
        Interaction first = acme.interaction(id, 1, contact, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant());

        // When
        acme.deliver(corrected, new InteractionCorrected(corrected));
        acme.deliver(first, new InteractionRecorded(first));

        // Then
        assertEquals("done", acme.state(contact, 1));
        assertNull(acme.plan(contact).getString("waitingFor"));
    }

    @Test
    void keepsTheWordsOfTheNewestVersionAndNoneOfWhatIsRemoved() {
        // Given
        UUID contact = acme.contact();
        Interaction first =
                acme.interaction(UUID.randomUUID(), 1, contact, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant());

        // When
        acme.deliver(saying(first, 2, "Call me in May"), new InteractionCorrected(saying(first, 2, "Call me in May")));
        acme.deliver(saying(first, 1, "Call me"), new InteractionRecorded(saying(first, 1, "Call me")));

        // Then
        assertEquals(List.of("Call me in May"), words(first.id()));

        // When
        acme.deliver(saying(first, 3, "Call me in May"), new InteractionRemoved(saying(first, 3, "Call me in May")));

        // Then
        assertEquals(List.of(), words(first.id()));
    }

    private static Interaction saying(Interaction it, long version, String note) {
        return new Interaction(
                it.id(),
                version,
                it.contactId(),
                it.repId(),
                it.direction(),
                it.channel(),
                it.outcome(),
                it.occurredAt(),
                it.recordedAt(),
                it.touchpointId(),
                it.gave(),
                note,
                it.revisitOn(),
                it.returnOn(),
                it.meetingOn(),
                it.optOutOf(),
                it.mergedFrom());
    }

    private List<String> words(UUID interaction) {
        return Database.query(
                "select note from interaction_words where workspace_id = ? and id = ?", acme.name(), interaction);
    }

    @Test
    void givesTheReplyOwedBackWhenItsMessageIsRemoved_P6() {
        // Given
        UUID contact = acme.contact();
        Interaction reply = acme.happened(contact, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant());

        // When
        Interaction removed =
                acme.interaction(reply.id(), 2, contact, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant());
        acme.deliver(removed, new InteractionRemoved(removed));

        // Then
        acme.awaitDue(contact);
        assertEquals("step", acme.queue().getString("touchpoints[0].kind"));
        assertEquals(1, acme.told(contact, "TouchpointCancelled").size());
    }

    @Test
    void endsTheEnrollmentAtANeverAndGivesThePlanBackWhenThatWasAMistake_P6() {
        // Given
        UUID contact = acme.contact();
        acme.awaitDue(contact);

        // When
        Interaction never = acme.happened(contact, Direction.INBOUND, Outcome.NEVER, CLOCK.instant());

        // Then
        assertEquals("opted-out", acme.plan(contact).getString("endReason"));
        assertTrue(acme.queue().getList("touchpoints").isEmpty());

        // When
        Interaction removed =
                acme.interaction(never.id(), 2, contact, Direction.INBOUND, Outcome.NEVER, CLOCK.instant());
        acme.deliver(removed, new InteractionRemoved(removed));

        // Then
        assertEquals("active", acme.plan(contact).getString("state"));
        acme.awaitDue(contact);
    }

    @Test
    void followsTheCorrectionOfANeverThatTheContactWasNotToBeContactedFor_P6() {
        // Given
        UUID contact = acme.contact();
        Interaction never = acme.happened(contact, Direction.OUTBOUND, Outcome.NEVER, CLOCK.instant());
        var state = state(contact, 2, acme.rep(), true, null);

        // When
        acme.changed(new Contact(
                contact,
                2,
                state.name(),
                null,
                null,
                null,
                null,
                null,
                acme.rep(),
                null,
                null,
                true,
                null,
                never.id(),
                null));
        Interaction corrected =
                acme.interaction(never.id(), 2, contact, Direction.OUTBOUND, Outcome.NO_ANSWER, CLOCK.instant());
        acme.deliver(corrected, new InteractionCorrected(corrected));
        acme.changed(state(contact, 3, acme.rep()));

        // Then
        assertEquals("active", acme.plan(contact).getString("state"));
        assertEquals("done", acme.state(contact, 1));
    }
}
