package io.sevenfold.events;

/** How two people get in touch. */
public enum Channel {
    EMAIL,
    CALL,
    MESSAGE,
    MEETING,
    SOCIAL,
    LETTER;

    /** As written in JSON and in DOMAIN.md, for example {@code letter}. */
    @Override
    public String toString() {
        return Spelling.of(this);
    }
}
