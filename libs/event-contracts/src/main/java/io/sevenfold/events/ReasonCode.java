package io.sevenfold.events;

/** Why a touchpoint is on its date (P4). */
public enum ReasonCode {
    /** So many working days or months after the touch before (T3, P2). */
    GAP,
    /** Moved past a public holiday of the owner's region. */
    HOLIDAY,
    /** Moved past a day the owner does not work. */
    DAY_OFF,
    /** Moved past somebody's absence, or to their cover (P9). */
    ABSENCE,
    /** The day was full (P5). */
    CAPACITY,
    /** A meeting is ahead, or was (the plan waits until it is over). */
    MEETING,
    /** The plan was paused until then. */
    PAUSE,
    /** It would have been in the past (T5). */
    TODAY,
    /** They wrote; it goes on from the answer. */
    AFTER_REPLY,
    /** Not before they are back (auto-reply). */
    AFTER_RETURN,
    /** They named the date. */
    REVISIT,
    /** Ten working days of rest after a no. */
    AFTER_NO,
    /** Somebody snoozed or rescheduled it. */
    DECIDED;

    /** As written in JSON and in DOMAIN.md, for example {@code decided}. */
    @Override
    public String toString() {
        return Spelling.of(this);
    }
}
