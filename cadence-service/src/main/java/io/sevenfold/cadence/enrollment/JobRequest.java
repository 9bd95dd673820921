package io.sevenfold.cadence.enrollment;

import io.sevenfold.cadence.touchpoint.Dates;
import io.sevenfold.cadence.touchpoint.Words;
import io.sevenfold.rest.ProblemException;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One action for many contacts. */
@Schema(
        name = "EnrollmentJobRequest",
        example =
                "{\"action\": \"pause\", \"until\": \"2030-01-07\", \"filter\": {\"ownerId\": \"018f3c1e-0000-7000-8000-000000000004\", \"enrolled\": true}}")
record JobRequest(
        @Schema(description = "With an id of the caller's the request can be repeated")
        UUID id,

        @NotNull
        @Schema(
                implementation = String.class,
                enumeration = {"start", "end", "pause", "resume", "move"})
        Action action,

        @Schema(description = "With start and move") UUID cadenceId,

        @Schema(description = "With move: the rep who follows up from now on")
        UUID ownerId,

        @Schema(description = "With pause") LocalDate until,

        @Schema(description = "With end: the person's own words")
        @Size(max = 500)
        @Pattern(regexp = Words.PATTERN, message = Words.COMPLAINT)
        String reason,

        @Schema(description = "Either these contacts, each once, or a filter") @Size(min = 1, max = JobRequest.MOST)
        List<@NotNull UUID> contactIds,

        Filter filter) {

    /** How many contacts a job may be about. */
    static final int MOST = 10_000;

    /** The contacts that fit all that is given, as they are known here when it is asked. */
    @Schema(name = "EnrollmentJobFilter")
    record Filter(
            @Schema(description = "Whom this rep follows up")
            UUID ownerId,

            @Schema(description = "Who is in this cadence now")
            UUID cadenceId,

            @Schema(description = "Who is in some cadence now, or in none")
            Boolean enrolled) {

        boolean saysNothing() {
            return ownerId == null && cadenceId == null && enrolled == null;
        }
    }

    /**
     * Whether what is given goes together.
     *
     * @throws ProblemException 400 naming the field
     */
    void check() {
        boolean starts = action == Action.START;
        boolean moves = action == Action.MOVE;
        need("cadenceId", cadenceId, starts || moves && ownerId == null, starts || moves);
        need("ownerId", ownerId, false, moves);
        need("until", until, action == Action.PAUSE, action == Action.PAUSE);
        need("reason", reason, false, action == Action.END);
        Dates.check("until", until);
        if ((contactIds == null) == (filter == null)) {
            throw ProblemException.invalid("contactIds", "give either contactIds or a filter");
        }
        if (filter != null && filter.saysNothing()) {
            throw ProblemException.invalid("filter", "must say whom it is about");
        }
    }

    private void need(String field, Object value, boolean needed, boolean allowed) {
        if (value == null && needed) {
            throw ProblemException.invalid(field, "is needed with " + action);
        }
        if (value != null && !allowed) {
            throw ProblemException.invalid(field, "does not go with " + action);
        }
    }

    Order order(Asker asker) {
        return new Order(action, asker, null, null, cadenceId, ownerId, until, reason);
    }
}
