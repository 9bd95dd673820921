package io.sevenfold.notifier.unsubscribe;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateGlobal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** How all pages look. It stands in each page, so that nothing else is to be fetched, and the page's policy allows just this. */
final class Style {

    private static final String CSS = read();

    private Style() {}

    /** The style sheet, for the layout. */
    @TemplateGlobal
    static RawString stylesheet() {
        return new RawString(CSS);
    }

    /** As a content security policy names it (CSP Level 3): its digest. */
    static String source() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(CSS.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }

    private static String read() {
        try (InputStream css = Style.class.getResourceAsStream("/unsubscribe/style.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
