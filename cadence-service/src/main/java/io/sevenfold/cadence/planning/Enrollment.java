package io.sevenfold.cadence.planning;

import java.time.Instant;
import java.util.UUID;

/**
 * One contact in one cadence, from a moment on.
 *
 * @param followOn whether it hangs on what ended the one before, or on a win or loss (P11): that itself does none of its steps
 */
public record Enrollment(UUID id, UUID contactId, Cadence cadence, Instant startedAt, boolean followOn) {

    /** Whether what happened then may do a step or end the enrollment. */
    boolean covers(Instant at) {
        return followOn ? at.isAfter(startedAt) : !at.isBefore(startedAt);
    }
}
