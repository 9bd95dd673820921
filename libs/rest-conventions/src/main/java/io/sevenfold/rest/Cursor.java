package io.sevenfold.rest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The opaque form of a place in a list. */
final class Cursor {

    private Cursor() {}

    static String encode(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    static String decode(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw foreign();
        }
    }

    static ProblemException foreign() {
        return ProblemException.invalid("cursor", "is not a cursor of this list");
    }
}
