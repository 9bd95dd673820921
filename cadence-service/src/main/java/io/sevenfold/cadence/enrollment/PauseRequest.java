package io.sevenfold.cadence.enrollment;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The decision to do no step until a date. */
@Schema(name = "EnrollmentPause", example = "{\"until\": \"2030-01-07\"}")
record PauseRequest(
        @NotNull
        @Schema(description = "The first date it may go on, local to the owner; of several pauses the last counts")
        LocalDate until) {}
