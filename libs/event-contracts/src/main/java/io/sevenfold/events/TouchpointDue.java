package io.sevenfold.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A touchpoint became due: {@code repId} should do it now. Each time is a new round (N1).
 *
 * @param steps how many steps the cadence has; null for extra ones
 * @param dueAt the instant it became due
 * @param answerBy for a reply owed, when its clock ends; else null
 */
public record TouchpointDue(
        UUID contactId, UUID repId, int round, Integer steps, Instant dueAt, Instant answerBy, Touchpoint touchpoint) {}
