package io.sevenfold.cadence.touchpoint;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The decision to do a touchpoint later: not before a local date of its owner. */
@Schema(name = "Snooze", example = "{\"until\": \"2030-01-07\"}")
public record Snooze(@NotNull LocalDate until) {}
