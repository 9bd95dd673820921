package io.sevenfold.cadence.planning;

import io.sevenfold.cadence.planning.Plan.End;
import io.sevenfold.events.Direction;
import io.sevenfold.events.EndReason;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.TouchpointState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

    private final Ending ending;
    private final Set<LocalDate> datesWithATouch = new HashSet<>();
    private Anchor lastTouch;
    private Instant lastTheirs;

    private Timeline(Situation situation) {
        this.situation = situation;
        this.steps = new Steps(situation.enrollment());
        this.ending = new Ending(situation.enrollment(), situation.optOut());
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
                steps.wrongPerson(it.occurredAt());
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
        ReplyOwed reply = replies.open();
        boolean answers = reply != null && it.outcome() != Outcome.NO_ANSWER && it.outcome() != Outcome.NO_SHOW;
        boolean reachesOut = it.outcome() != Outcome.MEETING_CANCELLED && it.outcome() != Outcome.NO_SHOW;
        if (!reachesOut && !answers) {
            return;
        }
        List<Meeting> thanked = reachesOut ? meetings.thankedBy(it, date) : List.of();
        StepProgress step = reachesOut && thanked.isEmpty() ? stepDoneBy(it, date) : null;
        Anchor touch = new Anchor(date, it.occurredAt(), Reasons.touch(it.channel(), answers && step == null));
        lastTouch = touch.orLater(lastTouch);
        if (step != null) {
            steps.done(step, it.id(), touch);
        }
        if (answers) {
            reply.close(TouchpointState.DONE, it.id(), it.occurredAt());
        } else if (reply != null) {
            reply.tried(it.occurredAt());
        }
        thanked.forEach(meeting -> meeting.closeThankYou(TouchpointState.DONE, it.id(), it.occurredAt()));
        if (step != null || answers || !thanked.isEmpty()) {
            datesWithATouch.add(date);
        }
        if (theySpoke(it.outcome())) {
            lastTheirs = it.occurredAt();
        }
    }

    /** The one it names, if that is open; naming none, the earliest open step, unless the plan waits or the date had its touch. */
    private StepProgress stepDoneBy(Interaction it, LocalDate date) {
        if (ending.end() != null || !ending.sinceEnrollment(it.occurredAt())) {
            return null;
        }
        if (it.touchpointId() != null) {
            return steps.open(it.touchpointId());
        }
        return waits(date) || datesWithATouch.contains(date) ? null : steps.firstOpen();
    }

    private boolean waits(LocalDate date) {
        return replies.open() != null || meetings.ahead(date) != null;
    }

    /** The plan goes on from then. */
    private void calledOff(Interaction it, LocalDate date) {
        if (meetings.calledOff()) {
            lastTouch = new Anchor(date, it.occurredAt(), "the meeting that was not").orLater(lastTouch);
        }
    }

    /** Whether an outbound counts as theirs too (S1). */
    static boolean theySpoke(Outcome outcome) {
        return switch (outcome) {
            case REPLIED, NOT_NOW, NO_BUDGET, WRONG_PERSON, NEVER, MEETING_BOOKED, WON, LOST -> true;
            case NONE, NO_ANSWER, AUTO_REPLY, MEETING_CANCELLED, NO_SHOW -> false;
        };
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
            lastTouch = new Anchor(date, it.at(), "your “no answer needed”").orLater(lastTouch);
        }
    }

    /** The last touch of all; null: none yet. */
    Anchor lastTouch() {
        return lastTouch;
    }

    Instant lastTheirs() {
        return lastTheirs;
    }

    End end() {
        return ending.end();
    }
}
