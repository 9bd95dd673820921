package io.sevenfold.cadence.touchpoint;

import io.sevenfold.cadence.plan.StoredTouchpoint;
import io.sevenfold.events.ReasonCode;
import io.sevenfold.events.TouchpointKind;
import io.sevenfold.rest.ProblemException;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The decision to do a touchpoint later: not before a local date of its owner. */
@Schema(name = "Snooze", example = "{\"until\": \"2030-01-07\"}")
public record Snooze(@NotNull LocalDate until) {

    /** Whether that was decided already, and holds. */
    boolean isDecided(StoredTouchpoint stored) {
        return stored.touchpoint().reasons().stream()
                .anyMatch(reason -> reason.code() == ReasonCode.DECIDED
                        && until.toString().equals(reason.data().get("until")));
    }

    /** @throws ProblemException 422 naming the rule where that touchpoint, or any, cannot be put off until then */
    void check(StoredTouchpoint stored, LocalDate today) {
        if (stored.touchpoint().kind() == TouchpointKind.REPLY_OWED) {
            throw ProblemException.rule(
                    "P5", "until", "A reply owed does not move; answer it, or skip it if none is needed.");
        }
        Dates.check("until", until);
        if (!until.isAfter(today)) {
            throw ProblemException.rule("T5", "until", "It must be later than today, " + today + ".");
        }
        Dates.refuseBeyond("until", until, today);
        LocalDate dueOn = stored.touchpoint().dueOn();
        if (dueOn != null && !until.isAfter(dueOn)) {
            throw ProblemException.rule("P10", "until", "It must be later than the touchpoint's date, " + dueOn + ".");
        }
    }
}
