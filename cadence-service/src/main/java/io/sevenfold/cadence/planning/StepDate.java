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
 */
record StepDate(LocalDate dueOn, LocalDate plannedOn, boolean released, List<Reason> reasons) {

    /** No date can be said. */
    static final StepDate NONE = new StepDate(null, null, false, List.of());
}
