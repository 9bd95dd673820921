package io.sevenfold.cadence.planning;

import io.sevenfold.cadence.planning.Plan.End;
import io.sevenfold.events.Direction;
import io.sevenfold.events.EndReason;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.TouchpointState;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What happened, told in the order it occurred (P1), and where it leaves the enrollment: which steps are closed, what is owed,
 * what the next date counts from and may not come before. Each branch is a row of "What an interaction does" in DOMAIN.md.
 */
final class Timeline {

    private final Course course;
    private final Situation situation;
    final Steps steps;
    final Pauses pauses;
    final Replies replies = new Replies();
    final Meetings meetings = new Meetings();
    final Floors floors = new Floors();
    final Touches touches = new Touches();

    private final Ending ending;
    private Instant lastTheirs;

    private Timeline(Course course) {
        this.course = course;
        this.situation = course.situation();
        this.steps = new Steps(course.enrollment());
        this.pauses = new Pauses(course.enrollment());
        this.ending = new Ending(course);
        if (course.enrollment() != null && course.enrollment().followOn()) {
            touches.countsOn(situation.dateOf(course.enrollment().startedAt()));
        }
    }

    static Timeline of(Course course) {
        Timeline timeline = new Timeline(course);
        Happening.inOrder(course.situation(), timeline::interaction, timeline::decision)
                .forEach(Happening::tell);
        timeline.ending.atTheLatest();
        return timeline;
    }

    private void interaction(Interaction it) {
        LocalDate date = situation.dateOf(it.occurredAt());
        if (it.direction() == Direction.INBOUND) {
            inbound(it, date);
        } else {
            outbound(it, date);
        }
        switch (it.outcome()) {
            case NOT_NOW, NO_BUDGET -> {
                floors.afterNo(it, date, situation);
                steps.saidNo();
            }
            case WRONG_PERSON -> {
                floors.afterNo(it, date, situation);
                if (isActive(it)) {
                    steps.wrongPerson(it.occurredAt());
                }
            }
            case MEETING_BOOKED -> meetings.booked(it, date, situation);
            case MEETING_CANCELLED, NO_SHOW -> calledOff(it, date);
            case NEVER -> never(it);
            case WON -> ending.by(it, EndReason.WON);
            case LOST -> ending.by(it, EndReason.LOST);
            default -> {}
        }
        ending.because(steps.end(), it.occurredAt());
    }

    private void inbound(Interaction it, LocalDate date) {
        if (it.outcome() == Outcome.AUTO_REPLY) {
            floors.untilReturn(it, date);
            return;
        }
        lastTheirs = it.occurredAt();
        floors.lift(date);
        if (it.outcome() != Outcome.NEVER && it.outcome() != Outcome.MEETING_BOOKED) {
            replies.owe(it, date);
        }
    }

    private void outbound(Interaction it, LocalDate date) {
        Outbound outbound = new Outbound(this, it, date);
        outbound.tell();
        if (Outbound.theySpoke(it.outcome())) {
            lastTheirs = it.occurredAt();
        }
    }

    /** The plan goes on from then. */
    private void calledOff(Interaction it, LocalDate date) {
        if (meetings.calledOff(it, date)) {
            touches.happened(new Anchor(date, it.occurredAt(), "the meeting that was not"));
        }
    }

    /** To one channel only: what was planned ends too, but nothing forbids to start anew by another. */
    private void never(Interaction it) {
        if (it.optOutOf() == null) {
            optOut(it.occurredAt());
            return;
        }
        ReplyOwed reply = replies.open();
        if (reply != null && reply.channel == it.optOutOf()) {
            reply.close(TouchpointState.CANCELLED, null, it.occurredAt());
        }
        ending.by(it, EndReason.OPTED_OUT);
    }

    private void optOut(Instant at) {
        if (replies.open() != null) {
            replies.open().close(TouchpointState.CANCELLED, null, at);
        }
        meetings.cancelThankYous(at);
        ending.never(at);
    }

    private void decision(Decision it) {
        LocalDate date = situation.dateOf(it.at());
        switch (it.kind()) {
            case OPT_OUT -> optOut(it.at());
            case SNOOZE -> floors.snooze(it, date);
            case SKIP -> skip(it, date);
            case RESCHEDULE -> floors.reschedule(it);
            case PAUSE -> pauses.pause(it);
            case RESUME -> pauses.resume(it, date);
            case END -> end(it);
            case APPLY -> apply(it);
            case LIFT -> {}
        }
        ending.because(steps.end(), it.at());
    }

    private void skip(Decision it, LocalDate date) {
        StepProgress step = ending.end() == null ? steps.open(it.touchpointId()) : null;
        if (step != null) {
            steps.skipped(step, it, date);
        }
        meetings.skipThankYou(it);
        ReplyOwed reply = replies.open();
        if (reply != null && reply.isCalled(it.touchpointId())) {
            reply.close(TouchpointState.SKIPPED, it.id(), it.at());
            touches.happened(new Anchor(date, it.at(), "your “no answer needed”"));
        }
    }

    private void end(Decision it) {
        if (isOfThisEnrollment(it)) {
            ending.because(EndReason.DECIDED, it.at(), it.reason());
        }
    }

    /** A version of the cadence it is in: a follow-on whose cause was corrected since may be in another. */
    private void apply(Decision it) {
        boolean sameCadence = isOfThisEnrollment(it)
                && it.cadence().id().equals(course.enrollment().cadence().id());
        if (sameCadence && ending.end() == null) {
            steps.apply(it.cadence(), it.touchpointId());
        }
    }

    private boolean isOfThisEnrollment(Decision it) {
        return course.enrollment() != null && course.enrollment().id().equals(it.enrollmentId());
    }

    /** Whether the enrollment may still change by it. */
    boolean isActive(Interaction it) {
        return ending.end() == null && course.covers(it);
    }

    Instant lastTheirs() {
        return lastTheirs;
    }

    End end() {
        return ending.end();
    }
}
