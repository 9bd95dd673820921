package io.sevenfold.cadence.unseen;

import io.sevenfold.delivery.sql.Row;
import io.sevenfold.events.EndReason;
import io.sevenfold.events.Stage;
import io.sevenfold.events.WhyNone;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A contact without a next touch, as clients see it. */
@Schema(name = "Unseen")
record Unseen(
        UUID contactId,
        String contactName,
        String contactCompany,

        @Schema(description = "None where nobody follows up")
        UUID ownerId,

        WhyNone reason,

        @Schema(description = "The reason in words") String why,

        @Schema(description = "Of one whose last enrollment ended: how")
        EndReason endReason,

        @Schema(description = "Since when there is no next touch")
        Instant since,

        Stage stage) {

    static Unseen of(Row row) throws SQLException {
        WhyNone reason = row.constant("why_none", WhyNone.class);
        EndReason ended = reason == WhyNone.ENDED ? row.constant("end_reason", EndReason.class) : null;
        return new Unseen(
                row.uuid("contact_id"),
                row.text("name"),
                row.text("company"),
                row.uuid("owner_id"),
                reason,
                words(reason, ended),
                ended,
                row.instant("unseen_since"),
                row.constant("stage", Stage.class));
    }

    private static String words(WhyNone reason, EndReason ended) {
        return switch (reason) {
            case NOBODY_TO_ANSWER -> "They reached out, and who should answer is away without cover or manager";
            case NO_OWNER -> "Nobody follows up with them";
            case NOT_ENROLLED -> "Nobody enrolled them";
            case ENDED ->
                "Their last cadence ended" + (ended == null ? "" : " (" + ended + ")") + " and nothing follows";
            case OWNER_ABSENT -> "Their owner is away, and no working day is in sight";
            case DO_NOT_CONTACT -> "They asked not to be contacted";
        };
    }
}
