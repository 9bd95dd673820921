package io.sevenfold.system;

import io.sevenfold.infra.Mail;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** The images that a mail brings along (RFC 2392), by their content id. */
record InlineImages(Map<String, String> images) {

    static InlineImages of(Mail mail) throws MessagingException, IOException {
        Map<String, String> images = new HashMap<>();
        collect(mail.message(), images);
        return new InlineImages(images);
    }

    /** The HTML as a mail program shows it. */
    String in(String html) {
        String shown = html;
        for (Map.Entry<String, String> image : images.entrySet()) {
            shown = shown.replace("cid:" + image.getKey(), image.getValue());
        }
        return shown;
    }

    private static void collect(Part part, Map<String, String> images) throws MessagingException, IOException {
        if (part.isMimeType("image/*")) {
            String id = part.getHeader("Content-ID")[0].replaceAll("[<>]", "");
            byte[] bytes = part.getInputStream().readAllBytes();
            images.put(id, "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes));
        } else if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                collect(inner, images);
            }
        }
    }
}
