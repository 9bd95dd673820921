package io.sevenfold.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Somebody put this touchpoint off until a local date of its owner. It becomes due again then, as a new round. */
public record TouchpointSnoozed(
        UUID contactId, UUID touchpointId, UUID repId, int round, Instant snoozedAt, String by, LocalDate until) {}
