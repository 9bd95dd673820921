package io.sevenfold.notifier.mail;

import io.sevenfold.notifier.mail.MailContent.Link;
import io.sevenfold.notifier.mail.MailContent.Section;
import io.sevenfold.notifier.reminder.Occasion;
import java.util.List;
import java.util.Map;

/** A mail about one touchpoint: due, a reply owed, its warning, its escalation. */
record SingleMail(ReminderFacts facts, Letter letter) {

    MailContent content() {
        CardText touch = new CardText(letter, facts.items().get(0));
        boolean forItsRep = facts.occasion() != Occasion.ESCALATION;
        return new MailContent(
                touch.subject(),
                touch.toDo(),
                letter.today(),
                null,
                null,
                List.of(Section.of(null, null).with(List.of(touch.card()), List.of())),
                forItsRep ? new Link("My day", letter.links().myDay()) : null,
                Footer.fewerMails(letter),
                Map.of());
    }
}
