package io.sevenfold.cadence.planning;

import static java.util.Comparator.comparing;

import io.sevenfold.cadence.planning.Plan.Enrolled;
import io.sevenfold.events.Direction;
import io.sevenfold.events.EndReason;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.Purpose;
import io.sevenfold.events.ReasonCode;
import io.sevenfold.events.TouchpointKind;
import io.sevenfold.events.TouchpointState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * How far we came with an enrollment (principle 1): a pure function of the facts and the plan derived from them.
 *
 * @param startedOn in the owner's zone (T1)
 * @param touches how many steps are done; one that was skipped is no touch
 * @param repliedAfter how many touches came before their first word (S1: theirs); null: they did not say any yet
 * @param endReason null: it is active
 */
public record Persistence(
        UUID enrollmentId,
        UUID cadenceId,
        Purpose purpose,
        LocalDate startedOn,
        int touches,
        Integer repliedAfter,
        EndReason endReason,
        Lateness lateness,
        Owed owed) {

    private static final Comparator<Interaction> ORDER = comparing(Interaction::occurredAt)
            .thenComparing(it -> it.direction() != Direction.INBOUND)
            .thenComparing(it -> it.id().toString());

    /** Of each enrollment of the plan but those that were corrected away: these should never have been (P11). */
    public static List<Persistence> of(Situation situation, Plan plan) {
        List<TouchedEnrollment> enrollments = plan.enrollments().stream()
                .filter(it -> it.end() == null || it.end().reason() != EndReason.CORRECTED)
                .map(it -> new TouchedEnrollment(it, touches(it, plan)))
                .toList();
        situation.interactions().stream()
                .filter(it -> Side.of(it) == Side.THEIRS)
                .sorted(ORDER)
                .forEach(it -> {
                    TouchedEnrollment enrollment = enrollmentAt(enrollments, it.occurredAt());
                    if (enrollment != null) {
                        enrollment.theySpoke(it);
                    }
                });
        for (PlannedTouchpoint it : plan.touchpoints()) {
            if (it.kind() == TouchpointKind.REPLY_OWED) {
                Instant wroteAt = wroteAt(it);
                TouchedEnrollment enrollment = enrollmentAt(enrollments, wroteAt);
                if (enrollment != null) {
                    enrollment.owed(it, wroteAt);
                }
            }
        }
        return enrollments.stream()
                .map(enrollment -> enrollment.told(situation))
                .toList();
    }

    private static List<PlannedTouchpoint> touches(Enrolled enrolled, Plan plan) {
        return plan.touchpoints().stream()
                .filter(it -> it.state() == TouchpointState.DONE)
                .filter(it -> enrolled.enrollment().id().equals(it.enrollmentId()))
                .toList();
    }

    /**
     * Which enrollment an instant counts for: the latest that had started, also where it had ended; for one that followed by itself and
     * had no touch yet, that which it followed. Null: none had started.
     */
    private static TouchedEnrollment enrollmentAt(List<TouchedEnrollment> enrollments, Instant at) {
        TouchedEnrollment following = null;
        for (int i = enrollments.size() - 1; i >= 0; i--) {
            TouchedEnrollment enrollment = enrollments.get(i);
            if (enrollment.enrollment().covers(at)) {
                if (!enrollment.enrollment().followOn() || enrollment.touchesBefore(at) > 0) {
                    return enrollment;
                }
                following = following == null ? enrollment : following;
            }
        }
        return following;
    }

    /** Of a reply owed; its {@code owedSince} starts again with each try. */
    private static Instant wroteAt(PlannedTouchpoint reply) {
        return reply.reasons().stream()
                .filter(reason -> reason.code() == ReasonCode.AFTER_REPLY)
                .map(reason -> Instant.parse(reason.data().get("at")))
                .findFirst()
                .orElse(reply.owedSince());
    }
}
