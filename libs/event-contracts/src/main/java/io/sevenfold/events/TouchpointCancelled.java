package io.sevenfold.events;

import java.time.Instant;
import java.util.UUID;

/** A touchpoint is no longer called for, for example since the enrollment ended. */
public record TouchpointCancelled(UUID contactId, UUID touchpointId, UUID repId, int round, Instant cancelledAt) {}
