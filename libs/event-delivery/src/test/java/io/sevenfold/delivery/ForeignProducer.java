package io.sevenfold.delivery;

import io.sevenfold.infra.ServiceTestResource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes to Kafka without any outbox, as only someone else would; no transaction, so offsets have no gaps. */
final class ForeignProducer {

    private ForeignProducer() {}

    /** A well-formed event to a partition of choice. */
    static RecordMetadata send(int partition, Subject subject, long version, String text) {
        ProducerRecord<byte[], byte[]> produced = new ProducerRecord<>(
                Note.TOPIC,
                partition,
                bytes(subject.key()),
                bytes("{\"version\":%d,\"text\":\"%s\"}".formatted(version, text)));
        cloudEvent(produced.headers());
        return send(produced);
    }

    static RecordMetadata send(ProducerRecord<byte[], byte[]> produced) {
        return send(List.of(produced)).get(0);
    }

    static List<RecordMetadata> send(List<ProducerRecord<byte[], byte[]>> produced) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", ServiceTestResource.kafka().bootstrapServers());
        try (KafkaProducer<byte[], byte[]> kafka =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent =
                    produced.stream().map(kafka::send).toList();
            List<RecordMetadata> taken = new ArrayList<>();
            for (Future<RecordMetadata> each : sent) {
                taken.add(each.get());
            }
            return taken;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    static void cloudEvent(Headers headers) {
        headers.add("ce_specversion", bytes("1.0"))
                .add("ce_id", bytes("1"))
                .add("ce_source", bytes("/elsewhere"))
                .add("ce_type", bytes("io.sevenfold.Note"))
                .add("content-type", bytes("application/json"));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
