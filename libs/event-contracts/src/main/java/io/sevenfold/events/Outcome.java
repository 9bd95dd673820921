package io.sevenfold.events;

/** What came of an interaction (DOMAIN.md, "What an interaction does"). */
public enum Outcome {
    NONE,
    NO_ANSWER,
    NOT_NOW,
    NO_BUDGET,
    WRONG_PERSON,
    NEVER,
    AUTO_REPLY,
    REPLIED,
    MEETING_BOOKED,
    MEETING_CANCELLED,
    NO_SHOW,
    WON,
    LOST;

    /** As written in JSON and in DOMAIN.md, for example {@code lost}. */
    @Override
    public String toString() {
        return Spelling.of(this);
    }

    /** A "no" in the sense of DOMAIN.md: it is counted, and all but {@link #NEVER} let the plan go on (principle 1). */
    public boolean isNo() {
        return switch (this) {
            case NOT_NOW, NO_BUDGET, WRONG_PERSON, NEVER -> true;
            default -> false;
        };
    }
}
