package io.sevenfold.cadence.enrollment;

import io.sevenfold.delivery.sql.Row;
import io.sevenfold.events.CadenceRef;
import io.sevenfold.events.EndReason;
import io.sevenfold.events.PlanState;
import io.sevenfold.events.Purpose;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One contact in one cadence, as clients see it. */
@Schema(name = "Enrollment")
record EnrollmentView(
        UUID id,
        UUID contactId,

        @Schema(description = "Who follows up now") UUID ownerId,

        CadenceRef cadence,
        PlanState state,
        Instant startedAt,

        @Schema(description = "The rep or application that started it; none where it started by itself")
        String startedBy,

        @Schema(description = "It started because of how another ended, or of a win or a loss (P11)")
        boolean followOn,

        @Schema(description = "The first date it may go on, local to the owner; none where it is not paused")
        LocalDate pausedUntil,

        EndReason endReason,

        @Schema(description = "A person's own, of its end") String words,

        Instant endedAt) {

    static EnrollmentView read(Row row) throws SQLException {
        EndReason endReason = row.constant("end_reason", EndReason.class);
        return new EnrollmentView(
                row.uuid("id"),
                row.uuid("contact_id"),
                row.uuid("owner_id"),
                new CadenceRef(
                        row.uuid("cadence_id"),
                        row.integer("version"),
                        row.text("cadence_name"),
                        row.constant("purpose", Purpose.class)),
                endReason == null ? PlanState.ACTIVE : PlanState.ENDED,
                row.instant("started_at"),
                row.text("started_by"),
                row.flag("follow_on"),
                row.date("paused_until"),
                endReason,
                row.text("words"),
                row.instant("ended_at"));
    }
}
