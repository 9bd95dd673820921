package io.sevenfold.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A touchpoint became due: {@code repId} should do it now. Each time is a new round (N1).
 *
 * @param steps how many steps the cadence has; null for extra ones
 * @param dueAt the instant it became due
 * @param answerBy for a reply owed, when its clock ends; else null
 * @param tellFrom for a reply owed, {@code dueAt} within the rep's working hours, else when they next begin (N3); else null
 * @param late true for a reply owed that was recorded more than five working days late: nobody is told of its clock (N3); else null
 */
public record TouchpointDue(
        UUID contactId,
        UUID repId,
        int round,
        Integer steps,
        Instant dueAt,
        Instant answerBy,
        Instant tellFrom,
        Boolean late,
        Touchpoint touchpoint) {}
