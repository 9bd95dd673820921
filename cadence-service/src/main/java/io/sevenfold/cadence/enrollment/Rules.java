package io.sevenfold.cadence.enrollment;

import com.github.f4b6a3.uuid.UuidCreator;
import io.sevenfold.cadence.enrollment.Standing.Enrolled;
import io.sevenfold.cadence.enrollment.Target.Offer;
import io.sevenfold.cadence.plan.Enrollments.Start;
import io.sevenfold.cadence.plan.HandOver;
import io.sevenfold.cadence.planning.Decision;
import io.sevenfold.events.EndReason;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Whether an order may be carried out for a contact: the same for one and for each of many. */
final class Rules {

    private final Order order;
    private final Admission admission;
    private final Target target;
    private final Instant now;

    /** @param now as the database keeps instants */
    Rules(Order order, Target target, Instant now) {
        this.order = order;
        this.target = target;
        this.now = now;
        this.admission = new Admission(target.cadence(), now);
    }

    Verdict judge(Standing standing) {
        if (order.action() == Action.START) {
            return start(standing);
        }
        Optional<Enrolled> about =
                order.enrollmentId() == null ? standing.active() : standing.enrollment(order.enrollmentId());
        return about.map(enrolled -> judge(standing, enrolled))
                .orElseGet(() -> Verdict.refused(
                        standing.contact(), Refusal.conflict("not-enrolled", "They are in no cadence now.")));
    }

    /** What was done before is not done again; else it takes who may, then an enrollment that goes on. */
    private Verdict judge(Standing standing, Enrolled it) {
        Optional<UUID> before = doneBefore(standing, it);
        if (before.isPresent()) {
            return Verdict.doneBefore(standing.contact(), before.get());
        }
        Refusal refusal = !order.asker().mayActFor(standing.ownerId())
                ? Refusal.forbidden()
                : !it.isActive() ? ended(it) : refusal(standing, it);
        return refusal == null ? carryOut(standing, it) : Verdict.refused(standing.contact(), refusal);
    }

    /** The enrollment that they are in since; empty: it was not done. */
    private Optional<UUID> doneBefore(Standing standing, Enrolled it) {
        if (order.action() == Action.MOVE && !it.isActive()) {
            return changesOwner(standing)
                    ? Optional.empty()
                    : standing.enrollment(movedTo(it)).map(Enrolled::id);
        }
        boolean done = switch (order.action()) {
            case END -> it.endReason() == EndReason.DECIDED && Objects.equals(it.words(), order.words());
            case PAUSE ->
                it.isActive()
                        && it.isPaused(standing.dateOf(now))
                        && it.pausedUntil().equals(order.until());
            case RESUME -> it.isActive() && it.lastPausing() == Decision.Kind.RESUME;
            default -> !changesCadence(it) && !changesOwner(standing);
        };
        return done ? Optional.of(it.id()) : Optional.empty();
    }

    private Refusal refusal(Standing standing, Enrolled it) {
        return switch (order.action()) {
            case PAUSE -> Pausing.refuse(order.until(), standing.dateOf(now));
            case RESUME -> Pausing.refuseToResume(it, standing.dateOf(now));
            case MOVE -> moving(standing, it);
            default -> null;
        };
    }

    private Verdict carryOut(Standing standing, Enrolled it) {
        return switch (order.action()) {
            case END -> Verdict.decide(standing.contact(), decision(Decision.Kind.END, it));
            case PAUSE -> Verdict.decide(standing.contact(), decision(Decision.Kind.PAUSE, it));
            case RESUME -> Verdict.decide(standing.contact(), decision(Decision.Kind.RESUME, it));
            default -> move(standing, it);
        };
    }

    private Verdict start(Standing standing) {
        Refusal refusal = !order.asker().mayActFor(standing.ownerId())
                ? Refusal.forbidden()
                : admission.refuse(standing, standing.calendar() != null, standing.active());
        return refusal == null
                ? Verdict.start(startOf(standing, order.id()))
                : Verdict.refused(standing.contact(), refusal);
    }

    private Refusal moving(Standing standing, Enrolled it) {
        if (changesOwner(standing) && !target.repKnown()) {
            return Refusal.unknownRep();
        }
        boolean owned = changesOwner(standing) || standing.calendar() != null;
        return changesCadence(it) ? admission.refuse(standing, owned, Optional.empty()) : null;
    }

    private Verdict move(Standing standing, Enrolled it) {
        Start start = changesCadence(it) ? startOf(standing, movedTo(it)) : null;
        HandOver handOver =
                changesOwner(standing) ? new HandOver(standing.contact(), standing.ownerId(), order.ownerId()) : null;
        return new Verdict(standing.contact(), start == null ? it.id() : start.id(), start, null, handOver, null);
    }

    private boolean changesCadence(Enrolled it) {
        return order.cadenceId() != null && !order.cadenceId().equals(it.cadenceId());
    }

    private boolean changesOwner(Standing standing) {
        return order.ownerId() != null && !order.ownerId().equals(standing.ownerId());
    }

    /** The same each time: an enrollment is moved to a cadence once. */
    private UUID movedTo(Enrolled it) {
        return UuidCreator.getNameBasedSha1(it.id(), "moved to " + order.cadenceId());
    }

    /** Now, or just after the one before: which of two comes first is told by that. */
    private Start startOf(Standing standing, UUID id) {
        Instant at = standing.enrollments().stream()
                .map(it -> it.startedAt().plus(1, ChronoUnit.MICROS))
                .reduce(now, (one, other) -> one.isAfter(other) ? one : other);
        Offer cadence = target.cadence();
        return new Start(
                standing.contact(),
                id,
                cadence.id(),
                cadence.version(),
                at,
                order.asker().name());
    }

    private static Refusal ended(Enrolled it) {
        return Refusal.conflict(
                "enrollment-ended", "It ended already at " + it.endedAt() + ": " + it.endReason() + ".");
    }

    /** Never from before the enrollment, by whichever clock that was started: it would not be about it. */
    private Decision decision(Decision.Kind kind, Enrolled it) {
        return new Decision(
                UuidCreator.getTimeOrderedEpoch(),
                it.id(),
                null,
                kind,
                now.isBefore(it.startedAt()) ? it.startedAt() : now,
                order.asker().name(),
                null,
                order.until(),
                order.words(),
                null);
    }
}
