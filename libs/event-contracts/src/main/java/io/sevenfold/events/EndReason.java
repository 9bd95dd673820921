package io.sevenfold.events;

/** Why an enrollment ended. */
public enum EndReason {
    COMPLETED,
    SKIPPED,
    WON,
    LOST,
    OPTED_OUT,
    WRONG_PERSON,
    CORRECTED,
    MERGED,
    MOVED,
    DECIDED;

    /** As written in JSON and in DOMAIN.md, for example {@code decided}. */
    @Override
    public String toString() {
        return Spelling.of(this);
    }
}
