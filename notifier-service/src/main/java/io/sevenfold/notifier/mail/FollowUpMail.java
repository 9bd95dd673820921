package io.sevenfold.notifier.mail;

import static io.sevenfold.notifier.mail.MailWords.count;

import io.sevenfold.notifier.mail.MailContent.Link;
import java.util.List;
import java.util.Map;

/** What became due after the day's digest, gathered (N1). */
record FollowUpMail(ReminderFacts facts, Letter letter) {

    MailContent content() {
        List<ShortText> touches = facts.items().stream()
                .map(item -> new ShortText(new Touch(letter, item)))
                .toList();
        String summary = count(touches.size(), "more became", "more became") + " due since this day's digest.";
        return new MailContent(
                "Also today: " + Subjects.of(touches),
                summary,
                letter.today(),
                "Also today",
                summary,
                new CardsOfMail(letter).section(null, null, facts.items()),
                new Link("Open My day", letter.links().myDay()),
                Footer.fewerMails(letter),
                Map.of());
    }
}
