package io.sevenfold.notifier.preference;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a rep wants to be told.
 *
 * @param teamDigest whether they get their team's week; of no matter for who manages nobody
 * @param changedAt null as long as all is by default
 * @param changedBy the rep's id, or the subject of the token
 */
@Schema(name = "Preference")
public record PreferenceView(
        UUID repId,
        @Schema(examples = "digest") Mails mails,
        @Schema(examples = "true") boolean teamDigest,
        Instant changedAt,
        String changedBy) {

    static PreferenceView byDefault(UUID repId) {
        return new PreferenceView(repId, Mails.DIGEST, true, null, null);
    }
}
