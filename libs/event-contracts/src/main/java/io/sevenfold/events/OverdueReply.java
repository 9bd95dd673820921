package io.sevenfold.events;

import java.time.Instant;
import java.util.UUID;

/** A reply that is still owed after its clock has ended (N3). */
public record OverdueReply(UUID contactId, UUID touchpointId, UUID repId, Instant owedSince, Instant answerBy) {}
