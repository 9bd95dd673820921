package io.sevenfold.cadence.planning;

import io.sevenfold.events.Waiting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Plans one contact: a pure function of the situation and the asking instant (P1). All steps have a date at once (P3). */
public final class Planner {

    private final Situation situation;
    private final Instant now;
    private final Timeline timeline;
    private final Waiting waiting;

    private Planner(Situation situation, Instant now) {
        this.situation = situation;
        this.now = now;
        this.timeline = Timeline.of(situation);
        this.waiting = waiting();
    }

    public static Plan plan(Situation situation, Instant now) {
        return new Planner(situation, now).plan();
    }

    private Waiting waiting() {
        if (situation.enrollment() == null || timeline.end() != null) {
            return null;
        }
        if (situation.calendar() == null) {
            return Waiting.OWNER;
        }
        return timeline.replies.open() == null ? null : Waiting.REPLY_OWED;
    }

    private Plan plan() {
        List<PlannedTouchpoint> touchpoints = new ArrayList<>();
        Touchpoints view = new Touchpoints(situation, timeline);
        timeline.replies.all().forEach(reply -> touchpoints.add(view.reply(reply)));
        Anchor previous = situation.calendar() == null ? null : start();
        for (StepProgress step : timeline.steps.all()) {
            if (!step.isOpen()) {
                touchpoints.add(view.closed(step));
                previous = previous == null ? null : previous.orLater(step.touch());
            } else if (timeline.end() != null) {
                touchpoints.add(view.cancelled(step));
            } else {
                StepDate date = date(step, previous);
                boolean next = waiting == null && date.dueOn() != null && step == timeline.steps.firstOpen();
                touchpoints.add(view.open(step, date, next));
                previous = anchor(step, date);
            }
        }
        return new Plan(touchpoints, waiting, timeline.end(), timeline.lastTheirs());
    }

    private Anchor start() {
        if (situation.enrollment() == null) {
            return null;
        }
        Instant at = situation.enrollment().startedAt();
        return new Anchor(situation.dateOf(at), at, "the start of the cadence");
    }

    private StepDate date(StepProgress step, Anchor previous) {
        return previous == null
                ? StepDate.NONE
                : new StepDating(situation, timeline, waiting, now).date(step, previous);
    }

    /** While a step has not happened, the next counts from its date or, once overdue, from today (P2); without a date none can. */
    private Anchor anchor(StepProgress step, StepDate date) {
        if (date.dueOn() == null) {
            return null;
        }
        LocalDate today = situation.calendar().dateOf(now);
        String words = "touch " + step.number;
        return date.dueOn().isAfter(today) ? new Anchor(date.dueOn(), null, words) : new Anchor(today, now, words);
    }
}
