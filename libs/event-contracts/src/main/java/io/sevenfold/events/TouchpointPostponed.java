package io.sevenfold.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A touchpoint that was due is planned again: the plan waits (a reply is owed, a meeting is ahead, no owner) or its date moved on. */
public record TouchpointPostponed(
        UUID contactId, UUID touchpointId, UUID repId, int round, Instant postponedAt, LocalDate dueOn) {}
