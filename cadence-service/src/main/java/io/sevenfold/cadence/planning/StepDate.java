package io.sevenfold.cadence.planning;

import io.sevenfold.events.Reason;
import java.time.LocalDate;
import java.util.List;

/**
 * When an open step falls, and why.
 *
 * @param dueOn the date; of one released the first date it was released on; null: it has none
 * @param plannedOn the date before what levelling did
 * @param released whether it is due
 * @param basis what the date counts from; null where it could not be released
 */
record StepDate(LocalDate dueOn, LocalDate plannedOn, boolean released, List<Reason> reasons, String basis) {

    /** No date can be said. */
    static final StepDate NONE = new StepDate(null, null, false, List.of(), null);
}
