package io.sevenfold.events;

/** Whether a contact's enrollment goes on. */
public enum PlanState {
    ACTIVE,
    ENDED;

    /** As written in JSON and in DOMAIN.md, for example {@code ended}. */
    @Override
    public String toString() {
        return Spelling.of(this);
    }
}
