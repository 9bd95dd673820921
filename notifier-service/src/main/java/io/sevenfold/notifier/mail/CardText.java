package io.sevenfold.notifier.mail;

import io.sevenfold.events.Channel;
import io.sevenfold.events.Reason;
import io.sevenfold.events.Touchpoint;
import io.sevenfold.language.Phrases;
import io.sevenfold.language.RepTime;
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

    CardText(Touch touch) {
        this.touch = touch;
        this.item = touch.item();
        this.touchpoint = touch.touchpoint();
        this.contact = item.contact();
        this.time = touch.letter().time();
    }

    Card card() {
        Link page = touch.page();
        return new Card(
                touch.label(),
                touch.isReplyOwed(),
                touch.name(),
                Line.joined(", ", Line.name(contact.title()), Line.name(contact.company())),
                item.stage() == null ? null : MailWords.stage(item.stage()),
                Reach.links(contact, touchpoint.channel()),
                Line.joined(" ", notice(), contact.doNotContact() ? MailWords.WROTE_FIRST : null),
                toDo(),
                touch.isEscalation() ? null : Line.prose(touchpoint.guidance()),
                theirTime(),
                touch.answerBy(),
                touch.isEscalation() ? "What happened last" : "Last between you",
                new Story(touch).told(),
                reasons(),
                page,
                touch.isEscalation() ? List.of(page) : MailWords.actions(touchpoint.kind(), page.href()));
    }

    String toDo() {
        return touch.isEscalation()
                ? "Talk to " + touch.whoOwes("a colleague") + ", or answer " + touch.name() + " yourself."
                : Phrases.toDo(touchpoint.channel(), touch.name(), touchpoint.intent());
    }

    private String notice() {
        return switch (item.occasion()) {
            case WARNING ->
                "Not answered yet, and the time to answer ends at "
                        + time.time(touch.owed().answerBy()) + ".";
            case ESCALATION ->
                touch.whoOwes("A colleague") + " has owed " + touch.name() + " an answer since "
                        + time.dateAndTime(owedSince()) + ".";
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
                : time.timeOf(ZoneId.of(contact.timeZone()));
    }

    private List<String> reasons() {
        if (touch.isEscalation()) {
            String ended = time.dateAndTime(touch.owed().answerBy());
            return List.of("The time to answer ended on " + ended + ", and no answer is recorded.");
        }
        Stream<String> ofItsDate = Stream.ofNullable(touchpoint.reasons())
                .flatMap(List::stream)
                .map(Reason::text)
                .map(Line::prose);
        List<String> reasons = Stream.concat(Stream.ofNullable(MailWords.back(item.occasion())), ofItsDate)
                .filter(Objects::nonNull)
                .map(MailWords::sentence)
                .toList();
        return reasons.isEmpty() && touch.isReplyOwed() ? List.of(MailWords.THEY_WAIT) : reasons;
    }
}
