package io.sevenfold.events;

import java.time.Instant;
import java.util.UUID;

/**
 * The clock of a reply owed has ended (N3). Told once per clock: a no-answer starts another.
 *
 * @param repId who is to answer
 * @param round in which it is due to them; null in events from before this was told
 * @param managerId who is to know; null: nobody
 * @param owedSince when this clock began
 */
public record ReplyOverdue(
        UUID contactId,
        UUID touchpointId,
        UUID repId,
        Integer round,
        UUID managerId,
        Instant owedSince,
        Instant answerBy) {}
