package io.sevenfold.cadence.plan;

import io.sevenfold.cadence.planning.Cadence;
import io.sevenfold.cadence.planning.Enrollment;
import io.sevenfold.cadence.planning.LateReplies;
import io.sevenfold.cadence.planning.Plan.Enrolled;
import io.sevenfold.cadence.planning.PlannedTouchpoint;
import io.sevenfold.cadence.planning.Why;
import io.sevenfold.delivery.OutgoingEvent;
import io.sevenfold.delivery.Subject;
import io.sevenfold.events.CadenceRef;
import io.sevenfold.events.EnrollmentEnded;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.PlanChanged;
import io.sevenfold.events.ReplyClockMoved;
import io.sevenfold.events.Topic;
import io.sevenfold.events.Touchpoint;
import io.sevenfold.events.TouchpointCancelled;
import io.sevenfold.events.TouchpointDone;
import io.sevenfold.events.TouchpointDue;
import io.sevenfold.events.TouchpointKind;
import io.sevenfold.events.TouchpointPostponed;
import io.sevenfold.events.TouchpointState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Tells a plan's difference to the other services. What people decided is told by whoever takes the decision. */
final class PlanEvents {

    private final PlanUpdate update;
    private final Instant now;
    private final Map<UUID, Interaction> completions;
    private final List<OutgoingEvent> events = new ArrayList<>();

    private PlanEvents(PlanUpdate update, Map<UUID, Interaction> completions, Instant now) {
        this.update = update;
        this.completions = completions;
        this.now = now;
    }

    /** @param completions interactions that completing a touchpoint made, by their id: they travel in TouchpointDone */
    static List<OutgoingEvent> of(PlanUpdate update, Map<UUID, Interaction> completions, Instant now) {
        return new PlanEvents(update, completions, now).tell();
    }

    /** A touchpoint as the other services and clients see it. */
    static Touchpoint touchpoint(PlannedTouchpoint it, boolean hasOwner) {
        return new Touchpoint(
                it.id(),
                it.step(),
                it.kind(),
                it.state(),
                it.channel(),
                it.intent(),
                it.guidance(),
                it.dueOn(),
                it.reasons(),
                Why.of(it, hasOwner),
                it.repId());
    }

    static CadenceRef reference(Cadence cadence) {
        return new CadenceRef(cadence.id(), cadence.version(), cadence.name(), cadence.purpose());
    }

    private List<OutgoingEvent> tell() {
        update.changes.forEach(this::touchpoint);
        update.enrollments.stream().filter(it -> it.endReason() != null).forEach(this::ended);
        add(
                Topic.PLANS,
                new PlanChanged(
                        contactId(),
                        update.head.version(),
                        update.head.enrollmentId(),
                        update.head.ownerId(),
                        cadence(update.head.enrollmentId()),
                        update.head.state(),
                        update.head.waitingFor(),
                        update.head.endReason(),
                        update.present().stream()
                                .map(stored -> touchpoint(stored.touchpoint(), stored.ownerId() != null))
                                .toList()));
        return events;
    }

    private void ended(StoredEnrollment it) {
        add(
                Topic.TOUCHPOINTS,
                new EnrollmentEnded(
                        contactId(),
                        it.id(),
                        update.head.ownerId(),
                        it.cadence(),
                        it.endedAt(),
                        it.endReason(),
                        it.words()));
    }

    private void touchpoint(PlanUpdate.Change change) {
        PlannedTouchpoint it = change.after().touchpoint();
        UUID owner = change.after().ownerId();
        int round = change.after().round();
        if (change.becameDue()) {
            add(
                    Topic.TOUCHPOINTS,
                    new TouchpointDue(
                            contactId(),
                            owner,
                            round,
                            steps(it),
                            now,
                            it.answerBy(),
                            tellFrom(it),
                            isLate(it) ? true : null,
                            touchpoint(it, owner != null)));
        } else if (change.hasOtherClock() && !isLate(it)) {
            add(Topic.TOUCHPOINTS, new ReplyClockMoved(contactId(), it.id(), owner, round, now, it.answerBy()));
        } else if (change.wasPostponed()) {
            UUID announcedTo = change.before().ownerId();
            add(Topic.TOUCHPOINTS, new TouchpointPostponed(contactId(), it.id(), announcedTo, round, now, it.dueOn()));
        } else if (change.became(TouchpointState.DONE)) {
            Interaction made = completions.get(it.closedBy());
            add(
                    Topic.TOUCHPOINTS,
                    new TouchpointDone(contactId(), it.id(), owner, round, it.closedAt(), it.closedBy(), made));
        } else if (change.became(TouchpointState.CANCELLED) && round > 0) {
            add(Topic.TOUCHPOINTS, new TouchpointCancelled(contactId(), it.id(), owner, round, now));
        }
    }

    /** N3: a reply owed, in the hours of who is to answer. */
    private Instant tellFrom(PlannedTouchpoint it) {
        return it.kind() == TouchpointKind.REPLY_OWED
                ? update.facts.situation().calendarOf(it.repId()).withinHours(now)
                : null;
    }

    private boolean isLate(PlannedTouchpoint it) {
        return it.kind() == TouchpointKind.REPLY_OWED
                && LateReplies.of(update.facts.situation()).contains(it.id());
    }

    private Integer steps(PlannedTouchpoint it) {
        return enrollment(it.enrollmentId())
                .map(enrollment -> enrollment.cadence().steps().size())
                .orElse(null);
    }

    private CadenceRef cadence(UUID enrollmentId) {
        return enrollment(enrollmentId)
                .map(enrollment -> reference(enrollment.cadence()))
                .orElse(null);
    }

    private Optional<Enrollment> enrollment(UUID id) {
        return update.plan.enrollments().stream()
                .map(Enrolled::enrollment)
                .filter(enrollment -> enrollment.id().equals(id))
                .findFirst();
    }

    private UUID contactId() {
        return update.facts.contact().id();
    }

    private void add(Topic topic, Object event) {
        Subject contact = update.facts.contact();
        events.add(OutgoingEvent.of(topic.topicName(), contact, event).causedBy(update.head.traceparent()));
    }
}
