package io.sevenfold.cadence.planning;

import static java.util.Comparator.comparing;

import io.sevenfold.cadence.planning.Levelling.Release;
import io.sevenfold.cadence.planning.Slot.Passed;
import io.sevenfold.events.Reason;
import io.sevenfold.events.Waiting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Finds the date of an open touchpoint: the gap (P2, T3), the floors (P10), the working day of the owner or of who
 * covers (T3, P9), not in the past (T5), not on a full day (P5), in this order; and the reasons for it (P4).
 */
final class StepDating {

    private final Situation situation;
    private final Duty duty;
    private final Timeline timeline;
    private final Waiting waiting;
    private final Instant now;
    private final List<Reason> reasons = new ArrayList<>();
    private String basis;

    StepDating(Situation situation, Duty duty, Timeline timeline, Waiting waiting, Instant now) {
        this.situation = situation;
        this.duty = duty;
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
        LocalDate from = other == null || !other.date().isAfter(meeting.on) ? dayAfter(meeting) : decided(other);
        LocalDate date = notBeforeFloors(meeting.thankYouId, false, from);
        return date(meeting.thankYouId, date, true);
    }

    private StepDate date(UUID touchpoint, LocalDate date, boolean mayBeDue) {
        Slot first = duty.first(date);
        Slot released = mayBeDue ? released(touchpoint, date) : null;
        Slot due = released != null ? released : duty.next(date, rep -> earliest(touchpoint, date, rep));
        passed(first, due.rep());
        passed(due, due.rep());
        if (due.date() == null) {
            return StepDate.undated(inOrder(), duty.owner().repId());
        }
        LocalDate plannedOn = earlier(first.date(), released == null ? null : released.date());
        if (due.date().isAfter(plannedOn)) {
            LocalDate full = full(touchpoint, date, due.rep(), released == null ? null : released.date());
            reasons.add(full == null ? Reasons.today(plannedOn) : Reasons.capacity(full));
        }
        UUID repId = due.rep().repId();
        return new StepDate(due.date(), plannedOn, released != null, inOrder(), mayBeDue ? basis : null, repId);
    }

    /** Where it was first released and is due still; null: nowhere. */
    private Slot released(UUID touchpoint, LocalDate date) {
        Slot first = null;
        for (Release release : situation.levelling().released(touchpoint)) {
            Slot slot = release.isOf(date, basis) ? duty.released(release) : null;
            first = first == null || slot != null && slot.date().isBefore(first.date()) ? slot : first;
        }
        return first;
    }

    /** Not in the past (T5), nor on a day that had no place for it (P5). */
    private LocalDate earliest(UUID touchpoint, LocalDate date, RepCalendar rep) {
        LocalDate earliest = rep.earliestFrom(now);
        LocalDate full = full(touchpoint, date, rep, null);
        return full == null || full.isBefore(earliest) ? earliest : full.plusDays(1);
    }

    private LocalDate full(UUID touchpoint, LocalDate date, RepCalendar rep, LocalDate released) {
        return situation.levelling().passedOver(touchpoint, rep.repId(), date, released);
    }

    private void passed(Slot slot, RepCalendar reader) {
        for (Passed each : slot.passed()) {
            Reason reason = whyNotOn(each, reader);
            if (!reasons.contains(reason)) {
                reasons.add(reason);
            }
        }
    }

    private static Reason whyNotOn(Passed passed, RepCalendar reader) {
        if (passed.absence() != null) {
            return Reasons.absence(passed.absence(), passed.rep(), reader);
        }
        String holiday = passed.rep().holiday(passed.date());
        return holiday != null
                ? Reasons.holiday(passed.date(), holiday)
                : Reasons.dayOff(passed.date(), passed.rep(), reader);
    }

    private static LocalDate earlier(LocalDate planned, LocalDate released) {
        return planned == null || released != null && released.isBefore(planned) ? released : planned;
    }

    /** The next step counts from the last touch of all, where that is later; while the plan waits, as if the wait ended now. */
    private Anchor from(Anchor previous) {
        LocalDate today = duty.owner().dateOf(now);
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
        Meeting meeting = next ? timeline.meetings.waitedFor(duty.owner().dateOf(now)) : null;
        if (meeting != null && !date.isAfter(meeting.on)) {
            reasons.add(Reasons.meeting(meeting.on));
            basis += " meeting " + meeting.on;
            return meeting.on.plusDays(1);
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

    /** P4's order is that of the codes. */
    private List<Reason> inOrder() {
        reasons.sort(comparing(Reason::code));
        return List.copyOf(reasons);
    }
}
