package io.sevenfold.events;

import java.time.Instant;
import java.util.UUID;

/** An enrollment ended, for a machine-readable reason and perhaps with a person's own words. */
public record EnrollmentEnded(
        UUID contactId,
        UUID enrollmentId,
        UUID ownerId,
        CadenceRef cadence,
        Instant endedAt,
        EndReason reason,
        String words) {}
