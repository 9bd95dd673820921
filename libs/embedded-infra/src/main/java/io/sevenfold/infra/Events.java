package io.sevenfold.infra;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;

/** What tests see of the topics, and how they play another service: CloudEvents in Kafka's binary mode. */
public final class Events {

    /**
     * An event as it stands in its topic.
     *
     * @param type without the {@code io.sevenfold.} prefix
     * @param data JSON; null in a tombstone
     */
    public record Event(String key, String type, String data) {}

    private static final String PREFIX = "io.sevenfold.";

    private Events() {}

    /** All committed events of a topic whose keys begin so, in the order of their partition. */
    public static List<Event> of(String topic, String keyPrefix) {
        return records(topic).stream()
                .filter(each -> each.key() != null && each.key().startsWith(keyPrefix))
                .map(each -> new Event(each.key(), type(each), each.value()))
                .toList();
    }

    /** All committed records of a topic, in the order of their partition. */
    public static List<ConsumerRecord<String, String>> records(String topic) {
        try (KafkaConsumer<String, String> kafka = consumer()) {
            List<TopicPartition> partitions = partitions(kafka, topic);
            kafka.assign(partitions);
            kafka.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = kafka.endOffsets(partitions);
            List<ConsumerRecord<String, String>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> kafka.position(end.getKey()) < end.getValue())) {
                kafka.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    /** Where each partition of a topic ends, as those see it who read committed events only. */
    public static Map<Integer, Long> ends(String topic) {
        try (KafkaConsumer<String, String> kafka = consumer()) {
            Map<Integer, Long> ends = new HashMap<>();
            kafka.endOffsets(partitions(kafka, topic))
                    .forEach((partition, end) -> ends.put(partition.partition(), end));
            return ends;
        }
    }

    /** Publishes an event as another service would: in the partition of the key's first two segments, which it names. */
    public static void send(String topic, Event event) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", ServiceTestResource.kafka().bootstrapServers());
        try (KafkaProducer<String, String> kafka =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            int partitions = kafka.partitionsFor(topic).size();
            kafka.send(record(topic, event, partitions)).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("Cannot send to " + topic, e);
        }
    }

    private static KafkaConsumer<String, String> consumer() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                ServiceTestResource.kafka().bootstrapServers(),
                "isolation.level",
                "read_committed");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> kafka, String topic) {
        return kafka.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    private static ProducerRecord<String, String> record(String topic, Event event, int partitions) {
        String[] segments = event.key().split("/");
        String subject = segments[0] + "/" + segments[1];
        int partition = Utils.toPositive(Utils.murmur2(subject.getBytes(StandardCharsets.UTF_8))) % partitions;
        ProducerRecord<String, String> sent = new ProducerRecord<>(topic, partition, event.key(), event.data());
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_source",
                        "/test",
                        "ce_type",
                        PREFIX + event.type(),
                        "ce_time",
                        "2026-11-21T08:00:00Z",
                        "ce_subject",
                        segments[1],
                        "ce_workspace",
                        segments[0],
                        "content-type",
                        "application/json")
                .forEach((name, value) -> sent.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return sent;
    }

    private static String type(ConsumerRecord<String, String> event) {
        Header type = event.headers().lastHeader("ce_type");
        return type == null ? null : new String(type.value(), StandardCharsets.UTF_8).substring(PREFIX.length());
    }
}
