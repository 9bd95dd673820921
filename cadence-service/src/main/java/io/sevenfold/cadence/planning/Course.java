package io.sevenfold.cadence.planning;

import static java.util.Comparator.comparing;

import io.sevenfold.cadence.planning.Enrollment.Origin;
import io.sevenfold.events.EndReason;
import io.sevenfold.events.Interaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One enrollment on its way, in the situation of its contact.
 *
 * @param enrollment null: the contact is in no cadence yet; a reply may be owed all the same
 * @param until when it ends at the latest, since somebody started another then (P8), or since another one of two merged contacts
 *     stays (P12); null: nothing of the kind
 * @param untilWhy how it ends then
 */
record Course(Situation situation, Enrollment enrollment, Instant until, EndReason untilWhy) {

    /** Those of contacts that went into this one first, then in the order they were started. */
    private static final Comparator<Enrollment> ORDER = comparing(Enrollment::goesOn)
            .thenComparing(Enrollment::contactId)
            .thenComparing(Enrollment::startedAt)
            .thenComparing(Enrollment::id);

    /**
     * The courses that people, a first owner, or a win or loss before them started, the present one last; what follows each by
     * itself is not among them.
     */
    static List<Course> started(Situation situation) {
        List<Enrollment> enrollments =
                situation.started().stream().sorted(ORDER).toList();
        if (enrollments.isEmpty()) {
            return List.of(new Course(situation, null, null, null));
        }
        List<Course> courses = new ArrayList<>();
        Optional<Course> before = before(situation, enrollments, 0);
        boolean firstOwnerCameLater = before.isPresent() && enrollments.get(0).origin() == Origin.FIRST_OWNER;
        int from = firstOwnerCameLater ? 1 : 0;
        (firstOwnerCameLater ? before(situation, enrollments, 1) : before).ifPresent(courses::add);
        for (int i = from; i < enrollments.size(); i++) {
            Enrollment enrollment = enrollments.get(i);
            Enrollment next = i + 1 < enrollments.size() ? enrollments.get(i + 1) : null;
            courses.add(of(situation, enrollment, next));
        }
        return courses;
    }

    /** What a win or loss started before the n-th enrollment, counted from 0. */
    private static Optional<Course> before(Situation situation, List<Enrollment> enrollments, int n) {
        Course none = n < enrollments.size()
                ? new Course(situation, null, enrollments.get(n).startedAt(), EndReason.MOVED)
                : new Course(situation, null, null, null);
        return none.next(null);
    }

    private static Course of(Situation situation, Enrollment enrollment, Enrollment next) {
        if (next != null && next.contactId().equals(enrollment.contactId())) {
            return new Course(situation, enrollment, next.startedAt(), EndReason.MOVED);
        }
        return enrollment.goesOn()
                ? new Course(situation, enrollment, null, null)
                : new Course(situation, enrollment, enrollment.merged().at(), EndReason.MERGED);
    }

    /** The same for what followed by itself (P11). */
    Course with(Enrollment followOn) {
        return new Course(situation, followOn, until, untilWhy);
    }

    /** What follows the end of this one by itself; {@code end} is null: it is active, or there is no enrollment. */
    Optional<Course> next(Plan.End end) {
        return situation
                .followOns()
                .next(this, end)
                .filter(it -> isBeforeUntil(it.startedAt()))
                .map(this::with);
    }

    /** Whether what happened then may do a step or end the enrollment. */
    boolean covers(Instant at) {
        return enrollment != null && enrollment.covers(at) && isBeforeUntil(at);
    }

    /** The same, where it happened with the contact that was enrolled: the other's touches do no steps here (P12). */
    boolean covers(Interaction it) {
        return covers(it.occurredAt()) && isWith(it);
    }

    boolean isWith(Interaction it) {
        return enrollment == null || enrollment.isWith(it);
    }

    private boolean isBeforeUntil(Instant at) {
        return until == null || at.isBefore(until);
    }
}
