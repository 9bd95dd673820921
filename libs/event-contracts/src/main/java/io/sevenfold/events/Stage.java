package io.sevenfold.events;

/** How far two people have come (S1): earned by what happened between them, never by adding a contact (principle 2). */
public enum Stage {
    CARD,
    REACHING,
    IN_TOUCH,
    CONNECTED,
    FADING,
    LOST_TOUCH,
    CLOSED;

    /** As written in JSON and in DOMAIN.md, for example {@code lost-touch}. */
    @Override
    public String toString() {
        return Spelling.of(this);
    }
}
