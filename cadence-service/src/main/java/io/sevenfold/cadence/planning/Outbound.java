package io.sevenfold.cadence.planning;

import io.sevenfold.events.Interaction;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.TouchpointState;
import java.time.LocalDate;
import java.util.List;

/** An outbound interaction, and which touchpoints it does ("Which touchpoint an outbound does" in DOMAIN.md). */
final class Outbound {

    private final Timeline timeline;
    private final Interaction it;
    private final LocalDate date;
    private final ReplyOwed reply;
    private final boolean answers;
    private final boolean reachesOut;

    Outbound(Timeline timeline, Interaction it, LocalDate date) {
        this.timeline = timeline;
        this.it = it;
        this.date = date;
        this.reply = timeline.replies.open();
        this.answers = reply != null && it.outcome() != Outcome.NO_ANSWER && it.outcome() != Outcome.NO_SHOW;
        this.reachesOut = it.outcome() != Outcome.MEETING_CANCELLED && it.outcome() != Outcome.NO_SHOW;
    }

    void tell() {
        if (!reachesOut && !answers) {
            return;
        }
        List<Meeting> thanked = reachesOut ? timeline.meetings.thankedBy(it, date) : List.of();
        StepProgress step = reachesOut && thanked.isEmpty() ? stepDone() : null;
        Anchor touch = new Anchor(date, it.occurredAt(), Reasons.touch(it.channel(), answers && step == null));
        timeline.touches.happened(touch);
        if (step != null) {
            timeline.steps.done(step, it.id(), touch);
        }
        if (answers) {
            reply.close(TouchpointState.DONE, it.id(), it.occurredAt());
        } else if (reply != null) {
            reply.tried(it.occurredAt());
        }
        thanked.forEach(meeting -> meeting.closeThankYou(TouchpointState.DONE, it.id(), it.occurredAt()));
        if (step != null || answers || !thanked.isEmpty()) {
            timeline.touches.countsOn(date);
        }
    }

    /** The one it names, if that is open; naming none, the earliest open step, unless the plan waits or the date had its touch. */
    private StepProgress stepDone() {
        if (!timeline.isActive(it)) {
            return null;
        }
        if (it.touchpointId() != null) {
            return timeline.steps.open(it.touchpointId());
        }
        boolean waits = reply != null || timeline.meetings.ahead(date) != null || timeline.pauses.isOn(date);
        return waits || timeline.touches.hasCountedOn(date) ? null : timeline.steps.firstOpen();
    }

    /** Whether an outbound counts as theirs too (S1). */
    static boolean theySpoke(Outcome outcome) {
        return switch (outcome) {
            case REPLIED, NOT_NOW, NO_BUDGET, WRONG_PERSON, NEVER, MEETING_BOOKED, WON, LOST -> true;
            case NONE, NO_ANSWER, AUTO_REPLY, MEETING_CANCELLED, NO_SHOW -> false;
        };
    }
}
