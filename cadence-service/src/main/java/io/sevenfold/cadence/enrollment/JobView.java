package io.sevenfold.cadence.enrollment;

import io.sevenfold.rest.Page;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a job is. */
@Schema(name = "EnrollmentJob")
record JobView(
        UUID id,

        @Schema(
                implementation = String.class,
                enumeration = {"start", "end", "pause", "resume", "move"})
        Action action,

        @Schema(
                implementation = String.class,
                enumeration = {"accepted", "running", "done"})
        State state,

        Instant askedAt,
        String askedBy,
        Instant doneAt,

        @Schema(description = "Contacts; those erased since are not counted")
        long total,

        long succeeded,
        long refused,

        @Schema(description = "By contact id") Page<Refused> refusals) {

    /** Whether it began, and whether it is through. */
    enum State {
        ACCEPTED,
        RUNNING,
        DONE;

        /** As written in JSON, for example {@code done}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A contact that it was not done for, and why. */
    @Schema(name = "EnrollmentJobRefusal")
    record Refused(
            UUID contactId,

            @Schema(description = "As the type of a problem that one contact's request would have been answered with")
            String type,

            @Schema(description = "Of the domain; none where it was another reason")
            String rule,

            String reason) {}
}
