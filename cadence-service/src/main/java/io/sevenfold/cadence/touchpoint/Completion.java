package io.sevenfold.cadence.touchpoint;

import io.sevenfold.cadence.plan.StoredTouchpoint;
import io.sevenfold.cadence.planning.TouchpointIds;
import io.sevenfold.events.Channel;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.TouchpointKind;
import io.sevenfold.rest.ProblemException;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What happened when a touchpoint was done: all of it may be left out. */
@Schema(name = "Completion", example = "{\"outcome\": \"no-answer\", \"gave\": \"the benchmark of mills like theirs\"}")
public record Completion(
        @Schema(description = "The touchpoint's own channel if left out")
        Channel channel,

        @Schema(description = "none if left out") Outcome outcome,

        @Schema(description = "Now if left out; never in the future")
        Instant occurredAt,

        @Size(max = 500) @Pattern(regexp = Words.PATTERN, message = Words.COMPLAINT)
        String gave,

        @Size(max = 4000) @Pattern(regexp = Words.PATTERN, message = Words.COMPLAINT)
        String note,

        @Schema(description = "With not-now and no-budget: when they asked to be contacted again")
        LocalDate revisitOn,

        @Schema(description = "With meeting-booked") LocalDate meetingOn,

        @Schema(description = "With never: the one channel they opted out of; all if left out")
        Channel optOutOf) {

    private static final String TABLE = "What an interaction does";
    private static final Set<Outcome> DO_NO_TOUCHPOINT =
            Set.of(Outcome.AUTO_REPLY, Outcome.MEETING_CANCELLED, Outcome.NO_SHOW);

    /** Where a day begins last: no date is earlier at the same instant. */
    private static final ZoneOffset WESTERNMOST = ZoneOffset.ofHours(-12);

    static final Completion PLAIN = new Completion(null, null, null, null, null, null, null, null);

    Outcome outcomeOrNone() {
        return outcome == null ? Outcome.NONE : outcome;
    }

    /**
     * The interaction that completing the touchpoint is, at version 1.
     *
     * @throws ProblemException 422 naming the rule where such an interaction cannot do this touchpoint
     */
    Interaction of(StoredTouchpoint stored, UUID repId, Instant now) {
        Instant at = (occurredAt == null ? now : occurredAt).truncatedTo(ChronoUnit.MICROS);
        checkOutcome(stored);
        checkTime(now);
        checkDates(at);
        return new Interaction(
                TouchpointIds.done(stored.touchpoint().id()),
                1,
                stored.contactId(),
                repId,
                Direction.OUTBOUND,
                channel == null ? stored.touchpoint().channel() : channel,
                outcomeOrNone(),
                at,
                now.truncatedTo(ChronoUnit.MICROS),
                stored.touchpoint().id(),
                gave,
                note,
                revisitOn,
                null,
                meetingOn,
                optOutOf,
                null);
    }

    private void checkOutcome(StoredTouchpoint stored) {
        if (DO_NO_TOUCHPOINT.contains(outcomeOrNone())) {
            throw ProblemException.rule(TABLE, "outcome", outcomeOrNone() + " does no touchpoint.");
        }
        if (outcomeOrNone() == Outcome.NO_ANSWER && stored.touchpoint().kind() == TouchpointKind.REPLY_OWED) {
            throw ProblemException.rule(
                    TABLE, "outcome", "A no-answer does not close a reply owed; record it as an interaction.");
        }
        if (optOutOf != null && outcomeOrNone() != Outcome.NEVER) {
            throw ProblemException.rule(TABLE, "optOutOf", "Only a never names the channel they opted out of.");
        }
    }

    private void checkTime(Instant now) {
        if (occurredAt != null && occurredAt.isAfter(now)) {
            throw ProblemException.rule(TABLE, "occurredAt", "It lies in the future.");
        }
        if (occurredAt != null && occurredAt.isBefore(Instant.EPOCH)) {
            throw ProblemException.invalid("occurredAt", "must be in 1970 or later");
        }
    }

    private void checkDates(Instant at) {
        boolean revisits = outcomeOrNone() == Outcome.NOT_NOW || outcomeOrNone() == Outcome.NO_BUDGET;
        if (revisitOn != null && !revisits) {
            throw ProblemException.rule("P10", "revisitOn", "Only a not-now or no-budget has a date to revisit.");
        }
        if ((outcomeOrNone() == Outcome.MEETING_BOOKED) != (meetingOn != null)) {
            throw ProblemException.rule(TABLE, "meetingOn", "A booked meeting, and only that, has its date.");
        }
        Dates.check("revisitOn", revisitOn);
        Dates.check("meetingOn", meetingOn);
        LocalDate earliest = LocalDate.ofInstant(at, WESTERNMOST);
        if (revisitOn != null && revisitOn.isBefore(earliest)) {
            throw ProblemException.rule("P10", "revisitOn", "It is before the interaction itself.");
        }
        Dates.refuseBeyond("revisitOn", revisitOn, earliest);
        Dates.refuseBeyond("meetingOn", meetingOn, earliest);
    }
}
