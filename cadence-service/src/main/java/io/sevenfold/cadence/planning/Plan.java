package io.sevenfold.cadence.planning;

import io.sevenfold.events.EndReason;
import io.sevenfold.events.Waiting;
import java.time.Instant;
import java.util.List;

/**
 * The touchpoints of a contact, in order, each with the reasons for its date.
 *
 * @param waitingFor what an active enrollment waits for; null: nothing
 * @param end how the enrollment ended; null: it is active, or there is none
 * @param lastTheirs when they last reached out or spoke; null: never
 */
public record Plan(List<PlannedTouchpoint> touchpoints, Waiting waitingFor, End end, Instant lastTheirs) {

    /** How an enrollment ended, and when. */
    public record End(EndReason reason, Instant at) {}
}
