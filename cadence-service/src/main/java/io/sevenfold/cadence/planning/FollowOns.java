package io.sevenfold.cadence.planning;

import com.github.f4b6a3.uuid.UuidCreator;
import io.sevenfold.cadence.planning.Plan.End;
import io.sevenfold.events.Direction;
import io.sevenfold.events.EndReason;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.Purpose;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What starts by itself when an enrollment ends, or where nothing was active (principle 6, P11). Derived each time anew: where the
 * cause is corrected away, so is what followed.
 *
 * @param after the workspace's cadence after won, lost and completed; a reason that is missing starts nothing
 */
public record FollowOns(Map<EndReason, Cadence> after) {

    /** Nothing ever follows. */
    public static final FollowOns NONE = new FollowOns(Map.of());

    private static final Comparator<Interaction> ORDER = Comparator.comparing(Interaction::occurredAt)
            .thenComparing(it -> it.direction() != Direction.INBOUND)
            .thenComparing(it -> it.id().toString());

    /** @param end of the course; null: it is active, or there is no enrollment */
    Optional<Enrollment> next(Course course, End end) {
        Situation situation = course.situation();
        Enrollment enrollment = course.enrollment();
        if (enrollment != null && end == null) {
            return Optional.empty();
        }
        if (enrollment != null && follows(enrollment, end)) {
            UUID id = UuidCreator.getNameBasedSha1(enrollment.id(), "after " + end.reason());
            return Optional.of(start(course, id, end.reason(), end.at()));
        }
        return situation.interactions().stream()
                .filter(it -> end == null || it.occurredAt().isAfter(end.at()))
                .filter(course::isWith)
                .filter(it -> reason(it.outcome()) != null && after.containsKey(reason(it.outcome())))
                .filter(it -> !situation.isOptedOut(it.occurredAt()))
                .min(ORDER)
                .map(it -> start(
                        course,
                        UuidCreator.getNameBasedSha1(it.id(), it.outcome().toString()),
                        reason(it.outcome()),
                        it.occurredAt()));
    }

    /** After completed, only a connect cadence is followed. */
    private boolean follows(Enrollment enrollment, End end) {
        boolean connect = enrollment.cadence().purpose() == Purpose.CONNECT;
        return after.containsKey(end.reason()) && (end.reason() != EndReason.COMPLETED || connect);
    }

    private Enrollment start(Course course, UUID id, EndReason cause, Instant at) {
        Enrollment before = course.enrollment();
        UUID contact = before == null ? course.situation().contactId() : before.contactId();
        return new Enrollment(
                id,
                contact,
                after.get(cause),
                at,
                Enrollment.Origin.FOLLOW_ON,
                before == null ? null : before.merged());
    }

    private static EndReason reason(Outcome outcome) {
        return switch (outcome) {
            case WON -> EndReason.WON;
            case LOST -> EndReason.LOST;
            default -> null;
        };
    }
}
