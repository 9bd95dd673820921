package io.sevenfold.cadence.enrollment;

import io.sevenfold.cadence.plan.Enrollments.Start;
import io.sevenfold.cadence.plan.HandOver;
import io.sevenfold.cadence.planning.Decision;
import io.sevenfold.delivery.Subject;
import java.util.UUID;

/**
 * "Do this", or "refused: why"; neither where it was done before.
 *
 * @param enrollmentId the one that the contact is in afterwards
 * @param start null: none is started
 * @param decision null: none is kept
 * @param handOver null: the owner stays
 * @param refusal null: it is not refused
 */
record Verdict(Subject contact, UUID enrollmentId, Start start, Decision decision, HandOver handOver, Refusal refusal) {

    static Verdict refused(Subject contact, Refusal refusal) {
        return new Verdict(contact, null, null, null, null, refusal);
    }

    static Verdict doneBefore(Subject contact, UUID enrollmentId) {
        return new Verdict(contact, enrollmentId, null, null, null, null);
    }

    static Verdict decide(Subject contact, Decision decision) {
        return new Verdict(contact, decision.enrollmentId(), null, decision, null, null);
    }

    static Verdict start(Start start) {
        return new Verdict(start.contact(), start.id(), start, null, null, null);
    }

    boolean isRefused() {
        return refusal != null;
    }

    boolean changesSomething() {
        return start != null || decision != null || handOver != null;
    }
}
