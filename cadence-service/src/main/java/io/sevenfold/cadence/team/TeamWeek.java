package io.sevenfold.cadence.team;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import io.sevenfold.delivery.Subject;
import java.time.LocalDate;

/** The week (ISO 8601: from Monday on) that began for a manager with a working day of theirs. */
record TeamWeek(Subject manager, LocalDate date) {

    private static final int WEEKS_COUNTED = 13;

    /** The dates of the starts whose persistence it tells: of the last 13 full weeks. */
    record Period(LocalDate from, LocalDate to) {}

    Period period() {
        LocalDate monday = date.with(previousOrSame(MONDAY));
        return new Period(monday.minusWeeks(WEEKS_COUNTED), monday.minusDays(1));
    }
}
