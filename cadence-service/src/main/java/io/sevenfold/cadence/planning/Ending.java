package io.sevenfold.cadence.planning;

import io.sevenfold.cadence.planning.Plan.End;
import io.sevenfold.events.EndReason;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.Purpose;
import java.time.Instant;

/** Whether and how a course ended: the first end counts, and what was before the enrollment ends nothing but by "never". */
final class Ending {

    private final Course course;
    private End end;

    Ending(Course course) {
        this.course = course;
    }

    /** @param reason null: nothing ends */
    void because(EndReason reason, Instant at) {
        because(reason, at, null);
    }

    /** @param words a person's own; null: none */
    void because(EndReason reason, Instant at, String words) {
        if (reason != null && end == null && course.covers(at)) {
            end = new End(reason, at, words);
        }
    }

    /** Won or lost; won while in care changes nothing. */
    void by(Interaction it, EndReason reason) {
        if (course.isWith(it) && !(reason == EndReason.WON && isCare())) {
            because(reason, it.occurredAt());
        }
    }

    /** A "never" counts whenever it occurred: one from before the enrollment ends it as it starts. */
    void never(Instant at) {
        Enrollment enrollment = course.enrollment();
        if (enrollment != null
                && end == null
                && course.situation().optOut().binds(at, enrollment.startedAt())
                && (course.until() == null || at.isBefore(course.until()))) {
            end = new End(EndReason.OPTED_OUT, course.covers(at) ? at : enrollment.startedAt(), null);
        }
    }

    private boolean isCare() {
        return course.enrollment() != null && course.enrollment().cadence().purpose() == Purpose.CARE;
    }

    /** After all was told, another one took its place. */
    void atTheLatest() {
        if (course.enrollment() != null && end == null && course.until() != null) {
            end = new End(course.untilWhy(), course.until(), null);
        }
    }

    /** Null: it is active, or there is none. */
    End end() {
        return end;
    }
}
