package io.sevenfold.notifier.mail;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.sevenfold.notifier.mail.ReminderFacts.Recipient;
import jakarta.activation.DataHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import jakarta.mail.util.StreamProvider;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Properties;
import org.eclipse.angus.mail.util.MailStreamProvider;

/** Writes a reminder's mail (N5): plain text, and the same as HTML (RFC 2046 alternatives). */
@ApplicationScoped
public class ReminderMails {

    private static final Session NO_SERVER = Session.getInstance(new Properties());

    static {
        // Jakarta Mail looks this up for each part of each mail, through all of the class path unless it is named here.
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    private final MailLinks links;
    private final MailHeaders headers;

    ReminderMails(MailLinks links, MailHeaders headers) {
        this.links = links;
        this.headers = headers;
    }

    /** {@code templates/mail/html.html} and {@code text.txt}: the type of a file decides what is escaped in it. */
    @CheckedTemplate(basePath = "mail")
    static class Templates {
        static native TemplateInstance html(MailContent mail);

        static native TemplateInstance text(MailContent mail);
    }

    /**
     * The mail, ready to be handed over.
     *
     * @param messageId its Message-ID with its angle brackets, and {@code date} its Date: the same at every attempt
     * @throws UnsendableMail where the rep's address cannot be written to
     */
    public MimeMessage write(ReminderFacts facts, InternetAddress from, String messageId, Instant date) {
        MailContent content =
                content(facts, Letter.to(facts.rep(), date, links.of(facts.workspace(), facts.rep(), date)));
        try {
            MimeMessage mail = new Identified(messageId);
            mail.setFrom(from);
            mail.setRecipient(Message.RecipientType.TO, to(facts.rep()));
            mail.setSubject(content.subject(), "UTF-8");
            mail.setSentDate(Date.from(date));
            headers.set(mail, facts.occasion(), from, content.unsubscribe());
            mail.setContent(new MimeMultipart(
                    "alternative",
                    text(Templates.text(content).render(), "plain"),
                    html(Templates.html(content).render(), content.pictures())));
            mail.saveChanges();
            return mail;
        } catch (MessagingException e) {
            throw new IllegalStateException("A mail cannot be put together", e);
        }
    }

    static MailContent content(ReminderFacts facts, Letter letter) {
        return switch (facts.occasion()) {
            case DIGEST -> new DigestMail(facts, letter).content();
            case FOLLOW_UP -> new FollowUpMail(facts, letter).content();
            case TEAM -> new TeamMail(facts, letter).content();
            case BOUNCING -> new BouncingMail(facts, letter).content();
            case DUE, REPLY, OVERDUE_2, OVERDUE_5, WARNING, ESCALATION -> new SingleMail(facts, letter).content();
        };
    }

    private static InternetAddress to(Recipient rep) {
        try {
            if (!Line.isPlain(rep.email())) {
                throw new AddressException("Controls, blanks or letters beyond ASCII");
            }
            InternetAddress address = new InternetAddress(rep.email(), true);
            address.setPersonal(Line.name(rep.name()), "UTF-8");
            return address;
        } catch (AddressException e) {
            throw new UnsendableMail("the rep's address cannot be written to", e);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("There is no UTF-8", e);
        }
    }

    private static MimeBodyPart text(String body, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(body, "UTF-8", subtype);
        // What fits every text; else each is gone through twice to find out.
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    /** With pictures it is one whole with them (RFC 2387), to which it refers by their Content-ID (RFC 2392). */
    private static MimeBodyPart html(String body, Map<String, byte[]> pictures) throws MessagingException {
        MimeBodyPart html = text(body, "html");
        if (pictures.isEmpty()) {
            return html;
        }
        MimeMultipart whole = new MimeMultipart("related", html);
        for (Map.Entry<String, byte[]> picture : pictures.entrySet()) {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(picture.getValue(), "image/png")));
            part.setContentID("<" + picture.getKey() + ">");
            part.setDisposition(Part.INLINE);
            whole.addBodyPart(part);
        }
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(whole);
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
