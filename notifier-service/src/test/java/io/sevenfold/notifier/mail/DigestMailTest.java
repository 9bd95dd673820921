package io.sevenfold.notifier.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sevenfold.events.DayLoad;
import io.sevenfold.notifier.mail.MailContent.Card;
import io.sevenfold.notifier.mail.MailContent.Link;
import io.sevenfold.notifier.mail.MailContent.Row;
import io.sevenfold.notifier.mail.MailContent.Section;
import io.sevenfold.notifier.mail.ReminderFacts.Day;
import io.sevenfold.notifier.mail.ReminderFacts.Item;
import io.sevenfold.notifier.mail.ReminderFacts.MovedTouch;
import io.sevenfold.notifier.reminder.Occasion;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The digest says what there is to do, in the order in which it matters (N1, N2), and why the rest waits (P5). */
class DigestMailTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Test
    void tellsItsContentInTheSubject() {
        assertEquals(
                "Call Katherine Johnson (Langley Orbits) – Tuesday",
                digest(quietDay(), Samples.call(Occasion.DUE)).subject());
        assertEquals(
                "Reply to Ada Lovelace (Analytical Engines) and call Katherine Johnson – Tuesday",
                digest(quietDay(), Samples.call(Occasion.DUE), Samples.reply(Occasion.REPLY))
                        .subject());
        assertEquals(
                "Reply to Ada Lovelace (Analytical Engines), call Katherine Johnson and 3 more – Tuesday",
                content(Samples.digest()).subject());
        assertEquals(
                "4 waiting longer – Tuesday",
                digest(new Day(TODAY, 4, List.of(), List.of(), List.of())).subject());
    }

    @Test
    void putsRepliesOwedFirst_N1() {
        MailContent mail = digest(
                quietDay(),
                Samples.call(Occasion.OVERDUE_2),
                Samples.call(Occasion.DUE),
                Samples.reply(Occasion.REPLY));

        assertEquals(List.of("Replies owed", "Due today", "Still waiting"), headings(mail));
        assertEquals("1 reply owed, 1 due today, 1 still waiting", mail.lead());
    }

    @Test
    void offersWhatCanBeDoneWithEach() {
        MailContent mail = digest(quietDay(), Samples.call(Occasion.DUE), Samples.reply(Occasion.REPLY));

        assertEquals(List.of("Answered", "No answer needed"), actions(card(mail, 0)));
        assertEquals(List.of("Done", "Snooze", "Skip"), actions(card(mail, 1)));
        for (Link action : card(mail, 1).actions()) {
            assertTrue(
                    action.href().matches("https://pages\\.example/touchpoints/[\\w.-]+/(done|snooze|skip)"),
                    action.href());
        }
    }

    @Test
    void countsInOneLineWhatWaitsLonger_N1() {
        Section more = digest(new Day(TODAY, 4, List.of(), List.of(), List.of()), Samples.call(Occasion.DUE))
                .sections()
                .get(1);

        assertEquals("4 more have been waiting longer.", more.lead());
        assertEquals("Do, snooze or let go", more.more().text());
        assertTrue(more.more().href().startsWith("https://pages.example/my-day/"));
    }

    @Test
    void asksToDecideAboutWhatWasMovedForFiveDays_P5() {
        MailContent mail = digest(new Day(
                TODAY,
                0,
                List.of(moved("Ada", "Grace Hopper", 4), moved("Emmy", "Grace Hopper", 5)),
                List.of(),
                List.of(moved("Hedy", "Alan Turing", 6))));

        assertEquals(
                List.of("Moved to another day", "Moved again and again", "Moved again and again in your team"),
                headings(mail));
        assertEquals(
                List.of(new Row("Ada (Engines)", "from Tue 24 Nov to Thu 26 Nov, moved for 4 days", null)),
                mail.sections().get(0).rows());
        assertTrue(mail.sections().get(1).lead().endsWith("Hand them over, pause or end them?"));
        assertEquals(
                "Alan Turing, from Tue 24 Nov to Thu 26 Nov, moved for 6 days",
                mail.sections().get(2).rows().get(0).detail());
    }

    @Test
    void tellsTheNextDaysInOneLine() {
        Day day = new Day(
                TODAY,
                0,
                List.of(),
                List.of(new DayLoad(TODAY.plusDays(1), 4), new DayLoad(TODAY.plusDays(6), 0)),
                List.of());

        assertEquals(
                "Planned so far: Wed 4, Mon 0.", digest(day).sections().get(0).lead());
    }

    @Test
    void onlyListsWhatAnotherMailAnnounced_N1() {
        MailContent mail = content(Samples.digest());

        assertEquals(
                List.of("Call Radia Perlman (Spanning Trees Ltd): invite them"),
                mail.sections().get(1).rows().stream().map(Row::text).toList());
    }

    @Test
    void listsInALineEachWhatWouldMakeItTooLong() {
        MailContent mail = content(Samples.digestOf(60));

        long cards = mail.sections().stream()
                .mapToLong(section -> section.cards().size())
                .sum();
        List<Row> rows = mail.sections().stream()
                .flatMap(section -> section.rows().stream())
                .toList();
        assertTrue(cards >= 5, cards + " told in full");
        assertEquals(1, mail.sections().get(0).cards().size(), "the reply owed is told in full");
        assertTrue(rows.stream().anyMatch(row -> row.text().matches("And \\d+ more")));
        assertEquals(59, digestedBy(mail));
    }

    private static long digestedBy(MailContent mail) {
        return mail.sections().stream()
                .filter(section -> "Due today".equals(section.heading()) || "Still waiting".equals(section.heading()))
                .mapToLong(section -> section.cards().size()
                        + section.rows().stream()
                                .mapToInt(row -> row.text().startsWith("And ")
                                        ? Integer.parseInt(row.text().split(" ")[1])
                                        : 1)
                                .sum())
                .sum();
    }

    private static Day quietDay() {
        return new Day(TODAY, 0, List.of(), List.of(), List.of());
    }

    private static MovedTouch moved(String name, String rep, int days) {
        return new MovedTouch(UUID.randomUUID(), name, "Engines", rep, TODAY, TODAY.plusDays(2), days);
    }

    private static MailContent digest(Day day, Item... items) {
        ReminderFacts sample = Samples.digest();
        return content(new ReminderFacts(Occasion.DIGEST, "acme", sample.rep(), List.of(items), day, null, null));
    }

    private static MailContent content(ReminderFacts facts) {
        return LinksOfTests.content(facts, Samples.MORNING);
    }

    private static List<String> headings(MailContent mail) {
        return mail.sections().stream().map(Section::heading).toList();
    }

    private static Card card(MailContent mail, int section) {
        return mail.sections().get(section).cards().get(0);
    }

    private static List<String> actions(Card card) {
        return card.actions().stream().map(Link::text).toList();
    }
}
