package io.sevenfold.cadence.plan;

import io.sevenfold.events.CadenceRef;
import io.sevenfold.events.EndReason;
import java.time.Instant;
import java.util.UUID;

/**
 * An enrollment as it was last derived.
 *
 * @param followOn whether it started by itself, and so ends with its cause (P11)
 * @param cadence at the version it goes by
 * @param endReason null: it is active
 * @param words of its end, a person's own; null: none
 */
record StoredEnrollment(
        UUID id,
        CadenceRef cadence,
        Instant startedAt,
        boolean followOn,
        EndReason endReason,
        Instant endedAt,
        String words) {

    StoredEnrollment corrected(Instant at) {
        return new StoredEnrollment(id, cadence, startedAt, followOn, EndReason.CORRECTED, at, null);
    }
}
