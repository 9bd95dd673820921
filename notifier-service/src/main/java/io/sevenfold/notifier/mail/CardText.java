package io.sevenfold.notifier.mail;

import io.sevenfold.events.Channel;
import io.sevenfold.events.Reason;
import io.sevenfold.events.Touchpoint;
import io.sevenfold.notifier.mail.MailContent.Card;
import io.sevenfold.notifier.mail.MailContent.Link;
import io.sevenfold.notifier.mail.ReminderFacts.Item;
import io.sevenfold.notifier.mail.ReminderFacts.Person;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Tells of a touchpoint in full (N5). */
final class CardText {

    private final Touch touch;
    private final Item item;
    private final Touchpoint touchpoint;
    private final Person contact;
    private final RepTime time;
    private final Instant now;

    CardText(Touch touch) {
        this.touch = touch;
        this.item = touch.item();
        this.touchpoint = touch.touchpoint();
        this.contact = item.contact();
        this.time = touch.letter().time();
        this.now = touch.letter().now();
    }

    Card card() {
        Link page = touch.page();
        return new Card(
                touch.label(),
                touch.isReplyOwed(),
                touch.name(),
                Line.joined(", ", Line.name(contact.title()), Line.name(contact.company())),
                item.stage() == null ? null : Phrases.stage(item.stage()),
                Reach.links(contact, touchpoint.channel()),
                Line.joined(" ", notice(), contact.doNotContact() ? Phrases.WROTE_FIRST : null),
                toDo(),
                touch.isEscalation() ? null : Line.prose(touchpoint.guidance()),
                theirTime(),
                touch.answerBy(),
                touch.isEscalation() ? "What happened last" : "Last between you",
                new Story(touch).told(),
                reasons(),
                page,
                touch.isEscalation() ? List.of(page) : Phrases.actions(touchpoint.kind(), page.href()));
    }

    String toDo() {
        return touch.isEscalation()
                ? "Talk to " + touch.whoOwes("a colleague") + ", or answer " + touch.name() + " yourself."
                : Phrases.capitalised(Phrases.reachOut(touchpoint.channel(), touch.name())) + " and "
                        + Phrases.give(touchpoint.intent()) + ".";
    }

    private String notice() {
        return switch (item.occasion()) {
            case WARNING ->
                "Not answered yet, and the time to answer ends at "
                        + time.time(touch.owed().answerBy()) + ".";
            case ESCALATION ->
                touch.whoOwes("A colleague") + " has owed " + touch.name() + " an answer since "
                        + time.dayAndTime(owedSince(), now) + ".";
            default -> null;
        };
    }

    /** Their word; the clock began later where they were tried since. */
    private Instant owedSince() {
        Instant clock = touch.owed().since();
        return touch.theirs() != null && touch.theirs().occurredAt().isBefore(clock)
                ? touch.theirs().occurredAt()
                : clock;
    }

    private String theirTime() {
        return touchpoint.channel() != Channel.CALL || contact.timeZone() == null
                ? null
                : time.timeOf(ZoneId.of(contact.timeZone()), now);
    }

    private List<String> reasons() {
        if (touch.isEscalation()) {
            String ended = time.dayAndTime(touch.owed().answerBy(), now);
            return List.of("The time to answer ended on " + ended + ", and no answer is recorded.");
        }
        Stream<String> ofItsDate = Stream.ofNullable(touchpoint.reasons())
                .flatMap(List::stream)
                .map(Reason::text)
                .map(Line::prose);
        List<String> reasons = Stream.concat(Stream.ofNullable(Phrases.back(item.occasion())), ofItsDate)
                .filter(Objects::nonNull)
                .map(Phrases::sentence)
                .toList();
        return reasons.isEmpty() && touch.isReplyOwed() ? List.of(Phrases.THEY_WAIT) : reasons;
    }
}
