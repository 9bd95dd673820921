package io.sevenfold.cadence.plan;

import io.sevenfold.cadence.planning.Situation;
import io.sevenfold.delivery.Subject;
import io.sevenfold.events.Rep;
import java.util.Map;
import java.util.UUID;

/**
 * Everything stored that a contact's plan is derived from, and the plan derived last.
 *
 * @param ownerId as the contact says; {@code owner} is null while that rep is not known here
 */
record ContactFacts(
        Subject contact,
        UUID ownerId,
        Rep owner,
        Situation situation,
        StoredPlan plan,
        Map<UUID, StoredEnrollment> enrollments,
        Map<UUID, StoredTouchpoint> touchpoints) {}
