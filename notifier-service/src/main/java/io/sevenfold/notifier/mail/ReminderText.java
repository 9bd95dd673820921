package io.sevenfold.notifier.mail;

import io.sevenfold.events.Channel;
import io.sevenfold.events.Reason;
import io.sevenfold.events.Touchpoint;
import io.sevenfold.events.TouchpointDue;
import io.sevenfold.events.TouchpointKind;
import io.sevenfold.notifier.mail.ReminderContent.Link;
import io.sevenfold.notifier.mail.ReminderFacts.Happened;
import io.sevenfold.notifier.mail.ReminderFacts.Item;
import io.sevenfold.notifier.mail.ReminderFacts.Person;
import io.sevenfold.notifier.reminder.Occasion;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds the words of one reminder. */
final class ReminderText {

    private static final String WROTE_FIRST =
            "They once asked not to be contacted. They wrote first: answer, and no more.";

    private final ReminderFacts facts;
    private final Item item;
    private final TouchpointDue due;
    private final Touchpoint touchpoint;
    private final Person contact;
    private final String name;
    private final RepTime time;
    private final Instant now;

    /** @param now the mail's date */
    ReminderText(ReminderFacts facts, Instant now) {
        this.facts = facts;
        this.item = facts.items().get(0);
        this.due = item.due();
        this.touchpoint = due.touchpoint();
        this.contact = item.contact();
        this.name = Line.clean(contact.name());
        this.time = new RepTime(
                Locale.forLanguageTag(facts.rep().locale()),
                ZoneId.of(facts.rep().timeZone()));
        this.now = now;
    }

    ReminderContent content() {
        return new ReminderContent(
                subject(),
                time.fullDay(now),
                label(),
                name,
                Line.joined(", ", contact.title(), contact.company()),
                toDo(),
                isEscalation() ? null : Line.clean(touchpoint.guidance()),
                links(),
                theirTime(),
                answerBy(),
                Line.joined(" ", notice(), contact.doNotContact() ? WROTE_FIRST : null),
                isEscalation() ? "What happened last" : "Last between you",
                new Story(facts.rep(), item, name, time, now).told(isReplyOwed()),
                reasons());
    }

    private String subject() {
        return switch (item.occasion()) {
            case DUE, OVERDUE_2, OVERDUE_5 ->
                whoAndWhere() + ": " + Phrases.give(touchpoint.intent())
                        + (touchpoint.step() == null ? "" : " – " + label().toLowerCase(Locale.ROOT));
            case REPLY -> "Reply owed: " + whoWrote();
            case WARNING -> "Answer by " + time.time(item.owed().answerBy()) + ": " + whoWrote();
            case ESCALATION -> "Reply overdue: " + whoOwes("a colleague") + " owes " + whoAndWhere() + " an answer";
            default -> throw notSingle();
        };
    }

    private String label() {
        return switch (item.occasion()) {
            case WARNING -> "Reply still owed";
            case ESCALATION -> "Reply overdue";
            case DUE, REPLY, OVERDUE_2, OVERDUE_5 -> Phrases.label(touchpoint, due.steps());
            default -> throw notSingle();
        };
    }

    private String toDo() {
        return isEscalation()
                ? "Talk to " + whoOwes("a colleague") + ", or answer " + name + " yourself."
                : Phrases.reachOut(touchpoint.channel(), name) + " and " + Phrases.give(touchpoint.intent()) + ".";
    }

    /** Of what was recorded late nobody is told when it was to be answered (N3). */
    private String answerBy() {
        Instant answerBy = item.owed().answerBy();
        return answerBy == null || isEscalation() || Boolean.TRUE.equals(due.late())
                ? null
                : time.dayAndTime(answerBy, now);
    }

    private String notice() {
        return switch (item.occasion()) {
            case DUE, REPLY, OVERDUE_2, OVERDUE_5 -> null;
            case WARNING ->
                "Not answered yet, and the time to answer ends at "
                        + time.time(item.owed().answerBy()) + ".";
            case ESCALATION ->
                whoOwes("A colleague") + " has owed " + name + " an answer since " + time.dayAndTime(owedSince(), now)
                        + ".";
            default -> throw notSingle();
        };
    }

    /** Their word; the clock began later where they were tried since. */
    private Instant owedSince() {
        Instant clock = item.owed().since();
        Happened theirs = item.lastTheirs();
        return theirs != null && theirs.occurredAt().isBefore(clock) ? theirs.occurredAt() : clock;
    }

    private String whoOwes(String unknown) {
        String rep = Line.clean(item.owed().repName());
        return rep == null ? unknown : rep;
    }

    private String whoWrote() {
        Happened theirs = item.lastTheirs();
        return theirs == null
                ? name
                : name + " " + Phrases.reachedOut(theirs.channel()) + " on " + time.day(theirs.occurredAt(), now);
    }

    private String whoAndWhere() {
        String company = Line.clean(contact.company());
        return company == null ? name : name + " (" + company + ")";
    }

    /** The way this touch goes comes first, where it is one of a phone's. */
    private List<Link> links() {
        Link phone = contact.phone() == null
                ? null
                : new Link(Line.clean(contact.phone()), "tel:" + contact.phone().replaceAll("[^+0-9]", ""));
        Link email = contact.email() == null
                ? null
                : new Link(Line.clean(contact.email()), "mailto:" + encoded(contact.email()));
        return switch (touchpoint.channel()) {
            case CALL, MESSAGE ->
                Stream.of(phone, email).filter(Objects::nonNull).toList();
            default -> Stream.of(email, phone).filter(Objects::nonNull).toList();
        };
    }

    private String theirTime() {
        return touchpoint.channel() != Channel.CALL || contact.timeZone() == null
                ? null
                : time.timeOf(ZoneId.of(contact.timeZone()), now);
    }

    private List<String> reasons() {
        if (isEscalation()) {
            String ended = time.dayAndTime(item.owed().answerBy(), now);
            return List.of("The time to answer ended on " + ended + ", and no answer is recorded.");
        }
        return touchpoint.reasons() == null
                ? List.of()
                : touchpoint.reasons().stream()
                        .map(Reason::text)
                        .map(Line::clean)
                        .filter(Objects::nonNull)
                        .toList();
    }

    private boolean isReplyOwed() {
        return touchpoint.kind() == TouchpointKind.REPLY_OWED;
    }

    private boolean isEscalation() {
        return item.occasion() == Occasion.ESCALATION;
    }

    private static String encoded(String address) {
        return URLEncoder.encode(address, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%40", "@");
    }

    private IllegalStateException notSingle() {
        return new IllegalStateException("No mail of one touchpoint: " + item.occasion());
    }
}
