package io.sevenfold.cadence.planning;

import io.sevenfold.events.Interaction;
import java.time.Instant;
import java.util.UUID;

/**
 * One contact in one cadence, from a moment on.
 *
 * @param contactId the contact it was started for, also where that one went into another since (P12)
 * @param merged what became of it when contacts were merged; null: they were not
 */
public record Enrollment(UUID id, UUID contactId, Cadence cadence, Instant startedAt, Origin origin, Merged merged) {

    /** What started it. */
    public enum Origin {
        /** Somebody did. */
        DECIDED,
        /** Its first owner came (P9): it starts only where nothing followed a win or loss before. */
        FIRST_OWNER,
        /** It hangs on what ended the one before, or on a win or loss (P11): that itself does none of its steps. */
        FOLLOW_ON
    }

    /** When contacts were merged, and whether this one's enrollments are those that go on. */
    public record Merged(Instant at, boolean goesOn) {}

    /** The same by another version of its cadence (P7). */
    Enrollment by(Cadence version) {
        return new Enrollment(id, contactId, version, startedAt, origin, merged);
    }

    public boolean followOn() {
        return origin == Origin.FOLLOW_ON;
    }

    boolean goesOn() {
        return merged == null || merged.goesOn;
    }

    /** Whether what happened then may do a step or end the enrollment. */
    boolean covers(Instant at) {
        return followOn() ? at.isAfter(startedAt) : !at.isBefore(startedAt);
    }

    /** Whether it happened with this contact: since the merging, whatever happens with the one that remains. */
    boolean isWith(Interaction it) {
        UUID with = it.mergedFrom() == null ? it.contactId() : it.mergedFrom();
        boolean sinceMerging = merged != null
                && merged.goesOn
                && it.mergedFrom() == null
                && !it.occurredAt().isBefore(merged.at);
        return sinceMerging || with.equals(contactId);
    }
}
