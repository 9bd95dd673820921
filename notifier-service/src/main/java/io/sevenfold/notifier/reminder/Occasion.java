package io.sevenfold.notifier.reminder;

import io.sevenfold.events.TouchpointKind;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a mail is sent for, or what it tells of a touchpoint for; of the latter there is at most one for each round (N1). */
@Schema(
        enumeration = {
            "due",
            "reply",
            "overdue-2",
            "overdue-5",
            "warning",
            "escalation",
            "digest",
            "follow-up",
            "team",
            "bouncing"
        })
public enum Occasion {
    /** A step or a thank-you became due. */
    DUE,
    /** They wrote, and wait for an answer (N3). */
    REPLY,
    /** It has been due for two working days. */
    OVERDUE_2,
    /** It has been due for five working days. */
    OVERDUE_5,
    /** The clock of a reply owed ends within an hour (N3). */
    WARNING,
    /** It has ended, and the manager of who owes the reply is told (N3). */
    ESCALATION,
    /** The rep's day has begun (N2). */
    DIGEST,
    /** Something became due after the day's digest (N1). */
    FOLLOW_UP,
    /** The manager's week has begun. */
    TEAM,
    /** A rep's address refuses our mail, and their manager is told. */
    BOUNCING;

    /** What the mail that announces a touchpoint is sent for. */
    public static Occasion of(TouchpointKind kind) {
        return kind == TouchpointKind.REPLY_OWED ? REPLY : DUE;
    }

    /** Reads what {@link #toString} wrote; the name is JAX-RS' own. */
    public static Occasion fromString(String spelled) {
        return Arrays.stream(values())
                .filter(occasion -> occasion.toString().equals(spelled))
                .findAny()
                .orElseThrow(() ->
                        new IllegalArgumentException("'" + spelled + "' is not one of " + Arrays.toString(values())));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
