package io.sevenfold.notifier.mail;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A mail as its receiver sees it: written out, and read again. */
record MailParts(byte[] raw, MimeMessage message, String text, String html, List<Part> pictures) {

    static MailParts of(MimeMessage written) throws MessagingException, IOException {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        written.writeTo(raw);
        MimeMessage message =
                new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw.toByteArray()));
        List<Part> leaves = new ArrayList<>();
        collect(message, leaves);
        return new MailParts(
                raw.toByteArray(),
                message,
                content(leaves, "text/plain"),
                content(leaves, "text/html"),
                leaves.stream().filter(part -> is(part, "image/*")).toList());
    }

    /** With its pictures in it, for a browser. */
    String htmlWithPictures() throws MessagingException, IOException {
        String shown = html;
        for (Part picture : pictures) {
            String id = picture.getHeader("Content-ID")[0].replaceAll("[<>]", "");
            String data = java.util.Base64.getEncoder()
                    .encodeToString(picture.getInputStream().readAllBytes());
            shown = shown.replace("cid:" + id, "data:image/png;base64," + data);
        }
        return shown;
    }

    Document document() {
        return Jsoup.parse(html);
    }

    List<Header> headers() throws MessagingException {
        return Collections.list(message.getAllHeaders());
    }

    String header(String name) throws MessagingException {
        return message.getHeader(name, null);
    }

    private static void collect(Part part, List<Part> leaves) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                collect(parts.getBodyPart(i), leaves);
            }
        } else {
            leaves.add(part);
        }
    }

    private static String content(List<Part> leaves, String type) throws MessagingException, IOException {
        for (Part part : leaves) {
            if (is(part, type)) {
                return part.getContent().toString();
            }
        }
        throw new AssertionError("no " + type);
    }

    private static boolean is(Part part, String type) {
        try {
            return part.isMimeType(type);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
