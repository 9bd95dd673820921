package io.sevenfold.notifier.mail;

import io.sevenfold.notifier.mail.MailContent.Section;
import java.util.List;
import java.util.Map;

/** Tells a manager that a rep is not reached by mail any more. */
record BouncingMail(ReminderFacts facts, Letter letter) {

    MailContent content() {
        String who = Line.name(facts.about(), "a colleague");
        return new MailContent(
                "Mail to " + who + " comes back",
                "Three reminders in a row were refused.",
                letter.today(),
                "Mail to " + who + " comes back",
                "The mail server of their address refused three reminders in a row, for good. One mail a day is still tried; until one"
                        + " is taken, nothing reminds " + who + " of whom to contact.",
                List.of(Section.of(
                        "What to do",
                        "Ask " + who
                                + " for an address that works, and have it changed where your team is administered. What is due"
                                + " stays due, and waits in their calendar.")),
                null,
                Footer.fewerMails(letter),
                Map.of());
    }
}
