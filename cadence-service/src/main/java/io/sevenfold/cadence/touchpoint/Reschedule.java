package io.sevenfold.cadence.touchpoint;

import io.sevenfold.cadence.plan.StoredTouchpoint;
import io.sevenfold.events.TouchpointKind;
import io.sevenfold.rest.ProblemException;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The decision to do a touchpoint on another local date of its owner, earlier or later than its gap says. */
@Schema(name = "Reschedule", example = "{\"date\": \"2030-01-07\", \"reason\": \"They are at the fair until then\"}")
public record Reschedule(
        @NotNull LocalDate date,

        @Size(max = 500) @Pattern(regexp = Words.PATTERN, message = Words.COMPLAINT)
        String reason) {

    /** @throws ProblemException 422 naming the rule where that touchpoint, or any, cannot be on that date */
    void check(StoredTouchpoint stored, LocalDate today) {
        if (stored.touchpoint().kind() == TouchpointKind.REPLY_OWED) {
            throw ProblemException.rule(
                    "P5", "date", "A reply owed does not move; answer it, or skip it if none is needed.");
        }
        Dates.check("date", date);
        if (date.isBefore(today)) {
            throw ProblemException.rule("T5", "date", "Nothing is planned in the past; today is " + today + ".");
        }
        Dates.refuseBeyond("date", date, today);
    }
}
