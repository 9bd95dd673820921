package io.sevenfold.cadence.enrollment;

import io.sevenfold.cadence.enrollment.Standing.Enrolled;
import java.time.LocalDate;

/** Until when an enrollment may be paused (P10), and what there is to resume. */
final class Pausing {

    /** Further off is a slip. */
    private static final int YEARS = 10;

    private Pausing() {}

    /** @return null: it may be paused until then */
    static Refusal refuse(LocalDate until, LocalDate today) {
        if (!until.isAfter(today)) {
            return Refusal.rule("T5", "until", "It must be later than today, " + today + ".");
        }
        return until.isAfter(today.plusYears(YEARS))
                ? Refusal.rule("P10", "until", "It may be at most " + YEARS + " years from today.")
                : null;
    }

    /** @return null: it is paused */
    static Refusal refuseToResume(Enrolled it, LocalDate today) {
        if (it.isPaused(today)) {
            return null;
        }
        return Refusal.conflict(
                "not-paused",
                it.lastPausing() == null
                        ? "It was not paused: there is nothing to resume."
                        : "Its pause ended on " + it.pausedUntil() + ": there is nothing to resume.");
    }
}
