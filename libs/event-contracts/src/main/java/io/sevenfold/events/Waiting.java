package io.sevenfold.events;

/** What an active plan waits for: no step is due meanwhile. */
public enum Waiting {
    REPLY_OWED,
    MEETING,
    PAUSE,
    OWNER;

    /** As written in JSON and in DOMAIN.md, for example {@code owner}. */
    @Override
    public String toString() {
        return Spelling.of(this);
    }
}
