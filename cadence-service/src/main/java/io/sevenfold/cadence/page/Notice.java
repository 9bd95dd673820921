package io.sevenfold.cadence.page;

import java.util.Locale;

/**
 * What a page says first of all.
 *
 * @param tone {@code good}: it was done as asked; {@code plain}: so it is
 * @param text more of it; null: the title says it all
 */
public record Notice(String tone, String title, String text) {

    public static Notice good(String title, String text) {
        return new Notice("good", title, text);
    }

    public static Notice plain(String title, String text) {
        return new Notice("plain", title, text);
    }

    /** The same, as good news, where several people are spoken of: whom it is about, and what comes next; null: nothing. */
    Notice of(String name, String next) {
        String more = next == null ? text : text == null ? next : text + " " + next;
        return good(name + ": " + title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1), more);
    }
}
