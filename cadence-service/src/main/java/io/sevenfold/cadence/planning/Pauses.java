package io.sevenfold.cadence.planning;

import java.time.LocalDate;
import java.util.UUID;

/** Until when somebody paused the enrollment: the last decision counts. */
final class Pauses {

    private final UUID enrollment;
    private Decision pause;
    private LocalDate until;

    /** @param enrollment null: there is none to pause */
    Pauses(Enrollment enrollment) {
        this.enrollment = enrollment == null ? null : enrollment.id();
    }

    void pause(Decision decision) {
        if (decision.enrollmentId().equals(enrollment)) {
            pause = decision;
            until = decision.until();
        }
    }

    void resume(Decision decision, LocalDate date) {
        if (decision.enrollmentId().equals(enrollment) && isOn(date)) {
            until = date;
        }
    }

    boolean isOn(LocalDate date) {
        return until != null && date.isBefore(until);
    }

    /** The pause's end, before which the next open step does not fall (P10); null: there was none. */
    Floor floor() {
        return until == null
                ? null
                : new Floor(until, until, "pause " + until, () -> Reasons.paused(until, pause.by()));
    }
}
