package io.sevenfold.notifier.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.sevenfold.events.Channel;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Intent;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.Touchpoint;
import io.sevenfold.events.TouchpointDue;
import io.sevenfold.events.TouchpointKind;
import io.sevenfold.events.TouchpointState;
import io.sevenfold.notifier.mail.ReminderFacts.Happened;
import io.sevenfold.notifier.mail.ReminderFacts.Item;
import io.sevenfold.notifier.mail.ReminderFacts.Owed;
import io.sevenfold.notifier.mail.ReminderFacts.Person;
import io.sevenfold.notifier.mail.ReminderFacts.Recipient;
import io.sevenfold.notifier.reminder.Occasion;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mail says who, what this touch gives, and the last thing that happened (N5), from as little as a name. */
class SingleMailTest {

    private static final Instant NOW = Instant.parse("2026-12-03T13:30:00Z");
    private static final UUID REP = UUID.randomUUID();

    private static final Person ONLY_A_NAME = new Person(UUID.randomUUID(), "Ada", null, null, null, null, null, false);

    @Test
    void needsNothingButAName() {
        Content content = content(touchpoint(TouchpointKind.STEP, 1, Channel.EMAIL, Intent.HELP), null, null);

        assertEquals("Ada: offer help – touch 1 of 7", content.subject());
        assertEquals("E-mail Ada and offer help.", content.card().toDo());
        assertEquals(List.of(), content.card().links());
        assertEquals(List.of(), content.card().story());
        assertNull(content.card().role());
        assertNull(content.card().theirTime());
    }

    @Test
    void saysThanksWithoutCountingATouch() {
        Content content =
                content(touchpoint(TouchpointKind.THANK_YOU, null, Channel.MESSAGE, Intent.THANKS), null, null);

        assertEquals("Ada: say thanks", content.subject());
        assertEquals("Thank-you", content.card().label());
    }

    @ParameterizedTest
    @CsvSource({
        "CALL, Reply owed: Ada called on 24 Nov",
        "EMAIL, Reply owed: Ada wrote on 24 Nov",
        "MEETING, Reply owed: Ada met you on 24 Nov",
    })
    void namesWhatTheReplyIsOwedTo(Channel channel, String subject) {
        Happened theirs = happened(Direction.INBOUND, channel, Outcome.REPLIED, null, null);

        assertEquals(subject, content(replyOwed(), theirs, theirs).subject());
    }

    @Test
    void tellsTheManagerOfWhomNothingElseIsKnown_N3() {
        Happened tried = happened(Direction.OUTBOUND, Channel.CALL, Outcome.NO_ANSWER, UUID.randomUUID(), null);
        Owed owed = new Owed(null, Instant.parse("2026-12-03T09:30:00Z"), NOW);
        Content content = content(Occasion.ESCALATION, replyOwed(), tried, null, owed);

        assertEquals("Reply overdue: a colleague owes Ada an answer", content.subject());
        assertEquals(
                "Talk to a colleague, or answer Ada yourself.", content.card().toDo());
        assertEquals(
                "A colleague has owed Ada an answer since 3 Dec, 10:30.",
                content.card().notice());
        assertEquals(
                List.of("The time to answer ended on 3 Dec, 14:30, and no answer is recorded."),
                content.card().reasons());
        assertEquals(
                "A colleague called Ada. No answer.",
                content.card().story().get(0).sentence());
    }

    @Test
    void countsWhatIsOwedFromTheirWordWhereTheyWereTriedSince_N3() {
        Happened theirs = happened(Direction.INBOUND, Channel.EMAIL, Outcome.REPLIED, null, null);
        Owed owed = new Owed("Hopper", Instant.parse("2026-12-03T09:30:00Z"), NOW);
        Content content = content(Occasion.ESCALATION, replyOwed(), theirs, theirs, owed);

        assertEquals(
                "Hopper has owed Ada an answer since 24 Nov, 10:05.",
                content.card().notice());
        assertEquals("Ada e-mailed us.", content.card().story().get(0).sentence());
    }

    @Test
    void tellsWhatTheyWroteBeforeOurTriesToAnswer() {
        Happened theirs = happened(Direction.INBOUND, Channel.EMAIL, Outcome.NOT_NOW, REP, null);
        Happened tried = happened(Direction.OUTBOUND, Channel.CALL, Outcome.NO_ANSWER, REP, null);

        List<String> story = content(replyOwed(), tried, theirs).card().story().stream()
                .map(MailContent.Told::sentence)
                .toList();

        assertEquals(List.of("Ada e-mailed you. They said: not now.", "You called Ada. No answer."), story);
    }

    @ParameterizedTest
    @CsvSource({
        "OUTBOUND, Grace, Grace called Ada. They answered.",
        "OUTBOUND, , A colleague called Ada. They answered.",
        "INBOUND, Grace, Ada called Grace.",
        "INBOUND, , Ada called a colleague.",
    })
    void namesTheColleagueWhoseItWas(Direction direction, String colleague, String sentence) {
        Happened last = happened(direction, Channel.CALL, Outcome.REPLIED, UUID.randomUUID(), colleague);
        Touchpoint next = touchpoint(TouchpointKind.STEP, 3, Channel.CALL, Intent.ASK);

        assertEquals(sentence, content(next, last, null).card().story().get(0).sentence());
    }

    private static Touchpoint replyOwed() {
        return touchpoint(TouchpointKind.REPLY_OWED, null, Channel.EMAIL, Intent.ANSWER);
    }

    private static Touchpoint touchpoint(TouchpointKind kind, Integer step, Channel channel, Intent intent) {
        return new Touchpoint(
                UUID.randomUUID(), step, kind, TouchpointState.DUE, channel, intent, null, null, null, null, null);
    }

    private static Happened happened(Direction direction, Channel channel, Outcome outcome, UUID rep, String repName) {
        Instant at = Instant.parse("2026-11-24T09:05:00Z");
        return new Happened(UUID.randomUUID(), rep, repName, direction, channel, outcome, at, null, null);
    }

    private static Content content(Touchpoint touchpoint, Happened last, Happened theirs) {
        return content(Occasion.of(touchpoint.kind()), touchpoint, last, theirs, new Owed(null, null, null));
    }

    private static Content content(
            Occasion occasion, Touchpoint touchpoint, Happened last, Happened theirs, Owed owed) {
        Recipient rep = new Recipient(REP, "Grace", "grace@reps.example", "en-GB", "Europe/Berlin");
        TouchpointDue due = new TouchpointDue(UUID.randomUUID(), REP, 1, 7, NOW, null, null, null, touchpoint);
        Item item = new Item(occasion, due, ONLY_A_NAME, null, last, theirs, owed, true);
        MailContent mail =
                LinksOfTests.content(new ReminderFacts(occasion, "acme", rep, List.of(item), null, null, null), NOW);
        return new Content(mail.subject(), mail.sections().get(0).cards().get(0));
    }

    private record Content(String subject, MailContent.Card card) {}
}
