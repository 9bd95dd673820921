package io.sevenfold.cadence.planning;

import io.sevenfold.cadence.planning.Plan.Enrolled;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.TouchpointState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An enrollment, the touches that are done and what came back. */
final class TouchedEnrollment {

    private final Enrolled enrolled;
    private final List<PlannedTouchpoint> touches;
    private final List<Duration> owed = new ArrayList<>();
    private int repliesOpen;
    private Integer repliedAfter;

    TouchedEnrollment(Enrolled enrolled, List<PlannedTouchpoint> touches) {
        this.enrolled = enrolled;
        this.touches = touches;
    }

    Enrollment enrollment() {
        return enrolled.enrollment();
    }

    long touchesBefore(Instant at) {
        return touches.stream().filter(it -> it.closedAt().isBefore(at)).count();
    }

    /** Their first word counts; told in the order they spoke. In a touch where they spoke, it came after that touch. */
    void theySpoke(Interaction word) {
        if (repliedAfter == null) {
            boolean inATouch = touches.stream().anyMatch(it -> word.id().equals(it.closedBy()));
            repliedAfter = (int) touchesBefore(word.occurredAt()) + (inATouch ? 1 : 0);
        }
    }

    /** One that was cancelled is not owed any more, and nobody answered it. */
    void owed(PlannedTouchpoint reply, Instant since) {
        if (reply.state().isOpen()) {
            repliesOpen++;
        } else if (reply.state() != TouchpointState.CANCELLED) {
            owed.add(Duration.between(since, reply.closedAt()));
        }
    }

    Persistence told(Situation situation) {
        Enrollment it = enrolled.enrollment();
        return new Persistence(
                it.id(),
                it.cadence().id(),
                it.cadence().purpose(),
                situation.dateOf(it.startedAt()),
                touches.size(),
                repliedAfter,
                enrolled.end() == null ? null : enrolled.end().reason(),
                Lateness.of(touches, situation),
                Owed.of(repliesOpen, owed));
    }
}
