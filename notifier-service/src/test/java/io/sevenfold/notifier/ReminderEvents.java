package io.sevenfold.notifier;

import static org.awaitility.Awaitility.await;

import io.sevenfold.events.Topic;
import io.sevenfold.infra.ServiceTestResource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what the service has published, as the others do. */
final class ReminderEvents {

    private ReminderEvents() {}

    /** The data of the events about this workspace's reminders, at least one. */
    static List<String> of(Workspace workspace) {
        try (KafkaConsumer<byte[], byte[]> kafka = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        ServiceTestResource.kafka().bootstrapServers(),
                        "isolation.level",
                        "read_committed",
                        "auto.offset.reset",
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            kafka.assign(IntStream.range(0, Topic.REMINDERS.partitions())
                    .mapToObj(partition -> new TopicPartition(Topic.REMINDERS.topicName(), partition))
                    .toList());
            List<String> found = new ArrayList<>();
            await().until(() -> {
                kafka.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (new String(record.key(), StandardCharsets.UTF_8).startsWith(workspace.name() + "/")) {
                        found.add(new String(record.value(), StandardCharsets.UTF_8));
                    }
                });
                return !found.isEmpty();
            });
            return found;
        }
    }
}
