package io.sevenfold.cadence.planning;

import io.sevenfold.events.Channel;
import io.sevenfold.events.Intent;
import io.sevenfold.events.Reason;
import io.sevenfold.events.TouchpointKind;
import io.sevenfold.events.TouchpointState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A touchpoint as the rules say it is now.
 *
 * @param enrollmentId whose step it is; null for extra ones
 * @param step number in the cadence, from 1; null for extra ones
 * @param dueOn a local date of who is to do it; of a closed one the date it was closed; null while the plan waits without dates
 * @param plannedOn the date it first falls on, before what levelling did; what a day's order goes by (P5)
 * @param next whether it is the one to release: the enrollment's earliest open step, and nothing is waited for
 * @param closedAt when it was done, skipped or cancelled; null while it is open
 * @param closedBy the interaction or decision that closed it; null where the enrollment's end did
 * @param owedSince of a reply owed, when its clock started (again); else null
 * @param answerBy of a reply owed, when its clock ends; else null
 * @param repId who is to do it, or was: the owner, or in their absence who covers (P9); null: nobody
 * @param basis what the date of one to release counts from, the same in every zone: kept with its release (T1); else null
 */
public record PlannedTouchpoint(
        UUID id,
        UUID enrollmentId,
        Integer step,
        TouchpointKind kind,
        TouchpointState state,
        Channel channel,
        Intent intent,
        String guidance,
        LocalDate dueOn,
        LocalDate plannedOn,
        List<Reason> reasons,
        boolean next,
        Instant closedAt,
        UUID closedBy,
        Instant owedSince,
        Instant answerBy,
        UUID repId,
        String basis) {

    /** The same, done by that rep. */
    public PlannedTouchpoint by(UUID rep) {
        return new PlannedTouchpoint(
                id,
                enrollmentId,
                step,
                kind,
                state,
                channel,
                intent,
                guidance,
                dueOn,
                plannedOn,
                reasons,
                next,
                closedAt,
                closedBy,
                owedSince,
                answerBy,
                rep,
                basis);
    }
}
