package io.sevenfold.delivery;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record that this service put aside, without what it says.
 *
 * @param from where it was met first; null where the letter does not tell
 * @param putAsideAt when it was published here, by Kafka's clock
 * @param type the event's name, or null
 * @param key null where it is none of ours, for then nobody knows what is in it
 * @param bytes of its payload
 * @param replayedAt when it was last replayed and handled, or null
 */
public record DeadLetter(
        String topic,
        int partition,
        long offset,
        Place from,
        Instant putAsideAt,
        String reason,
        String type,
        String key,
        int bytes,
        Instant replayedAt) {

    static DeadLetter of(ConsumerRecord<byte[], byte[]> letter) {
        return new DeadLetter(
                letter.topic(),
                letter.partition(),
                letter.offset(),
                DeadLetters.from(letter).orElse(null),
                Instant.ofEpochMilli(letter.timestamp()),
                DeadLetters.header(letter, DeadLetters.REASON),
                EventDecoder.type(letter),
                EventDecoder.ownKey(letter),
                letter.value() == null ? 0 : letter.value().length,
                null);
    }

    /** A replay before it was put aside was of another letter, of a topic that has been made anew since. */
    DeadLetter replayed(Instant at) {
        Instant own = at == null || at.isBefore(putAsideAt) ? null : at;
        return new DeadLetter(topic, partition, offset, from, putAsideAt, reason, type, key, bytes, own);
    }

    Place place() {
        return new Place(topic, partition, offset);
    }
}
