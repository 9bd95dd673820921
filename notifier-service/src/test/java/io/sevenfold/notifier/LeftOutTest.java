package io.sevenfold.notifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.sevenfold.events.Channel;
import io.sevenfold.events.Contact;
import io.sevenfold.events.ContactChanged;
import io.sevenfold.events.ContactErased;
import io.sevenfold.events.RepErased;
import io.sevenfold.events.Topic;
import io.sevenfold.events.TouchpointCancelled;
import io.sevenfold.events.TouchpointDone;
import io.sevenfold.events.TouchpointPostponed;
import io.sevenfold.events.TouchpointSkipped;
import io.sevenfold.events.TouchpointSnoozed;
import io.sevenfold.infra.Mail;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is known by then to need no reminder is left out (N4). Nothing is sent before the rep is known: so each test decides when. */
@NotifierServiceTest
class LeftOutTest {

    private static final Instant NOW = DomainClockOfTests.START;
    private static final LocalDate MONDAY = LocalDate.of(2026, 12, 7);

    /** What ends a round of a touchpoint. */
    record Ending(String name, BiFunction<Workspace, UUID, Object> event) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Ending> endings() {
        return Stream.of(
                new Ending("done", (w, t) -> new TouchpointDone(w.contactId(), t, w.repId(), 1, NOW, null, null)),
                new Ending("skipped", (w, t) -> new TouchpointSkipped(w.contactId(), t, w.repId(), 1, NOW, "me", null)),
                new Ending(
                        "snoozed", (w, t) -> new TouchpointSnoozed(w.contactId(), t, w.repId(), 1, NOW, "me", MONDAY)),
                new Ending("cancelled", (w, t) -> new TouchpointCancelled(w.contactId(), t, w.repId(), 1, NOW)),
                new Ending(
                        "postponed", (w, t) -> new TouchpointPostponed(w.contactId(), t, w.repId(), 1, NOW, MONDAY)));
    }

    @ParameterizedTest
    @MethodSource("endings")
    void sendsNothingOfARoundThatHasEnded(Ending ending) {
        // Given
        Workspace acme = Workspace.fresh();
        acme.addContact();
        UUID touchpoint = acme.due();

        // When
        acme.publish(ending.event().apply(acme, touchpoint));
        acme.awaitStates("cancelled");

        // Then
        sendsOnlyTheNext(acme, "sent", "cancelled");
    }

    @ParameterizedTest
    @MethodSource("endings")
    void sendsNothingWhereTheEndIsSeenBeforeTheBeginning(Ending ending) {
        // Given
        Workspace acme = Workspace.fresh();
        acme.addContact();
        UUID touchpoint = UUID.randomUUID();

        // When
        acme.publish(ending.event().apply(acme, touchpoint));
        acme.due(touchpoint, 1);
        acme.awaitStates("cancelled");

        // Then
        sendsOnlyTheNext(acme, "sent", "cancelled");
    }

    @Test
    void sendsOnlyTheNewestOfTheRoundsThatPiledUp() {
        // Given
        Workspace acme = Workspace.fresh();
        acme.addContact();
        UUID touchpoint = UUID.randomUUID();
        acme.due(touchpoint, 2);
        acme.due(touchpoint, 1);
        acme.due(touchpoint, 3);
        acme.awaitStates("pending", "cancelled", "cancelled");

        // When
        acme.addRep();

        // Then
        acme.awaitStates("sent", "cancelled", "cancelled");
        assertEquals(1, acme.mails().size());
    }

    @Test
    void sendsNothingAboutTheErasedAndForgetsWhatItWouldHaveSaid() {
        // Given
        Workspace acme = Workspace.fresh();
        acme.addContact();
        acme.due();
        acme.awaitStates("pending");

        // When
        acme.publish(Topic.CONTACTS, acme.contactId(), new ContactErased(acme.contactId(), 2));
        acme.awaitStates("cancelled");
        acme.publish(Topic.CONTACTS, acme.contactId(), new ContactChanged(acme.contact(3, "Ada, again")));
        acme.due();
        acme.addRep();

        // Then
        Workspace other = Workspace.known();
        other.due();
        other.awaitMail();
        acme.awaitStates("cancelled");
        assertEquals(List.of(), acme.mails());
        assertFalse(acme.isKnown("Ada"), "something of the erased is left");
    }

    @Test
    void sendsNothingAboutWhoMustNotBeContacted() {
        leavesOut(contact -> contact.contact(2, "Ada Lovelace", true, List.of()));
    }

    @Test
    void sendsNothingForAChannelTheyOptedOutOf() {
        leavesOut(contact -> contact.contact(2, "Ada Lovelace", false, List.of(Channel.CALL)));
    }

    private static void leavesOut(Function<Workspace, Contact> contact) {
        // Given
        Workspace acme = Workspace.fresh();
        acme.addContact();
        acme.due();

        // When
        acme.publish(Topic.CONTACTS, acme.contactId(), new ContactChanged(contact.apply(acme)));
        acme.awaitStates("cancelled");
        acme.addRep();

        // Then
        acme.publish(acme.due(acme.replyOwed(UUID.randomUUID()), 1));
        acme.wrote(null, NOW.minus(Duration.ofDays(1)));
        acme.awaitStates("pending", "sent", "cancelled");
        assertEquals(
                List.of("Reply owed: Ada Lovelace wrote on 2 Dec"),
                acme.mails().stream().map(Mail::subject).toList());
    }

    @Test
    void sendsNothingToTheErasedRep() {
        // Given
        Workspace acme = Workspace.fresh();
        acme.addContact();
        acme.due();
        acme.awaitStates("pending");

        // When
        acme.publish(Topic.REPS, acme.repId(), new RepErased(acme.repId(), 2));

        // Then
        acme.awaitStates("cancelled");
        assertEquals(List.of(), acme.mails());
    }

    private static void sendsOnlyTheNext(Workspace acme, String... states) {
        acme.addRep();
        acme.due();
        acme.awaitStates(states);
        assertEquals(1, acme.mails().size());
    }
}
