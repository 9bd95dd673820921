package io.sevenfold.notifier.mail;

import static io.sevenfold.notifier.mail.MailWords.count;

import io.sevenfold.events.TouchpointKind;
import io.sevenfold.language.Phrases;
import io.sevenfold.notifier.mail.MailContent.Link;
import io.sevenfold.notifier.mail.MailContent.Section;
import io.sevenfold.notifier.mail.ReminderFacts.Day;
import io.sevenfold.notifier.mail.ReminderFacts.Item;
import io.sevenfold.notifier.reminder.Occasion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The morning's mail (N1, N2): replies owed, what is due, what waits, what was moved and why, and the days to come. */
final class DigestMail {

    private final Letter letter;
    private final Day day;
    private final List<Item> replies;
    private final List<Item> due;
    private final List<Item> back;
    private final MovedText moved;
    private final String myDay;

    DigestMail(ReminderFacts facts, Letter letter) {
        this.letter = letter;
        this.day = facts.day();
        this.replies = facts.items().stream().filter(DigestMail::isReply).toList();
        this.back = facts.items().stream()
                .filter(item -> !isReply(item) && isBack(item))
                .toList();
        this.due = facts.items().stream()
                .filter(item -> !isReply(item) && !isBack(item))
                .toList();
        this.moved = new MovedText(letter);
        this.myDay = letter.links().myDay();
    }

    MailContent content() {
        return new MailContent(
                subject(),
                summary(),
                letter.today(),
                "Your day",
                summary(),
                sections(),
                new Link("Open My day", myDay),
                Footer.fewerMails(letter),
                Map.of());
    }

    private String subject() {
        List<ShortText> touches = Stream.of(replies, due, back)
                .flatMap(List::stream)
                .map(item -> new ShortText(new Touch(letter, item)))
                .toList();
        return (touches.isEmpty() ? summary() : Phrases.capitalised(Subjects.of(touches))) + " – "
                + letter.time().fullWeekday(day.date());
    }

    private String summary() {
        return Stream.of(
                        part(replies.size(), "reply owed", "replies owed"),
                        part(due.size(), "due today", "due today"),
                        part(back.size(), "still waiting", "still waiting"),
                        part(day.overdueMore(), "waiting longer", "waiting longer"),
                        part(day.moved().size(), "moved", "moved"),
                        part(day.movedOfTeam().size(), "moved in your team", "moved in your team"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String part(int number, String one, String many) {
        return number == 0 ? "" : count(number, one, many);
    }

    private List<Section> sections() {
        CardsOfMail cards = new CardsOfMail(letter);
        List<Section> sections = new ArrayList<>();
        sections.addAll(cards.section("Replies owed", "They wrote, and wait for you.", replies));
        sections.addAll(cards.section("Due today", null, due));
        sections.addAll(cards.section("Still waiting", null, back));
        if (day.overdueMore() > 0) {
            sections.add(Section.of(null, count(day.overdueMore(), "more has", "more have") + " been waiting longer.")
                    .with(new Link("Do, snooze or let go", myDay)));
        }
        sections.addAll(moved.today(day.moved()));
        sections.addAll(moved.tooLong(day.moved(), myDay));
        sections.addAll(moved.tooLongInTeam(day.movedOfTeam(), myDay));
        if (!load().isEmpty()) {
            sections.add(Section.of("The next days", "Planned so far: " + load() + "."));
        }
        return sections;
    }

    /** Within a week, so that a weekday says which day it is. */
    private String load() {
        return day.load().stream()
                .filter(load -> load.date().isBefore(day.date().plusWeeks(1)))
                .limit(5)
                .map(load -> letter.time().weekday(load.date()) + " " + load.planned())
                .collect(Collectors.joining(", "));
    }

    private static boolean isReply(Item item) {
        return item.due().touchpoint().kind() == TouchpointKind.REPLY_OWED;
    }

    private static boolean isBack(Item item) {
        return item.occasion() == Occasion.OVERDUE_2 || item.occasion() == Occasion.OVERDUE_5;
    }
}
