package io.sevenfold.cadence.page;

import io.sevenfold.events.Channel;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Outcome;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened with a contact, as far as this service keeps it: without anybody's words.
 *
 * @param repName null where nobody in particular, or nobody known any more
 */
public record Happened(
        UUID id,
        UUID contactId,
        UUID repId,
        String repName,
        Direction direction,
        Channel channel,
        Outcome outcome,
        Instant occurredAt) {

    /** One line of a contact's story. */
    public record Told(String when, String sentence) {}

    /** As that rep reads it. */
    public Told told(String contact, UUID reader, RepTime time) {
        boolean theirs = direction == Direction.INBOUND;
        boolean mine = reader.equals(repId);
        String sentence = theirs
                ? Phrases.did(contact, channel, mine ? "you" : repName == null ? "us" : repName)
                : Phrases.did(mine ? "You" : repName == null ? "A colleague" : repName, channel, contact);
        String cameOfIt = Phrases.cameOfIt(outcome, theirs);
        return new Told(time.dayAndTime(occurredAt), sentence + "." + (cameOfIt.isEmpty() ? "" : " " + cameOfIt));
    }
}
