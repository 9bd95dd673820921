package io.sevenfold.notifier.reminder;

import io.sevenfold.events.TouchpointKind;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a mail about a touchpoint is sent for; there is at most one for each round and occasion (N1). */
@Schema(enumeration = {"due", "reply", "warning", "escalation"})
public enum Occasion {
    /** A step or a thank-you became due. */
    DUE,
    /** They wrote, and wait for an answer (N3). */
    REPLY,
    /** The clock of a reply owed ends within an hour (N3). */
    WARNING,
    /** It has ended, and the manager of who owes the reply is told (N3). */
    ESCALATION;

    /** What the mail that announces a touchpoint is sent for. */
    public static Occasion of(TouchpointKind kind) {
        return kind == TouchpointKind.REPLY_OWED ? REPLY : DUE;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
