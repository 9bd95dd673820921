package io.sevenfold.cadence.enrollment;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom to start in which cadence. */
@Schema(
        name = "EnrollmentStart",
        example =
                "{\"contactId\": \"018f3c1e-0000-7000-8000-000000000001\", \"cadenceId\": \"018f3c1e-0000-7000-8000-000000000002\"}")
record StartRequest(
        @Schema(description = "With an id of the caller's the request can be repeated")
        UUID id,

        @NotNull UUID contactId,

        @NotNull @Schema(description = "Its newest version is taken")
        UUID cadenceId) {}
