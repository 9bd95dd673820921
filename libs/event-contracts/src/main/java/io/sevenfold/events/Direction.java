package io.sevenfold.events;

/** Who reached out: we (outbound) or they (inbound). */
public enum Direction {
    OUTBOUND,
    INBOUND;

    /** As written in JSON and in DOMAIN.md, for example {@code inbound}. */
    @Override
    public String toString() {
        return Spelling.of(this);
    }
}
