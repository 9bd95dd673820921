package io.sevenfold.cadence.cadence;

import io.sevenfold.cadence.planning.Cadence;
import io.sevenfold.events.Purpose;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What clients write of a cadence, whole. */
@Schema(name = "CadenceFields")
public record CadenceFields(
        @Schema(description = "The caller's own; made here if left out. Never changes")
        UUID id,

        @NotBlank
        @Size(max = 200)
        @Pattern(
                regexp = "[^\\p{Cc}\\p{Cs}\\x{2028}\\x{2029}]*",
                message = "must be one line, without control characters such as CR, LF or NUL")
        String name,

        @NotNull @Schema(description = "Never changes") Purpose purpose,

        @Schema(description = "Whether a contact may be started in it again (P8); when-none-active if left out")
        Reenrollment reenrollment,

        @Min(0)
        @Max(3650)
        @Schema(description = "Days since the last touch before it may be started again (P8); 0 if left out")
        Integer quietDays,

        @NotNull @Schema(description = "Five to seven to connect (principle 1), two to twelve else")
        List<@NotNull @Valid StepFields> steps) {

    /** Nothing said yet. */
    static final CadenceFields NONE = new CadenceFields(null, null, null, null, null, null);

    Reenrollment reenrollmentOrDefault() {
        return reenrollment == null ? Reenrollment.WHEN_NONE_ACTIVE : reenrollment;
    }

    int quietDaysOrNone() {
        return quietDays == null ? 0 : quietDays;
    }

    /** The version of a cadence that these fields describe. */
    public Cadence cadence(UUID withId, int version) {
        return new Cadence(
                withId,
                version,
                name.strip(),
                purpose,
                steps.stream().map(StepFields::step).toList());
    }

    /** Whether a version says the same. */
    boolean describe(StoredCadence version) {
        return version.reenrollment() == reenrollmentOrDefault()
                && version.quietDays() == quietDaysOrNone()
                && version.cadence()
                        .equals(cadence(
                                version.cadence().id(), version.cadence().version()));
    }
}
