package io.sevenfold.cadence.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a person decided about a plan. Kept as a fact: it stays until it is undone (P6).
 *
 * @param touchpointId the touchpoint it is about; null where it is about the enrollment
 * @param by the rep's id or the application's name
 * @param dueOn the touchpoint's date when it was decided, which P2 counts from after a skip
 * @param until the date a snooze ends
 * @param reason the person's own words
 */
public record Decision(
        UUID id, UUID touchpointId, Kind kind, Instant at, String by, LocalDate dueOn, LocalDate until, String reason) {

    /** What was decided. */
    public enum Kind {
        /** Not to do a step; of a reply owed: no answer is needed. */
        SKIP,
        /** To do it later. */
        SNOOZE,
        /** Never to contact them again, said otherwise than by an interaction. */
        OPT_OUT
    }
}
