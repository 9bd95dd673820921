package io.sevenfold.notifier.mail;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.sevenfold.notifier.mail.ReminderFacts.Recipient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;

/** Writes a reminder's mail: plain text, and the same as HTML (RFC 2046 alternatives). */
@ApplicationScoped
public class ReminderMails {

    private static final Session NO_SERVER = Session.getInstance(new Properties());

    /** {@code templates/mail/html.html} and {@code text.txt}: the type of a file decides what is escaped in it. */
    @CheckedTemplate(basePath = "mail")
    static class Templates {
        static native TemplateInstance html(ReminderContent mail);

        static native TemplateInstance text(ReminderContent mail);
    }

    /**
     * The mail, ready to be handed over.
     *
     * @param messageId its Message-ID with its angle brackets, and {@code date} its Date: the same at every attempt
     * @throws UnsendableMail where the rep's address cannot be written to
     */
    public MimeMessage write(ReminderFacts facts, InternetAddress from, String messageId, Instant date) {
        ReminderContent content = new ReminderText(facts, date).content();
        try {
            MimeMessage mail = new Identified(messageId);
            mail.setFrom(from);
            mail.setRecipient(Message.RecipientType.TO, to(facts.rep()));
            mail.setSubject(content.subject(), "UTF-8");
            mail.setSentDate(Date.from(date));
            mail.setHeader("Auto-Submitted", "auto-generated");
            mail.setContent(new MimeMultipart(
                    "alternative",
                    part(Templates.text(content).render(), "plain"),
                    part(Templates.html(content).render(), "html")));
            mail.saveChanges();
            return mail;
        } catch (MessagingException e) {
            throw new IllegalStateException("A mail cannot be put together", e);
        }
    }

    private static InternetAddress to(Recipient rep) {
        try {
            if (!Line.isPlain(rep.email())) {
                throw new AddressException("Controls, blanks or letters beyond ASCII");
            }
            InternetAddress address = new InternetAddress(rep.email(), true);
            address.setPersonal(Line.clean(rep.name()), "UTF-8");
            return address;
        } catch (AddressException e) {
            throw new UnsendableMail("the rep's address cannot be written to", e);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("There is no UTF-8", e);
        }
    }

    private static MimeBodyPart part(String body, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(body, "UTF-8", subtype);
        return part;
    }

    /** Keeps the id it was given, where Angus would make a new one. */
    private static final class Identified extends MimeMessage {

        private final String messageId;

        Identified(String messageId) {
            super(NO_SERVER);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
