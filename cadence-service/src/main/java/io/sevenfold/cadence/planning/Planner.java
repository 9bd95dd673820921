package io.sevenfold.cadence.planning;

import io.sevenfold.cadence.planning.Plan.Enrolled;
import io.sevenfold.events.Waiting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans one contact: a pure function of the situation and the asking instant (P1). All steps have a date at once (P3). */
public final class Planner {

    private final Course course;
    private final Situation situation;
    private final Instant now;
    private final Timeline timeline;
    private final Duty duty;
    private final Touchpoints view;
    private final Waiting waiting;

    private Planner(Course course, Instant now) {
        this.course = course;
        this.situation = course.situation();
        this.now = now;
        this.timeline = Timeline.of(course);
        this.duty = situation.calendar() == null ? null : new Duty(situation.calendar(), situation.colleagues(), now);
        this.view = new Touchpoints(course, duty, timeline);
        this.waiting = waiting();
    }

    public static Plan plan(Situation situation, Instant now) {
        Plan plan = derive(situation, now);
        Situation heeded = DecidedSince.heeded(situation, plan);
        return heeded == situation ? plan : derive(heeded, now);
    }

    private static Plan derive(Situation situation, Instant now) {
        List<Enrolled> enrollments = new ArrayList<>();
        List<PlannedTouchpoint> steps = new ArrayList<>();
        Planner planner = null;
        for (Course started : Course.started(situation)) {
            for (Course course = started;
                    course != null;
                    course = planner.next(enrollments, steps).orElse(null)) {
                planner = new Planner(course, now);
            }
        }
        List<PlannedTouchpoint> touchpoints = planner.extras();
        touchpoints.addAll(steps);
        return new Plan(enrollments, touchpoints, planner.waiting, planner.timeline.lastTheirs());
    }

    /** Adds this enrollment and its steps, and says which follows it. */
    private Optional<Course> next(List<Enrolled> enrollments, List<PlannedTouchpoint> steps) {
        if (course.enrollment() != null) {
            enrollments.add(new Enrolled(course.enrollment().by(timeline.steps.cadence()), timeline.end()));
            steps.addAll(steps());
        }
        return course.next(timeline.end());
    }

    private Waiting waiting() {
        if (course.enrollment() == null || timeline.end() != null) {
            return null;
        }
        if (situation.calendar() == null) {
            return Waiting.OWNER;
        }
        if (timeline.replies.open() != null) {
            return Waiting.REPLY_OWED;
        }
        LocalDate today = situation.calendar().dateOf(now);
        if (timeline.meetings.ahead(today) != null) {
            return Waiting.MEETING;
        }
        return timeline.pauses.isOn(today) ? Waiting.PAUSE : null;
    }

    /** What events called for, enrolled or not. */
    private List<PlannedTouchpoint> extras() {
        List<PlannedTouchpoint> extras = new ArrayList<>();
        timeline.replies.all().forEach(reply -> extras.add(view.reply(reply)));
        for (Meeting meeting : timeline.meetings.callingForThanks()) {
            boolean dated = meeting.isThankYouOpen() && situation.calendar() != null;
            extras.add(view.thankYou(meeting, dated ? dating().thanks(meeting) : StepDate.NONE));
        }
        return extras;
    }

    private List<PlannedTouchpoint> steps() {
        List<PlannedTouchpoint> touchpoints = new ArrayList<>();
        Anchor previous = situation.calendar() == null ? null : start();
        StepDate before = StepDate.NONE;
        for (StepProgress step : timeline.steps.all()) {
            if (!step.isOpen()) {
                touchpoints.add(view.closed(step));
                previous = previous == null ? null : previous.orLater(step.touch());
            } else if (timeline.steps.isBeyondIntroduction(step)) {
                touchpoints.add(view.cancelled(step, timeline.steps.wrongPersonAt()));
            } else if (timeline.end() != null) {
                touchpoints.add(view.cancelled(step, timeline.end().at()));
            } else {
                StepDate date = previous == null ? StepDate.after(before) : dating().date(step, previous);
                boolean next = waiting == null && date.dueOn() != null && step == timeline.steps.firstOpen();
                touchpoints.add(view.open(step, date, next));
                previous = anchor(step, date);
                before = date;
            }
        }
        return touchpoints;
    }

    private Anchor start() {
        Instant at = course.enrollment().startedAt();
        return new Anchor(situation.dateOf(at), at, "the start of the cadence");
    }

    private StepDating dating() {
        return new StepDating(situation, duty, timeline, waiting, now);
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
