package io.sevenfold.cadence.planning;

import io.sevenfold.events.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A date found by counting working days (T3), with the public holidays that the count left out. */
record Gap(LocalDate date, List<Reason> passed) {

    /** As many of the workspace's weekdays as {@code days}, less the owner's holidays, starting the day after. */
    static Gap workingDays(LocalDate from, int days, Situation situation) {
        RepCalendar calendar = situation.calendar();
        List<Reason> passed = new ArrayList<>();
        LocalDate date = from;
        for (int left = days; left > 0; ) {
            date = date.plusDays(1);
            if (situation.workweek().days().contains(date.getDayOfWeek())) {
                String holiday = calendar == null ? null : calendar.holiday(date);
                if (holiday == null) {
                    left--;
                } else {
                    passed.add(Reasons.holiday(date, holiday));
                }
            }
        }
        return new Gap(date, passed);
    }

    /** Months are clipped to the month's end; a gap of 0 is the date itself where at least an hour of its hours was left at the anchor's instant, else the next. */
    static Gap of(Anchor anchor, Step step, Situation situation) {
        int days = step.gapDays();
        if (step.gapMonths() > 0) {
            return new Gap(anchor.date().plusMonths(step.gapMonths()), List.of());
        }
        if (days > 0 || anchor.at() == null) {
            return workingDays(anchor.date(), days, situation);
        }
        return new Gap(situation.calendar().sameDayOrNext(anchor.date(), anchor.at()), List.of());
    }
}
