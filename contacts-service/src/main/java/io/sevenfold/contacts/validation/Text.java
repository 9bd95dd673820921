package io.sevenfold.contacts.validation;

import java.util.Locale;

/** How text from outside is made comparable. */
public final class Text {

    private Text() {}

    /** Without spaces around it; null where nothing is left. Control characters stay, to be refused. */
    public static String trimmed(String text) {
        String trimmed = text == null ? "" : text.replaceAll("^\\p{Zs}+|\\p{Zs}+$", "");
        return trimmed.isEmpty() ? null : trimmed;
    }

    /** What two spellings of one e-mail address have in common; null for none. */
    public static String emailKey(String email) {
        return email == null ? null : email.toLowerCase(Locale.ROOT);
    }
}
