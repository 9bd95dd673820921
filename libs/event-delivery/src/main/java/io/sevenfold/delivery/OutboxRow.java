package io.sevenfold.delivery;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * A whole Kafka record, waiting in the outbox. Key and headers are bytes, for a dead letter is kept as it came.
 *
 * @param workspace null only for a dead letter that names none
 * @param headers names and values in turn
 */
record OutboxRow(String workspace, String topic, byte[] key, byte[][] headers, byte[] payload) {

    /** Kafka takes 1 MiB; the rest is headroom for a batch's own bytes and for a dead letter's headers. */
    static final int MAX_BYTES = 1_000_000;

    static OutboxRow of(String workspace, ProducerRecord<byte[], byte[]> produced) {
        return new OutboxRow(workspace, produced.topic(), produced.key(), flat(produced.headers()), produced.value());
    }

    ProducerRecord<byte[], byte[]> toRecord() {
        ProducerRecord<byte[], byte[]> produced = new ProducerRecord<>(topic, key, payload);
        for (int i = 0; i < headers.length; i += 2) {
            produced.headers().add(new String(headers[i], StandardCharsets.UTF_8), headers[i + 1]);
        }
        return produced;
    }

    int bytes() {
        int size = length(key) + length(payload);
        for (byte[] part : headers) {
            size += length(part);
        }
        return size;
    }

    private static int length(byte[] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    private static byte[][] flat(Headers headers) {
        Header[] all = headers.toArray();
        byte[][] flat = new byte[2 * all.length][];
        for (int i = 0; i < all.length; i++) {
            flat[2 * i] = all[i].key().getBytes(StandardCharsets.UTF_8);
            flat[2 * i + 1] = all[i].value();
        }
        return flat;
    }
}
