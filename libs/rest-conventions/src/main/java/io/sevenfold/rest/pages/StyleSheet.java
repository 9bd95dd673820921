package io.sevenfold.rest.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** How pages look. It stands in each page, so that nothing else is to be fetched, and the pages' policy allows just this. */
public record StyleSheet(String css) {

    /**
     * @param owner a class of the module that has the file
     * @param path the file's, from the root of the class path
     */
    public static StyleSheet read(Class<?> owner, String path) {
        try (InputStream css = owner.getResourceAsStream(path)) {
            return new StyleSheet(new String(css.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a content security policy names it (CSP Level 3): its digest. */
    String source() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
