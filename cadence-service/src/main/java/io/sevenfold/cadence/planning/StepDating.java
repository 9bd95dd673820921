package io.sevenfold.cadence.planning;

import static java.util.Comparator.comparing;

import io.sevenfold.events.Absence;
import io.sevenfold.events.Reason;
import io.sevenfold.events.Waiting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds the date of an open touchpoint: the gap (P2, T3), the floors (P10), the owner's working day (T3), not in the past (T5), not on a
 * full day (P5), in this order; and the reasons for it (P4).
 */
final class StepDating {

    private final Situation situation;
    private final RepCalendar calendar;
    private final Timeline timeline;
    private final Waiting waiting;
    private final Instant now;
    private final List<Reason> reasons = new ArrayList<>();
    private String basis;

    StepDating(Situation situation, Timeline timeline, Waiting waiting, Instant now) {
        this.situation = situation;
        this.calendar = situation.calendar();
        this.timeline = timeline;
        this.waiting = waiting;
        this.now = now;
    }

    StepDate date(StepProgress step, Anchor previous) {
        boolean next = step == timeline.steps.firstOpen();
        Rescheduled other = timeline.floors.rescheduled(step.touchpointId);
        LocalDate from = other == null ? gap(step, next ? from(previous) : previous) : decided(other, next, previous);
        LocalDate date = notBeforeFloors(step.touchpointId, next, from);
        return date(step.touchpointId, date, next && waiting == null);
    }

    /** A thank-you is an extra one: it waits for nothing but the day after the meeting. */
    StepDate thanks(Meeting meeting) {
        Rescheduled other = timeline.floors.rescheduled(meeting.thankYouId);
        LocalDate from = other == null ? dayAfter(meeting) : decided(other);
        LocalDate date = notBeforeFloors(meeting.thankYouId, false, from);
        return date(meeting.thankYouId, date, true);
    }

    private StepDate date(UUID touchpoint, LocalDate date, boolean mayBeDue) {
        LocalDate released = mayBeDue ? situation.levelling().released(touchpoint, date, basis) : null;
        LocalDate plannedOn = workingDay(date).orElse(released);
        if (plannedOn == null) {
            return undated();
        }
        if (released != null && released.isBefore(plannedOn)) {
            plannedOn = released;
        }
        LocalDate full = situation.levelling().passedOver(touchpoint, date, released);
        LocalDate dueOn = released != null ? released : notInThePast(plannedOn, full);
        if (dueOn == null) {
            return undated();
        }
        if (dueOn.isAfter(plannedOn)) {
            reasons.add(full == null ? Reasons.today(plannedOn) : Reasons.capacity(full));
        }
        return new StepDate(dueOn, plannedOn, released != null, inOrder(), mayBeDue ? basis : null);
    }

    /** The next step counts from the last touch of all, where that is later; while the plan waits, as if the wait ended now. */
    private Anchor from(Anchor previous) {
        LocalDate today = calendar.dateOf(now);
        Anchor from = previous.orLater(timeline.touches.last());
        Meeting over = timeline.meetings.over(today);
        if (over != null) {
            from = from.orLater(Anchor.endOf(over.on, "your meeting"));
        }
        Meeting ahead = timeline.meetings.ahead(today);
        if (ahead != null) {
            reasons.add(Reasons.meeting(ahead.on));
            from = from.orLater(Anchor.endOf(ahead.on, "your meeting"));
        }
        if (waiting == Waiting.REPLY_OWED) {
            reasons.add(Reasons.onceAnswered());
            from = from.orLater(new Anchor(today, now, "an answer"));
        }
        return from;
    }

    private LocalDate dayAfter(Meeting meeting) {
        reasons.add(Reasons.afterMeeting(meeting.on));
        basis = meeting.on.toString();
        return meeting.on.plusDays(1);
    }

    /** P10: instead of the gap's date; but no step comes before a meeting the plan waits for, or before the step before it. */
    private LocalDate decided(Rescheduled other, boolean next, Anchor previous) {
        LocalDate date = decided(other);
        Meeting ahead = next ? timeline.meetings.ahead(calendar.dateOf(now)) : null;
        if (ahead != null && !date.isAfter(ahead.on)) {
            reasons.add(Reasons.meeting(ahead.on));
            return ahead.on.plusDays(1);
        }
        return next || date.isAfter(previous.date()) ? date : previous.date();
    }

    private LocalDate decided(Rescheduled other) {
        reasons.add(Reasons.rescheduled(other.date(), other.by()));
        basis = "decided " + other.date();
        return other.date();
    }

    private LocalDate gap(StepProgress step, Anchor from) {
        basis = from.basis();
        Gap gap = Gap.of(from, step.step, situation);
        reasons.add(Reasons.gap(step.step, from, gap.date()));
        reasons.addAll(gap.passed());
        return gap.date();
    }

    private LocalDate notBeforeFloors(UUID touchpoint, boolean next, LocalDate date) {
        Floor floor = timeline.floors.latest(touchpoint, next, timeline.pauses.floor());
        if (floor == null || !floor.date().isAfter(date)) {
            return date;
        }
        reasons.add(floor.reason().get());
        basis += " " + floor.basis();
        return floor.date();
    }

    private LocalDate notInThePast(LocalDate date, LocalDate full) {
        LocalDate earliest = calendar.earliestFrom(now);
        if (full != null && !full.isBefore(earliest)) {
            earliest = full.plusDays(1);
        }
        return date.isBefore(earliest) ? workingDay(earliest).orElse(null) : date;
    }

    /** The owner's first working day on or after the date, saying what was passed; empty: there is none in sight. */
    private Optional<LocalDate> workingDay(LocalDate date) {
        Optional<LocalDate> working = calendar.workingDayFrom(date);
        LocalDate until = working.orElse(date.plusDays(1));
        date.datesUntil(until)
                .map(this::whyNotOn)
                .filter(reason -> !reasons.contains(reason))
                .forEach(reasons::add);
        return working;
    }

    private Reason whyNotOn(LocalDate date) {
        Absence absence = calendar.absence(date);
        if (absence != null) {
            return Reasons.absence(absence);
        }
        String holiday = calendar.holiday(date);
        return holiday != null ? Reasons.holiday(date, holiday) : Reasons.dayOff(date);
    }

    private StepDate undated() {
        return new StepDate(null, null, false, inOrder(), null);
    }

    /** P4's order is that of the codes. */
    private List<Reason> inOrder() {
        reasons.sort(comparing(Reason::code));
        return List.copyOf(reasons);
    }
}
