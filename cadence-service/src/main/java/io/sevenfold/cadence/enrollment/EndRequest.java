package io.sevenfold.cadence.enrollment;

import io.sevenfold.cadence.touchpoint.Words;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The decision to give an enrollment up. */
@Schema(name = "EnrollmentEnd", example = "{\"reason\": \"They closed the mill\"}")
record EndRequest(
        @Schema(description = "The person's own words")
        @Size(max = 500)
        @Pattern(regexp = Words.PATTERN, message = Words.COMPLAINT)
        String reason) {}
