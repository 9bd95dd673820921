package io.sevenfold.events;

import java.time.Instant;
import java.util.UUID;

/** Somebody decided not to do this touchpoint. {@code by} is the rep or application that decided. */
public record TouchpointSkipped(
        UUID contactId, UUID touchpointId, UUID repId, int round, Instant skippedAt, String by, String reason) {}
