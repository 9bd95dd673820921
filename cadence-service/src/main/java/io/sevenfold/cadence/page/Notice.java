package io.sevenfold.cadence.page;

/**
 * What a page says first of all.
 *
 * @param tone {@code good}: it was done as asked; {@code plain}: so it is; {@code wrong}: it could not be done
 * @param text more of it; null: the title says it all
 */
public record Notice(String tone, String title, String text) {

    public static Notice good(String title, String text) {
        return new Notice("good", title, text);
    }

    public static Notice plain(String title, String text) {
        return new Notice("plain", title, text);
    }

    public static Notice wrong(String title, String text) {
        return new Notice("wrong", title, text);
    }
}
