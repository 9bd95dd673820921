package io.sevenfold.cadence.enrollment;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** To another cadence, to another rep, or both. */
@Schema(
        name = "EnrollmentMove",
        example =
                "{\"cadenceId\": \"018f3c1e-0000-7000-8000-000000000003\", \"ownerId\": \"018f3c1e-0000-7000-8000-000000000004\"}")
record MoveRequest(
        @Schema(description = "A new enrollment starts there; this one ends as moved")
        UUID cadenceId,

        @Schema(description = "The rep who follows up from now on")
        UUID ownerId) {}
