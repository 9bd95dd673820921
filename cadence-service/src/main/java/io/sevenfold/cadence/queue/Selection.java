package io.sevenfold.cadence.queue;

import io.sevenfold.cadence.touchpoint.Words;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Touchpoints of one queue that a person decides about at once. */
@Schema(
        name = "Selection",
        example =
                "{\"touchpointIds\": [\"0197f5a0-0000-7000-8000-000000000001\"], \"reason\": \"We met them at the fair\"}")
record Selection(
        @NotEmpty @Size(max = MOST) List<@NotNull UUID> touchpointIds,

        @Size(max = 500) @Pattern(regexp = Words.PATTERN, message = Words.COMPLAINT)
        String reason) {

    static final int MOST = 1_000;
}
