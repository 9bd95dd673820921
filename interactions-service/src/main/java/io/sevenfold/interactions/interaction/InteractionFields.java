package io.sevenfold.interactions.interaction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.github.f4b6a3.uuid.UuidCreator;
import io.sevenfold.delivery.EventJson;
import io.sevenfold.events.Channel;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.Outcome;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What callers say of an interaction: contact, direction and channel are required. Instants are kept to the microsecond. */
@Schema(name = "InteractionFields")
public record InteractionFields(
        @Schema(
                description =
                        "Made by the caller so that a request can be repeated; left out, one is made here. Never changes.")
        UUID id,

        @NotNull(message = "is required")
        @Schema(
                required = true,
                description = "Never changes, except that a merged contact's interactions go to the one that remains")
        UUID contactId,

        @Schema(
                description =
                        "Who of us it was. Left out it is the rep who calls; of an outbound one it has to be known")
        UUID repId,

        @NotNull(message = "is required") @Schema(required = true)
        Direction direction,

        @NotNull(message = "is required") @Schema(required = true)
        Channel channel,

        @Schema(defaultValue = "none") Outcome outcome,

        @Schema(description = "When it happened: from 1970 on, not in the future; left out, now")
        Instant occurredAt,

        @Schema(description = "The touchpoint of this contact that it does")
        UUID touchpointId,

        @Size(max = 500) @Pattern(regexp = TEXT, message = NO_TEXT) @Schema(description = "What was given")
        String gave,

        @Size(max = 4000) @Pattern(regexp = TEXT, message = NO_TEXT) @Schema(description = "The rep's own words")
        String note,

        @Schema(description = "When they asked to be contacted again; only with not-now and no-budget")
        LocalDate revisitOn,

        @Schema(description = "When they are back; only with auto-reply")
        LocalDate returnOn,

        @Schema(
                description =
                        "The meeting's date: needed with meeting-booked, allowed with meeting-cancelled and no-show")
        LocalDate meetingOn,

        @Schema(description = "With never: the one channel they opted out of; left out, all of them")
        Channel optOutOf) {

    private static final String TEXT = "[^\\x00\\p{Cs}]*";
    private static final String NO_TEXT = "must not contain NUL or half a surrogate pair";

    public InteractionFields {
        outcome = outcome == null ? Outcome.NONE : outcome;
        occurredAt = occurredAt == null ? null : occurredAt.truncatedTo(ChronoUnit.MICROS);
    }

    static InteractionFields of(Interaction interaction) {
        return new InteractionFields(
                interaction.id(),
                interaction.contactId(),
                interaction.repId(),
                interaction.direction(),
                interaction.channel(),
                interaction.outcome(),
                interaction.occurredAt(),
                interaction.touchpointId(),
                interaction.gave(),
                interaction.note(),
                interaction.revisitOn(),
                interaction.returnOn(),
                interaction.meetingOn(),
                interaction.optOutOf());
    }

    InteractionFields by(UUID rep) {
        return new InteractionFields(
                id,
                contactId,
                rep,
                direction,
                channel,
                outcome,
                occurredAt,
                touchpointId,
                gave,
                note,
                revisitOn,
                returnOn,
                meetingOn,
                optOutOf);
    }

    /** The first version of what these fields say, of {@code contact} and at {@code now} where they do not say when. */
    Interaction recorded(UUID contact, Instant now) {
        UUID known = id == null ? UuidCreator.getTimeOrderedEpoch() : id;
        return interaction(known, 1, contact, occurredAt == null ? now : occurredAt, now, null);
    }

    /** The version after {@code current}, as these fields say. */
    Interaction after(Interaction current) {
        return interaction(
                current.id(),
                current.version() + 1,
                current.contactId(),
                occurredAt,
                current.recordedAt(),
                current.mergedFrom());
    }

    /** By which the repetition of a request is known. */
    UUID digest() {
        try {
            return UuidCreator.getNameBasedSha1(EventJson.mapper().writeValueAsString(this));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Fields cannot be written as JSON", e);
        }
    }

    private Interaction interaction(
            UUID known, long version, UUID contact, Instant occurred, Instant recorded, UUID mergedFrom) {
        return new Interaction(
                known,
                version,
                contact,
                repId,
                direction,
                channel,
                outcome,
                occurred,
                recorded,
                touchpointId,
                gave,
                note,
                revisitOn,
                returnOn,
                meetingOn,
                optOutOf,
                mergedFrom);
    }
}
