package io.sevenfold.notifier.mail;

import io.sevenfold.notifier.mail.MailContent.Link;
import io.sevenfold.notifier.mail.MailContent.Row;
import io.sevenfold.notifier.mail.MailContent.Section;
import io.sevenfold.notifier.mail.ReminderFacts.MovedTouch;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Tells what found no place in a day, and what to do about that which never does (P5). */
record MovedText(Letter letter) {

    private static final int TOO_LONG = 5;
    private static final int LISTED = 20;

    List<Section> today(List<MovedTouch> moved) {
        return section(
                "Moved to another day",
                "A day holds only so much: these come later.",
                moved.stream().filter(touch -> touch.days() < TOO_LONG).toList(),
                null);
    }

    List<Section> tooLong(List<MovedTouch> moved, String myDay) {
        return section(
                "Moved again and again",
                "There has been no room for these for five days or more. Hand them over, pause or end them?",
                moved.stream().filter(touch -> touch.days() >= TOO_LONG).toList(),
                new Link("Decide on My day", myDay));
    }

    List<Section> tooLongInTeam(List<MovedTouch> moved, String myDay) {
        return section(
                "Moved again and again in your team",
                "There has been no room for these for five days or more. Hand them over, pause or end them?",
                moved,
                new Link("Open My day", myDay));
    }

    private List<Section> section(String heading, String lead, List<MovedTouch> moved, Link more) {
        if (moved.isEmpty()) {
            return List.of();
        }
        Stream<Row> rows = moved.stream().limit(LISTED).map(this::row);
        Stream<Row> rest = moved.size() > LISTED
                ? Stream.of(new Row("And " + (moved.size() - LISTED) + " more", null, null))
                : Stream.empty();
        return List.of(Section.of(heading, lead)
                .with(List.of(), Stream.concat(rows, rest).toList())
                .with(more));
    }

    private Row row(MovedTouch touch) {
        String company = Line.name(touch.company());
        String whose = letter.rep().name().equals(touch.repName()) ? null : Line.name(touch.repName());
        return new Row(
                Line.name(touch.name(), "Somebody without a name") + (company == null ? "" : " (" + company + ")"),
                (whose == null ? "" : whose + ", ") + "from " + day(touch.from()) + " to " + day(touch.to())
                        + (touch.days() > 1 ? ", moved for " + touch.days() + " days" : ""),
                null);
    }

    private String day(LocalDate day) {
        return letter.time().weekday(day) + " " + letter.time().date(day);
    }
}
