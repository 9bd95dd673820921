package io.sevenfold.events;

/** What called for a touchpoint: a step of the cadence, or an event (an extra one). */
public enum TouchpointKind {
    STEP,
    REPLY_OWED,
    THANK_YOU;

    /** As written in JSON and in DOMAIN.md, for example {@code thank-you}. */
    @Override
    public String toString() {
        return Spelling.of(this);
    }
}
