package io.sevenfold.notifier.preference;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What clients write of a rep's preferences, whole. */
@Schema(name = "PreferenceFields")
record PreferenceFields(
        @NotNull @Schema(examples = "digest") Mails mails,

        @NotNull @Schema(description = "Whether a manager gets their team's week", examples = "true")
        Boolean teamDigest) {}
