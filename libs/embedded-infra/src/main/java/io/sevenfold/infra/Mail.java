package io.sevenfold.infra;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * A mail that the {@link MailServer} took.
 *
 * @param sender the envelope's sender (RFC 5321)
 * @param recipients the envelope's recipients
 * @param raw the message as it came (RFC 5322)
 * @param file where it lies as {@code .eml}
 */
public record Mail(String sender, List<String> recipients, String raw, Path file) {

    /** A header, decoded (RFC 2047); null where it is not there. */
    public String header(String name) {
        try {
            String[] values = message().getHeader(name);
            return values == null ? null : MimeUtility.decodeText(MimeUtility.unfold(values[0]));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("Unreadable header " + name, e);
        }
    }

    public String subject() {
        return header("Subject");
    }

    public String messageId() {
        return header("Message-ID");
    }

    /** The decoded plain text part; null where there is none. */
    public String text() {
        return body("text/plain");
    }

    /** The decoded HTML part; null where there is none. */
    public String html() {
        return body("text/html");
    }

    /** The message, parsed. */
    public MimeMessage message() {
        try {
            return new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (MessagingException e) {
            throw new IllegalStateException("Not a message: " + file, e);
        }
    }

    private String body(String type) {
        try {
            return find(message(), type);
        } catch (MessagingException e) {
            throw new IllegalStateException("Unreadable message " + file, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String find(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                String found = find(inner, type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
