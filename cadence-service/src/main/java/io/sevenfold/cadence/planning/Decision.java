package io.sevenfold.cadence.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a person decided about a plan. Kept as a fact: it stays until it is undone (P6).
 *
 * @param enrollmentId the enrollment it is about; null where it is about a touchpoint or the contact
 * @param touchpointId the touchpoint it is about; of {@link Kind#APPLY} the one that was due then and stays as it is; else null
 * @param by the rep's id or the application's name
 * @param dueOn the touchpoint's date when it was decided, which P2 counts from after a skip
 * @param until the date a snooze or a pause ends, or the one a touchpoint is rescheduled to
 * @param reason the person's own words
 * @param cadence the version applied (P7)
 */
public record Decision(
        UUID id,
        UUID enrollmentId,
        UUID touchpointId,
        Kind kind,
        Instant at,
        String by,
        LocalDate dueOn,
        LocalDate until,
        String reason,
        Cadence cadence) {

    /** The same about another enrollment. */
    Decision about(UUID enrollment) {
        return new Decision(id, enrollment, touchpointId, kind, at, by, dueOn, until, reason, cadence);
    }

    /** What was decided. */
    public enum Kind {
        /** Not to do a step; of a reply owed: no answer is needed. */
        SKIP,
        /** To do it later. */
        SNOOZE,
        /** To do it on another date than its gap's. */
        RESCHEDULE,
        /** To do no step of the enrollment until a date. */
        PAUSE,
        /** To go on before the pause is over. */
        RESUME,
        /** To give the enrollment up. */
        END,
        /** To go on by a new version of the cadence (P7). */
        APPLY,
        /** Never to contact them again, said otherwise than by an interaction. */
        OPT_OUT,
        /** That they may be contacted again: in a situation, {@link OptOut#lifted()} tells it. */
        LIFT
    }
}
