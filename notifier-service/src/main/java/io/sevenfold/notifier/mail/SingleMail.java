package io.sevenfold.notifier.mail;

import io.sevenfold.notifier.mail.MailContent.Link;
import io.sevenfold.notifier.mail.MailContent.Section;
import io.sevenfold.notifier.reminder.Occasion;
import java.util.List;
import java.util.Map;

/** A mail about one touchpoint: due, a reply owed, its warning, its escalation. */
record SingleMail(ReminderFacts facts, Letter letter) {

    MailContent content() {
        Touch touch = new Touch(letter, facts.items().get(0));
        CardText told = new CardText(touch);
        boolean forItsRep = facts.occasion() != Occasion.ESCALATION;
        return new MailContent(
                new ShortText(touch).subject(),
                told.toDo(),
                letter.today(),
                null,
                null,
                List.of(Section.of(null, null).with(List.of(told.card()), List.of())),
                forItsRep ? new Link("My day", letter.links().myDay()) : null,
                Footer.fewerMails(letter),
                Map.of());
    }
}
