package io.sevenfold.notifier.mail;

import io.sevenfold.events.Channel;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Reason;
import io.sevenfold.events.Touchpoint;
import io.sevenfold.events.TouchpointDue;
import io.sevenfold.events.TouchpointKind;
import io.sevenfold.notifier.mail.MailFacts.Happened;
import io.sevenfold.notifier.mail.MailFacts.Person;
import io.sevenfold.notifier.mail.ReminderContent.Link;
import io.sevenfold.notifier.mail.ReminderContent.Told;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the words of one reminder. */
final class ReminderText {

    private final MailFacts facts;
    private final TouchpointDue due;
    private final Touchpoint touchpoint;
    private final Person contact;
    private final String name;
    private final RepTime time;
    private final Instant now;

    /** @param now the mail's date */
    ReminderText(MailFacts facts, TouchpointDue due, Instant now) {
        this.facts = facts;
        this.due = due;
        this.touchpoint = due.touchpoint();
        this.contact = facts.contact();
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
                joined(", ", contact.title(), contact.company()),
                Phrases.reachOut(touchpoint.channel(), name) + " and " + Phrases.give(touchpoint.intent()) + ".",
                Line.clean(touchpoint.guidance()),
                links(),
                theirTime(),
                due.answerBy() == null ? null : time.dayAndTime(due.answerBy(), now),
                contact.doNotContact()
                        ? "They once asked not to be contacted. They wrote first: answer, and no more."
                        : null,
                story(),
                reasons());
    }

    private String subject() {
        if (isReplyOwed()) {
            Happened theirs = facts.lastTheirs();
            return theirs == null
                    ? "Reply owed: " + name
                    : "Reply owed: " + name + " " + Phrases.reachedOut(theirs.channel()) + " on "
                            + time.day(theirs.occurredAt(), now);
        }
        String company = Line.clean(contact.company());
        return name + (company == null ? "" : " (" + company + ")") + ": " + Phrases.give(touchpoint.intent())
                + (touchpoint.step() == null ? "" : " – " + label().toLowerCase(Locale.ROOT));
    }

    private String label() {
        return switch (touchpoint.kind()) {
            case STEP -> "Touch " + touchpoint.step() + (due.steps() == null ? "" : " of " + due.steps());
            case REPLY_OWED -> "Reply owed";
            case THANK_YOU -> "Thank-you";
        };
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

    /** What happened last; where a reply is owed, first what it is owed to. */
    private List<Told> story() {
        Happened theirs = isReplyOwed() ? facts.lastTheirs() : null;
        Happened last = facts.last();
        boolean same = theirs != null && last != null && theirs.id().equals(last.id());
        return Stream.of(theirs, same ? null : last)
                .filter(Objects::nonNull)
                .map(this::told)
                .toList();
    }

    private Told told(Happened happened) {
        boolean theirs = happened.direction() == Direction.INBOUND;
        String rep = rep(happened, theirs);
        String sentence =
                theirs ? Phrases.did(name, happened.channel(), rep) : Phrases.did(rep, happened.channel(), name);
        return new Told(
                time.dayAndTime(happened.occurredAt(), now),
                joined(" ", sentence + ".", Phrases.cameOfIt(happened.outcome(), theirs)),
                Line.clean(happened.note()),
                Line.clean(happened.gave()));
    }

    private String rep(Happened happened, boolean asObject) {
        if (happened.repId() == null && asObject || facts.rep().id().equals(happened.repId())) {
            return asObject ? "you" : "You";
        }
        String colleague = Line.clean(happened.repName());
        return colleague != null ? colleague : asObject ? "a colleague" : "A colleague";
    }

    private List<String> reasons() {
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

    private static String joined(String separator, String... parts) {
        String all = Stream.of(parts).map(Line::clean).filter(Objects::nonNull).collect(Collectors.joining(separator));
        return all.isEmpty() ? null : all;
    }

    private static String encoded(String address) {
        return URLEncoder.encode(address, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%40", "@");
    }
}
