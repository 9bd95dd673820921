package io.sevenfold.cadence.planning;

import io.sevenfold.events.Absence;
import java.time.LocalDate;
import java.util.List;

/**
 * A date on which somebody has their working day.
 *
 * @param date a local date of {@code rep}'s; null: there is none in sight
 * @param rep who works then: the owner, or who covers for them
 * @param passed what was passed on the way there, in order
 */
record Slot(LocalDate date, RepCalendar rep, List<Passed> passed) {

    /**
     * A date on which a rep does not work, or a whole absence of theirs.
     *
     * @param absence null: it is another day off
     */
    record Passed(RepCalendar rep, LocalDate date, Absence absence) {}
}
