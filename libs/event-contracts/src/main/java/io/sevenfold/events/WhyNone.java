package io.sevenfold.events;

/** Why a contact has no next touch (principle 7). */
public enum WhyNone {
    DO_NOT_CONTACT,
    NO_OWNER,
    NOT_ENROLLED,
    ENDED,
    OWNER_ABSENT,
    /** A reply is owed, and its owner is away without cover and without a manager (P9). */
    NOBODY_TO_ANSWER;

    /** As written in JSON, for example {@code not-enrolled}. */
    @Override
    public String toString() {
        return Spelling.of(this);
    }
}
