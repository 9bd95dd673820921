package io.sevenfold.system;

import io.sevenfold.events.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What stands on the topics, committed records only. */
final class Topics {

    private Topics() {}

    /** The values of all records of a workspace. */
    static List<byte[]> values(String topic, String workspace) {
        return records(Sevenfold.stack().kafka().bootstrapServers(), topic, workspace).stream()
                .map(ConsumerRecord::value)
                .toList();
    }

    /** All records of a workspace that a topic of that broker still has. */
    static List<ConsumerRecord<byte[], byte[]>> records(String broker, String topic, String workspace) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(broker)) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (new String(record.key(), StandardCharsets.UTF_8).startsWith(workspace + "/")) {
                        records.add(record);
                    }
                });
            }
            return records;
        }
    }

    /** How far each partition of that broker's is written. */
    static Map<TopicPartition, Long> ends(String broker) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(broker)) {
            return consumer.endOffsets(Stream.of(Topic.values())
                    .flatMap(topic -> partitions(consumer, topic.topicName()).stream())
                    .toList());
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String broker) {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
