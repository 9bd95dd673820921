package io.sevenfold.cadence.planning;

import java.time.Instant;
import java.util.UUID;

/** One contact in one cadence, from a moment on. */
public record Enrollment(UUID id, UUID contactId, Cadence cadence, Instant startedAt) {}
