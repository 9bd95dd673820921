package io.sevenfold.cadence.planning;

import io.sevenfold.events.Reason;
import io.sevenfold.events.ReasonCode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * When an open step falls, and why.
 *
 * @param dueOn the date; of one released the first date it was released on; null: it has none
 * @param plannedOn the date before what levelling did
 * @param released whether it is due
 * @param basis what the date counts from; null where it could not be released
 * @param repId who is to do it; null: nobody
 */
record StepDate(
        LocalDate dueOn, LocalDate plannedOn, boolean released, List<Reason> reasons, String basis, UUID repId) {

    /** No date can be said, and nobody owns the contact. */
    static final StepDate NONE = new StepDate(null, null, false, List.of(), null, null);

    /** No date can be said. */
    static StepDate undated(List<Reason> reasons, UUID repId) {
        return new StepDate(null, null, false, reasons, null, repId);
    }

    /** Nothing can be counted from what has no date itself: because of the same absence, where it is one. */
    static StepDate after(StepDate undated) {
        List<Reason> away = undated.reasons.stream()
                .filter(reason -> reason.code() == ReasonCode.ABSENCE)
                .toList();
        return undated(away, undated.repId);
    }
}
