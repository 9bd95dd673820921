package io.sevenfold.events;

/** Where a touchpoint stands. */
public enum TouchpointState {
    PLANNED,
    DUE,
    DONE,
    SKIPPED,
    CANCELLED;

    /** As written in JSON and in DOMAIN.md, for example {@code cancelled}. */
    @Override
    public String toString() {
        return Spelling.of(this);
    }

    /** Whether it can still be done. */
    public boolean isOpen() {
        return this == PLANNED || this == DUE;
    }
}
