package io.sevenfold.cadence.touchpoint;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The decision not to do a touchpoint; of a reply owed: that no answer is needed. */
@Schema(name = "Skip", example = "{\"reason\": \"We met at the fair yesterday\"}")
public record Skip(
        @Size(max = 500) @Pattern(regexp = Words.PATTERN, message = Words.COMPLAINT)
        String reason) {

    static final Skip PLAIN = new Skip(null);
}
