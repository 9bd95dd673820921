package io.sevenfold.cadence.page;

import io.sevenfold.events.Channel;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Outcome;
import io.sevenfold.language.Phrases;
import io.sevenfold.language.RepTime;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened with a contact.
 *
 * @param repName null where nobody in particular, or nobody known any more
 * @param gave what was given; null: nothing was said of that
 * @param note what was said, or what the rep noted; null: nothing
 */
public record Happened(
        UUID id,
        UUID contactId,
        UUID repId,
        String repName,
        Direction direction,
        Channel channel,
        Outcome outcome,
        Instant occurredAt,
        String gave,
        String note) {

    private static final int LONGEST = 600;

    /** One part of a contact's story; {@code words} are theirs, or the rep's note; null: none. */
    public record Told(String when, String sentence, String words) {}

    /** As that rep reads it. */
    public Told told(String contact, UUID reader, RepTime time) {
        boolean theirs = isTheirs();
        boolean mine = reader.equals(repId);
        String sentence = theirs
                ? Phrases.did(contact, channel, mine ? "you" : repName == null ? "us" : repName)
                : Phrases.did(mine ? "You" : repName == null ? "A colleague" : repName, channel, contact);
        String cameOfIt = Phrases.cameOfIt(outcome, theirs);
        String given = theirs || gave == null ? "" : " Given: " + gave.replaceFirst("[.\\s]+$", "") + ".";
        return new Told(
                time.dayAndTime(occurredAt),
                sentence + "." + (cameOfIt.isEmpty() ? "" : " " + cameOfIt) + given,
                words());
    }

    /** Theirs as theirs. */
    public String words() {
        if (note == null || note.isBlank()) {
            return null;
        }
        String words = note.strip();
        String shown = words.codePointCount(0, words.length()) <= LONGEST
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST)) + "…";
        return isTheirs() ? "“" + shown + "”" : shown;
    }

    public boolean isTheirs() {
        return direction == Direction.INBOUND;
    }
}
