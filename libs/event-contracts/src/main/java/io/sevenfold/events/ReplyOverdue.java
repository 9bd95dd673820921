package io.sevenfold.events;

import java.time.Instant;
import java.util.UUID;

/** The clock of a reply owed has ended (N3). */
public record ReplyOverdue(
        UUID contactId, UUID touchpointId, UUID repId, UUID managerId, Instant owedSince, Instant answerBy) {}
