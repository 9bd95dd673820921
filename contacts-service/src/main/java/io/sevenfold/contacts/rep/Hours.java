package io.sevenfold.contacts.rep;

import jakarta.validation.constraints.NotNull;
import java.time.LocalTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Working hours, local: {@code from} is in, {@code to} is not; past midnight where {@code to} is earlier (T4). */
@Schema(name = "WorkingHours")
public record Hours(
        @NotNull(message = "is required") @Schema(examples = "09:00")
        LocalTime from,

        @NotNull(message = "is required") @Schema(examples = "17:00")
        LocalTime to) {}
