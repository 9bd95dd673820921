package io.sevenfold.cadence.planning;

import io.sevenfold.events.EndReason;
import io.sevenfold.events.Waiting;
import java.time.Instant;
import java.util.List;

/**
 * The touchpoints of a contact, in order, each with the reasons for its date.
 *
 * @param enrollments all that was started and all that followed by itself (P11), the present one last
 * @param touchpoints extra ones first, then the steps of all enrollments
 * @param waitingFor what an active enrollment waits for; null: nothing
 * @param lastTheirs when they last reached out or spoke; null: never
 */
public record Plan(
        List<Enrolled> enrollments, List<PlannedTouchpoint> touchpoints, Waiting waitingFor, Instant lastTheirs) {

    /** How an enrollment ended, and when; {@code words} are a person's own, null: none. */
    public record End(EndReason reason, Instant at, String words) {}

    /** An enrollment and its end; null: it is active. */
    public record Enrolled(Enrollment enrollment, End end) {}

    /** How the present enrollment ended; null: it is active, or there never was one. */
    public End end() {
        return enrollments.isEmpty() ? null : current().end();
    }

    /** The present enrollment; null: there never was one. */
    public Enrolled current() {
        return enrollments.isEmpty() ? null : enrollments.get(enrollments.size() - 1);
    }
}
