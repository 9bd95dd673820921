package io.sevenfold.cadence.planning;

import io.sevenfold.cadence.planning.Plan.End;
import io.sevenfold.events.EndReason;
import io.sevenfold.events.Purpose;
import java.time.Instant;

/** Whether and how an enrollment ended: the first end counts, and what was before the enrollment ends nothing but by "never". */
final class Ending {

    private final Enrollment enrollment;
    private final OptOut optOut;
    private End end;

    /** @param enrollment null: there is none to end */
    Ending(Enrollment enrollment, OptOut optOut) {
        this.enrollment = enrollment;
        this.optOut = optOut;
    }

    /** @param reason null: nothing ends */
    void because(EndReason reason, Instant at) {
        boolean changesNothing = reason == EndReason.WON && enrollment != null && isCare();
        if (reason != null && end == null && sinceEnrollment(at) && !changesNothing) {
            end = new End(reason, at);
        }
    }

    /** A "never" counts whenever it occurred: one from before the enrollment ends it as it starts. */
    void never(Instant at) {
        if (enrollment != null && end == null && optOut.binds(at, enrollment.startedAt())) {
            end = new End(EndReason.OPTED_OUT, sinceEnrollment(at) ? at : enrollment.startedAt());
        }
    }

    boolean sinceEnrollment(Instant at) {
        return enrollment != null && enrollment.covers(at);
    }

    private boolean isCare() {
        return enrollment.cadence().purpose() == Purpose.CARE;
    }

    /** Null: it is active, or there is none. */
    End end() {
        return end;
    }
}
