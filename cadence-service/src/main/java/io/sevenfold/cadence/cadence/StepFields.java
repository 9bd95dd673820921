package io.sevenfold.cadence.cadence;

import io.sevenfold.cadence.planning.Step;
import io.sevenfold.events.Channel;
import io.sevenfold.events.Intent;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A step as clients write and read it; its gap is in working days or in months. */
@Schema(name = "Step")
record StepFields(
        @NotNull @Schema(description = "Names the step through all versions of its cadence", examples = "hello")
        String key,

        @Schema(description = "Working days after the touch before, at most 260; 0: the same day (T3)")
        Integer gapDays,

        @Schema(description = "Instead, of care and keep-in-touch: months after it, at most 24 (T3)")
        Integer gapMonths,

        @NotNull Channel channel,

        @NotNull @Schema(description = "What it gives (principle 4)")
        Intent intent,

        @NotBlank
        @Size(max = 2000)
        @Pattern(regexp = "[^\\x00\\p{Cs}]*", message = "must not contain NUL or half a surrogate pair")
        @Schema(
                description =
                        "What to do. May name {contact.firstName}, {contact.name}, {contact.company}, {rep.firstName}"
                                + " and {rep.name}")
        String guidance) {

    static StepFields of(Step step) {
        boolean months = step.gapMonths() > 0;
        return new StepFields(
                step.key(),
                months ? null : step.gapDays(),
                months ? step.gapMonths() : null,
                step.channel(),
                step.intent(),
                step.guidance());
    }

    Step step() {
        return new Step(key, gap(gapDays), gap(gapMonths), channel, intent, guidance);
    }

    private static int gap(Integer given) {
        return given == null ? 0 : given;
    }
}
