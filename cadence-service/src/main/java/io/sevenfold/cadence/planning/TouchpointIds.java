package io.sevenfold.cadence.planning;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Ids derived from what a touchpoint is for, so that a re-plan finds its own again (UUIDv5, RFC 9562). */
public final class TouchpointIds {

    private TouchpointIds() {}

    /** A step's touchpoint; {@code repetition} counts the rounds of a repeating cadence from 1. */
    public static UUID step(UUID enrollment, String stepKey, int repetition) {
        return UuidCreator.getNameBasedSha1(enrollment, stepKey + "/" + repetition);
    }

    /** The answer owed since an inbound interaction. */
    public static UUID replyOwed(UUID interaction) {
        return UuidCreator.getNameBasedSha1(interaction, "reply-owed");
    }

    /** The thanks for a meeting, by the interaction that booked it. */
    static UUID thankYou(UUID booking) {
        return UuidCreator.getNameBasedSha1(booking, "thank-you");
    }

    /** The interaction that completing a touchpoint is. */
    public static UUID done(UUID touchpoint) {
        return UuidCreator.getNameBasedSha1(touchpoint, "done");
    }
}
