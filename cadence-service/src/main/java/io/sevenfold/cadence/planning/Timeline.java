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

    private final Situation situation;
    final Steps steps;
    final Replies replies = new Replies();
    final Meetings meetings = new Meetings();
    final Floors floors = new Floors();
    final Touches touches = new Touches();

    private final Ending ending;
    private Instant lastTheirs;

    private Timeline(Situation situation) {
        this.situation = situation;
        this.steps = new Steps(situation.enrollment());
        this.ending = new Ending(situation.enrollment(), situation.optOut());
        if (situation.enrollment() != null && situation.enrollment().followOn()) {
            touches.countsOn(situation.dateOf(situation.enrollment().startedAt()));
        }
    }

    static Timeline of(Situation situation) {
        Timeline timeline = new Timeline(situation);
        Happening.inOrder(situation, timeline::interaction, timeline::decision).forEach(Happening::tell);
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
                if (isActive(it.occurredAt())) {
                    steps.wrongPerson(it.occurredAt());
                }
            }
            case MEETING_BOOKED -> meetings.booked(it, date, situation);
            case MEETING_CANCELLED, NO_SHOW -> calledOff(it, date);
            case NEVER -> optOut(it.occurredAt());
            case WON -> ending.because(EndReason.WON, it.occurredAt());
            case LOST -> ending.because(EndReason.LOST, it.occurredAt());
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
            replies.owe(it);
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
        if (reply != null && reply.touchpointId.equals(it.touchpointId())) {
            reply.close(TouchpointState.SKIPPED, it.id(), it.at());
            touches.happened(new Anchor(date, it.at(), "your “no answer needed”"));
        }
    }

    /** Whether the enrollment may still change by what happens then. */
    boolean isActive(Instant at) {
        return ending.end() == null && ending.sinceEnrollment(at);
    }

    Instant lastTheirs() {
        return lastTheirs;
    }

    End end() {
        return ending.end();
    }
}
