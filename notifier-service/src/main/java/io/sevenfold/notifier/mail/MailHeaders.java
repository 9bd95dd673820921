package io.sevenfold.notifier.mail;

import io.quarkus.runtime.Startup;
import io.sevenfold.notifier.mail.MailContent.Link;
import io.sevenfold.notifier.reminder.Occasion;
import jakarta.inject.Singleton;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

/** The headers by which programs know our mails: who answers (RFC 5322), that nobody wrote them (RFC 3834), and to what list they belong. */
@Startup
@Singleton
public class MailHeaders {

    private final Address[] replyTo;

    MailHeaders(ReplyToConfig config) {
        this.replyTo = config.replyTo()
                .map(MailHeaders::address)
                .map(address -> new Address[] {address})
                .orElse(null);
    }

    /** @param unsubscribe what a mail provider calls by POST at its user's click (RFC 2369, RFC 8058) */
    void set(MimeMessage mail, Occasion occasion, InternetAddress from, Link unsubscribe) throws MessagingException {
        if (replyTo != null) {
            mail.setReplyTo(replyTo);
        }
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("List-Id", listId(occasion, from));
        mail.setHeader("List-Unsubscribe", "<" + unsubscribe.href() + ">");
        mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    /** RFC 2919. */
    private static String listId(Occasion occasion, InternetAddress from) {
        String domain = from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
        return occasion == Occasion.TEAM
                ? "Sevenfold team <team." + domain + ">"
                : "Sevenfold reminders <reminders." + domain + ">";
    }

    private static InternetAddress address(String configured) {
        try {
            return new InternetAddress(configured, true);
        } catch (AddressException e) {
            throw new IllegalArgumentException("sevenfold.smtp.reply-to is no address: " + configured, e);
        }
    }
}
