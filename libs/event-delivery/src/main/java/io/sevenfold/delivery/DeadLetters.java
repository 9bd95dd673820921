package io.sevenfold.delivery;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Makes the dead letter of a record that could not be handled, whole, as it came, with the reason and where it came
 * from in headers; and the record again out of the letter.
 */
final class DeadLetters {

    static final String TOPIC_SUFFIX = ".dead-letters";
    private static final String PREFIX = "dead-letter-";
    static final String REASON = "dead-letter-reason";
    static final String TOPIC = "dead-letter-topic";
    static final String PARTITION = "dead-letter-partition";
    static final String OFFSET = "dead-letter-offset";
    static final String SERVICE = "dead-letter-service";

    private static final int LARGEST = 1_040_000;
    private static final int LONGEST_REASON = 1_000;

    private DeadLetters() {}

    static OutboxRow of(ConsumerRecord<byte[], byte[]> poison, String service, Throwable failure) {
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(
                poison.topic() + TOPIC_SUFFIX, null, poison.key(), poison.value(), poison.headers());
        String reason = reason(failure);
        add(letter, REASON, reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
        add(letter, TOPIC, poison.topic());
        add(letter, PARTITION, Integer.toString(poison.partition()));
        add(letter, OFFSET, Long.toString(poison.offset()));
        add(letter, SERVICE, service);
        OutboxRow row = OutboxRow.of(workspace(poison), letter);
        // Ours always fit; a larger one would hold the relay up for ever, and its payload can be read where it came
        // from.
        return row.bytes() > LARGEST
                ? new OutboxRow(row.workspace(), row.topic(), row.key(), row.headers(), null)
                : row;
    }

    /** Where the record of a letter was met first; empty where no headers of ours tell. */
    static Optional<Place> from(ConsumerRecord<byte[], byte[]> letter) {
        return Place.parse(header(letter, TOPIC) + "/" + header(letter, PARTITION) + "/" + header(letter, OFFSET));
    }

    /** The record as it was met first. */
    static ConsumerRecord<byte[], byte[]> opened(ConsumerRecord<byte[], byte[]> letter, Place from) {
        ConsumerRecord<byte[], byte[]> record =
                new ConsumerRecord<>(from.topic(), from.partition(), from.offset(), letter.key(), letter.value());
        for (Header each : letter.headers()) {
            if (!each.key().startsWith(PREFIX)) {
                record.headers().add(each);
            }
        }
        return record;
    }

    static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /**
     * What failed, without personal data: only our own failures' messages are known to hold none; of any other it is
     * the class, the place and the database's state.
     */
    static String reason(Throwable failure) {
        if (failure instanceof PermanentFailure) {
            return failure.getClass().getName() + ": " + failure.getMessage();
        }
        if (failure instanceof DatabaseFailure) {
            return reason(failure.getCause());
        }
        String state = failure instanceof SQLException sql ? " (SQL state " + sql.getSQLState() + ")" : "";
        return failure.getClass().getName() + state + place(failure);
    }

    private static String place(Throwable failure) {
        for (StackTraceElement frame : failure.getStackTrace()) {
            if (frame.getClassName().startsWith(EventEncoder.TYPE_PREFIX)) {
                return " at " + frame;
            }
        }
        return "";
    }

    private static String workspace(ConsumerRecord<byte[], byte[]> poison) {
        try {
            return EventDecoder.subject(poison).workspace();
        } catch (PermanentFailure e) {
            return null;
        }
    }

    private static void add(ProducerRecord<byte[], byte[]> letter, String name, String value) {
        letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
