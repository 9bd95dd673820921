package io.sevenfold.notifier.mail;

import io.sevenfold.notifier.mail.MailContent.Link;
import io.sevenfold.rest.links.Link.Purpose;

/** How a rep gets fewer mails: the same that a mail provider offers by its own button (RFC 8058). */
final class Footer {

    private Footer() {}

    static Link fewerMails(Letter letter) {
        return new Link("Mail me only when a reply is owed", letter.links().unsubscribe(Purpose.UNSUBSCRIBE));
    }

    static Link noTeamMails(Letter letter) {
        return new Link("No weekly mail about my team", letter.links().unsubscribe(Purpose.UNSUBSCRIBE_TEAM));
    }
}
