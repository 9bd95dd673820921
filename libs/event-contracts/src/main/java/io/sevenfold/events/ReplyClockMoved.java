package io.sevenfold.events;

import java.time.Instant;
import java.util.UUID;

/**
 * The clock of a reply owed that is due ends at another time than was told: a no-answer started it again, or the hours of the rep
 * changed (N3). Not told of one that was recorded late.
 *
 * @param repId who is to answer
 * @param answerBy when it ends now
 */
public record ReplyClockMoved(
        UUID contactId, UUID touchpointId, UUID repId, int round, Instant movedAt, Instant answerBy) {}
