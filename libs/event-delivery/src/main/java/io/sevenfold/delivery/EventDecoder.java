package io.sevenfold.delivery;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Reads a Kafka record as the event it should be. */
final class EventDecoder {

    private EventDecoder() {}

    /**
     * @param traceparent that of handling it
     * @throws PermanentFailure when the key or the headers are none of ours
     */
    static IncomingEvent decode(ConsumerRecord<byte[], byte[]> consumed, String traceparent) {
        String key = key(consumed);
        String[] segments = key.split("/", 3);
        CloudEvent event = event(consumed);
        return new IncomingEvent(
                consumed.topic(),
                consumed.partition(),
                consumed.offset(),
                key,
                subject(segments),
                segments.length == 3 ? segments[2] : null,
                event.getId(),
                withoutPrefix(event.getType()),
                event.getTime() == null ? null : event.getTime().toInstant(),
                consumed.value(),
                traceparent);
    }

    /** @throws PermanentFailure when the key names no subject */
    static Subject subject(ConsumerRecord<byte[], byte[]> consumed) {
        return subject(key(consumed).split("/", 3));
    }

    /** The key, or null where it names no subject. */
    static String ownKey(ConsumerRecord<byte[], byte[]> consumed) {
        try {
            subject(consumed);
            return key(consumed);
        } catch (PermanentFailure e) {
            return null;
        }
    }

    /** The event's name, or null where it has none. */
    static String type(ConsumerRecord<byte[], byte[]> consumed) {
        Header type = consumed.headers().lastHeader("ce_type");
        return type == null || type.value() == null
                ? null
                : withoutPrefix(new String(type.value(), StandardCharsets.UTF_8));
    }

    private static Subject subject(String[] segments) {
        if (segments.length < 2) {
            throw new PermanentFailure("The key names no workspace and id");
        }
        try {
            Subject subject = new Subject(segments[0], UUID.fromString(segments[1]));
            if (subject.id().toString().equals(segments[1])) {
                return subject;
            }
        } catch (IllegalArgumentException e) {
            throw new PermanentFailure("The key names no workspace and id", e);
        }
        throw new PermanentFailure("The id in the key is not in its canonical form");
    }

    private static String key(ConsumerRecord<byte[], byte[]> consumed) {
        if (consumed.key() == null) {
            throw new PermanentFailure("There is no key");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(consumed.key()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new PermanentFailure("The key is not UTF-8", e);
        }
    }

    private static CloudEvent event(ConsumerRecord<byte[], byte[]> consumed) {
        try {
            return KafkaMessageFactory.createReader(consumed).toEvent();
        } catch (CloudEventRWException | IllegalStateException | IllegalArgumentException e) {
            throw new PermanentFailure("The headers are not those of a CloudEvent in binary mode", e);
        }
    }

    private static String withoutPrefix(String type) {
        return type.startsWith(EventEncoder.TYPE_PREFIX) ? type.substring(EventEncoder.TYPE_PREFIX.length()) : type;
    }
}
