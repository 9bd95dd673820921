package io.sevenfold.events;

/** What a cadence is for. */
public enum Purpose {
    CONNECT,
    CARE,
    KEEP_IN_TOUCH;

    /** As written in JSON and in DOMAIN.md, for example {@code keep-in-touch}. */
    @Override
    public String toString() {
        return Spelling.of(this);
    }
}
