package io.sevenfold.contacts.contact;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which contact remains of two. */
@Schema(name = "MergeFields")
public record MergeFields(
        @NotNull(message = "is required")
        @Schema(required = true, description = "The contact that remains; the one of the path goes into it")
        UUID into) {}
