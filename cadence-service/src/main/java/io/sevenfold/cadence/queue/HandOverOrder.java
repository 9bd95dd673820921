package io.sevenfold.cadence.queue;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Touchpoints of one queue whose contacts another rep is to follow up with from now on. */
@Schema(
        name = "HandOver",
        example = "{\"touchpointIds\": [\"0197f5a0-0000-7000-8000-000000000001\"],"
                + " \"toRepId\": \"0197f5a0-0000-7000-8000-000000000002\"}")
record HandOverOrder(
        @NotEmpty @Size(max = Selection.MOST) List<@NotNull UUID> touchpointIds,

        @NotNull UUID toRepId) {}
