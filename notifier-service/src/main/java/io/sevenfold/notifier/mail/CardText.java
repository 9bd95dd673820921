package io.sevenfold.notifier.mail;

import io.sevenfold.events.Channel;
import io.sevenfold.events.Reason;
import io.sevenfold.events.Touchpoint;
import io.sevenfold.events.TouchpointKind;
import io.sevenfold.notifier.mail.MailContent.Card;
import io.sevenfold.notifier.mail.MailContent.Link;
import io.sevenfold.notifier.mail.MailContent.Row;
import io.sevenfold.notifier.mail.ReminderFacts.Happened;
import io.sevenfold.notifier.mail.ReminderFacts.Item;
import io.sevenfold.notifier.mail.ReminderFacts.Owed;
import io.sevenfold.notifier.mail.ReminderFacts.Person;
import io.sevenfold.notifier.reminder.Occasion;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds the words for one touchpoint of a mail: in full, in a line, or in a subject. */
final class CardText {

    private static final Owed NOTHING_KNOWN = new Owed(null, null, null);

    private final Letter letter;
    private final Item item;
    private final Touchpoint touchpoint;
    private final Person contact;
    private final String name;
    private final RepTime time;

    CardText(Letter letter, Item item) {
        this.letter = letter;
        this.item = item;
        this.touchpoint = item.due().touchpoint();
        this.contact = item.contact();
        this.name = Line.name(contact.name(), "somebody without a name");
        this.time = letter.time();
    }

    Card card() {
        Link page = page();
        return new Card(
                label(),
                isReplyOwed(),
                name,
                Line.joined(", ", Line.name(contact.title()), Line.name(contact.company())),
                item.stage() == null ? null : Phrases.stage(item.stage()),
                Reach.links(contact, touchpoint.channel()),
                Line.joined(" ", notice(), contact.doNotContact() ? Phrases.WROTE_FIRST : null),
                toDo(),
                isEscalation() ? null : Line.prose(touchpoint.guidance()),
                theirTime(),
                answerBy(),
                isEscalation() ? "What happened last" : "Last between you",
                new Story(letter, item, name).told(isReplyOwed()),
                reasons(),
                page,
                isTheirs() ? Phrases.actions(touchpoint.kind(), page.href()) : List.of(page));
    }

    /** For what is only listed. */
    Row row() {
        return new Row(
                capitalised(inShort() + (isReplyOwed() ? "" : ": " + Phrases.give(touchpoint.intent()))),
                Line.joined(", ", label(), answerBy() == null ? null : "answer by " + answerBy()),
                page().href());
    }

    /** What to do with whom, to go on a sentence: {@code call Ada Lovelace (Engines)}. */
    String inShort() {
        return isReplyOwed() ? "reply to " + whoAndWhere() : Phrases.reachOut(touchpoint.channel(), whoAndWhere());
    }

    /** The same without where they are. */
    String inShortest() {
        return isReplyOwed() ? "reply to " + name : Phrases.reachOut(touchpoint.channel(), name);
    }

    /** Of a mail that is about this touchpoint only. */
    String subject() {
        return switch (item.occasion()) {
            case REPLY -> "Reply owed: " + whoWrote();
            case WARNING -> "Answer by " + time.time(owed().answerBy()) + ": " + whoWrote();
            case ESCALATION -> "Reply overdue: " + whoOwes("a colleague") + " owes " + whoAndWhere() + " an answer";
            default ->
                whoAndWhere() + ": " + Phrases.give(touchpoint.intent())
                        + (touchpoint.step() == null ? "" : " – " + kind().toLowerCase(Locale.ROOT));
        };
    }

    String toDo() {
        return isEscalation()
                ? "Talk to " + whoOwes("a colleague") + ", or answer " + name + " yourself."
                : capitalised(Phrases.reachOut(touchpoint.channel(), name)) + " and "
                        + Phrases.give(touchpoint.intent()) + ".";
    }

    private String label() {
        return switch (item.occasion()) {
            case WARNING -> "Reply still owed";
            case ESCALATION -> "Reply overdue";
            case OVERDUE_2 -> kind() + ", waiting for two working days";
            case OVERDUE_5 -> kind() + ", waiting for five working days";
            default -> kind();
        };
    }

    private String kind() {
        return Phrases.label(touchpoint, item.due().steps());
    }

    /** Of what was recorded late nobody is told when it was to be answered (N3). */
    private String answerBy() {
        return owed().answerBy() == null
                        || isEscalation()
                        || Boolean.TRUE.equals(item.due().late())
                ? null
                : time.dayAndTime(owed().answerBy(), letter.now());
    }

    private String notice() {
        return switch (item.occasion()) {
            case WARNING -> "Not answered yet, and the time to answer ends at " + time.time(owed().answerBy()) + ".";
            case ESCALATION ->
                whoOwes("A colleague") + " has owed " + name + " an answer since "
                        + time.dayAndTime(owedSince(), letter.now()) + ".";
            default -> null;
        };
    }

    /** Their word; the clock began later where they were tried since. */
    private Instant owedSince() {
        Happened theirs = item.lastTheirs();
        Instant clock = owed().since();
        return theirs != null && theirs.occurredAt().isBefore(clock) ? theirs.occurredAt() : clock;
    }

    private String whoOwes(String unknown) {
        return Line.name(owed().repName(), unknown);
    }

    private String whoWrote() {
        Happened theirs = item.lastTheirs();
        return theirs == null
                ? name
                : name + " " + Phrases.reachedOut(theirs.channel()) + " on "
                        + time.day(theirs.occurredAt(), letter.now());
    }

    private String whoAndWhere() {
        String company = Line.name(contact.company());
        return company == null ? name : name + " (" + company + ")";
    }

    private String theirTime() {
        return touchpoint.channel() != Channel.CALL || contact.timeZone() == null
                ? null
                : time.timeOf(ZoneId.of(contact.timeZone()), letter.now());
    }

    private List<String> reasons() {
        if (isEscalation()) {
            String ended = time.dayAndTime(owed().answerBy(), letter.now());
            return List.of("The time to answer ended on " + ended + ", and no answer is recorded.");
        }
        List<String> reasons = Stream.concat(
                        Stream.ofNullable(Phrases.back(item.occasion())),
                        Stream.ofNullable(touchpoint.reasons())
                                .flatMap(List::stream)
                                .map(Reason::text)
                                .map(Line::prose))
                .filter(Objects::nonNull)
                .map(Phrases::sentence)
                .toList();
        return reasons.isEmpty() && isReplyOwed() ? List.of(Phrases.THEY_WAIT) : reasons;
    }

    private Link page() {
        return new Link(
                isTheirs() ? Phrases.allActions(touchpoint.kind()) : "See how it stands",
                letter.links().touchpoint(touchpoint.id(), item.due().round()));
    }

    /** Whether whom the mail is to may act on it: of an escalation they are shown it. */
    private boolean isTheirs() {
        return !isEscalation();
    }

    private boolean isReplyOwed() {
        return touchpoint.kind() == TouchpointKind.REPLY_OWED;
    }

    private boolean isEscalation() {
        return item.occasion() == Occasion.ESCALATION;
    }

    private Owed owed() {
        return item.owed() == null ? NOTHING_KNOWN : item.owed();
    }

    static String capitalised(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}
