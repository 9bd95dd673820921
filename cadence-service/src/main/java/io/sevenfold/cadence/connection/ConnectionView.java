package io.sevenfold.cadence.connection;

import io.sevenfold.cadence.plan.Connections;
import io.sevenfold.cadence.planning.StageAndStrength;
import io.sevenfold.cadence.planning.Strength;
import io.sevenfold.events.Stage;
import io.sevenfold.events.WhyNone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A contact's connection as clients see it. */
@Schema(name = "Connection")
record ConnectionView(
        UUID contactId,

        @Schema(description = "Earned by what happened between the two, never by adding the contact")
        Stage stage,

        @Schema(
                description =
                        "When it came to this stage; none where it never was at another, or nothing says when it was closed")
        Instant since,

        @Schema(
                description =
                        "0 to 100: the rounded sum of what interactions gave. Theirs give 20 points, ours 4 and together 30 at"
                                + " most; of one day only the last of each side counts; every 180 days halve the points",
                minimum = "0",
                maximum = "100")
        int strength,

        @Schema(description = "The interactions that count, the most points first")
        List<Points> given,

        @Schema(description = "Local date in the owner's zone; none where there is no next touch")
        LocalDate nextTouchOn,

        @Schema(description = "Why there is no next touch; none where there is one")
        WhyNone whyNone) {

    /** What one interaction gives at the moment of asking. */
    @Schema(name = "Points")
    record Points(
            UUID interactionId,
            Instant occurredAt,

            @Schema(
                    description =
                            "Whether it came from them: an inbound by a person, or an outbound in which they spoke")
            boolean theirs,

            @Schema(description = "To two decimal places") double points) {

        private static Points of(Strength.Given it) {
            return new Points(it.interactionId(), it.occurredAt(), it.theirs(), Math.round(it.points() * 100) / 100.0);
        }
    }

    static ConnectionView of(UUID contactId, Connections.Now now) {
        StageAndStrength it = now.stageAndStrength();
        return new ConnectionView(
                contactId,
                it.stage(),
                it.since(),
                it.strength(),
                it.given().stream().map(Points::of).toList(),
                now.next().on(),
                now.next().whyNone());
    }
}
