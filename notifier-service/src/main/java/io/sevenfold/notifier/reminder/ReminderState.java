package io.sevenfold.notifier.reminder;

import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a reminder's mail has come (N7). */
@Schema(enumeration = {"pending", "sending", "retrying", "sent", "failed", "unknown", "cancelled"})
public enum ReminderState {
    /** Not tried yet. */
    PENDING,
    /** Claimed by a sender until its lease runs out. */
    SENDING,
    /** Not taken over by the SMTP server, which may do so later. */
    RETRYING,
    /** Taken over by the SMTP server. */
    SENT,
    /** Refused for good. */
    FAILED,
    /** Handed over, but nobody knows whether it was taken over; not sent again unless the operator set that. */
    UNKNOWN,
    /** Not sent, since by then there was nothing to remind of (N4). */
    CANCELLED;

    /** Reads what {@link #toString} wrote; the name is JAX-RS' own. */
    public static ReminderState fromString(String spelled) {
        return Arrays.stream(values())
                .filter(state -> state.toString().equals(spelled))
                .findAny()
                .orElseThrow(() ->
                        new IllegalArgumentException("'" + spelled + "' is not one of " + Arrays.toString(values())));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
