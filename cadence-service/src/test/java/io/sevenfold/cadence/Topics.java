package io.sevenfold.cadence;

import static io.sevenfold.cadence.Database.eventually;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.cloudevents.core.v1.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.restassured.path.json.JsonPath;
import io.sevenfold.delivery.EventJson;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.SubjectPartitioner;
import io.sevenfold.events.Topic;
import io.sevenfold.infra.ServiceTestResource;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;

/** Writes to the real topics as the other services do, and reads what this one told. */
final class Topics {

    /** What stands in a topic; {@code data} is null in a tombstone. */
    record Told(String type, JsonPath data, ConsumerRecord<byte[], byte[]> source) {}

    private static KafkaProducer<byte[], byte[]> producer;
    private static KafkaConsumer<byte[], byte[]> consumer;

    private Topics() {}

    /** Sends an event named after its data's class, at the time the domain clock shows. */
    static Future<RecordMetadata> send(Topic topic, Subject subject, String keySuffix, Object data) {
        return send(
                topic.topicName(),
                null,
                key(subject, keySuffix),
                data.getClass().getSimpleName(),
                json(data));
    }

    /** Anything at all; null data is a tombstone. */
    static Future<RecordMetadata> send(String topic, Integer partition, String key, String type, byte[] data) {
        CloudEventBuilder event = new CloudEventBuilder()
                .withId(UUID.randomUUID().toString())
                .withSource(URI.create("/elsewhere"))
                .withType("io.sevenfold." + type)
                .withTime(DomainClockOfTests.CLOCK.instant().atOffset(ZoneOffset.UTC));
        ProducerRecord<byte[], byte[]> produced = KafkaMessageFactory.createWriter(
                        topic, partition, key.getBytes(StandardCharsets.UTF_8))
                .writeBinary((data == null ? event : event.withData("application/json", data)).build());
        return producer().send(produced);
    }

    /** Waits until this service has handled what was sent. */
    static void awaitHandled(List<Future<RecordMetadata>> sent) {
        Map<TopicPartition, Long> last = new HashMap<>();
        sent.forEach(each -> {
            RecordMetadata it = get(each);
            last.merge(new TopicPartition(it.topic(), it.partition()), it.offset(), Math::max);
        });
        last.forEach((partition, offset) -> eventually().until(() -> Database.nextOffset(partition) > offset));
    }

    /** Has this service read these subjects' partitions of the topics from zero again, and waits until it is through. */
    static void replay(List<Topic> topics, List<Subject> subjects) {
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> subjects.stream().map(subject -> partition(topic.topicName(), subject)))
                .distinct()
                .toList();
        partitions.forEach(it -> Database.change(
                "update consumer_offset set next_offset = 0 where topic = ? and partition = ?",
                it.topic(),
                it.partition()));
        // Whoever reads on from its own memory looks up at the next record, here one that nobody knows yet.
        String nobody = new Subject("nobody", UUID.randomUUID()).key();
        awaitHandled(partitions.stream()
                .map(it -> send(it.topic(), it.partition(), nobody, "SomethingNew", json(Map.of())))
                .toList());
    }

    /** All that was told about a subject, once all is published, oldest first. */
    static List<Told> about(String topic, Subject subject) {
        eventually().until(() -> Database.query("select 1 from outbox").isEmpty());
        List<Told> told = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> each : read(partition(topic, subject))) {
            if (each.key() != null && new String(each.key(), StandardCharsets.UTF_8).startsWith(subject.key())) {
                String data = each.value() == null ? null : new String(each.value(), StandardCharsets.UTF_8);
                told.add(new Told(
                        header(each, "ce_type").replace("io.sevenfold.", ""),
                        data == null ? null : JsonPath.from(data),
                        each));
            }
        }
        return told;
    }

    static String header(ConsumerRecord<byte[], byte[]> of, String name) {
        return new String(of.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    static byte[] json(Object data) {
        try {
            return EventJson.mapper().writeValueAsBytes(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static synchronized List<ConsumerRecord<byte[], byte[]>> read(TopicPartition partition) {
        if (consumer == null) {
            consumer = new KafkaConsumer<>(
                    Map.of(
                            "bootstrap.servers",
                            ServiceTestResource.kafka().bootstrapServers(),
                            "isolation.level",
                            "read_committed",
                            "fetch.max.wait.ms",
                            10),
                    new ByteArrayDeserializer(),
                    new ByteArrayDeserializer());
        }
        List<TopicPartition> partitions = List.of(partition);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        long end = consumer.endOffsets(partitions).get(partition);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        while (consumer.position(partition) < end) {
            consumer.poll(Duration.ofMillis(100)).forEach(records::add);
        }
        return records;
    }

    private static TopicPartition partition(String topic, Subject subject) {
        return new TopicPartition(topic, partition(subject));
    }

    static int partition(Subject subject) {
        byte[] key = subject.key().getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % Topic.CONTACTS.partitions();
    }

    private static String key(Subject subject, String suffix) {
        return suffix == null ? subject.key() : subject.key() + "/" + suffix;
    }

    private static RecordMetadata get(Future<RecordMetadata> sent) {
        try {
            return sent.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static synchronized KafkaProducer<byte[], byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(
                    Map.of(
                            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                            ServiceTestResource.kafka().bootstrapServers(),
                            ProducerConfig.PARTITIONER_CLASS_CONFIG,
                            SubjectPartitioner.class),
                    new ByteArraySerializer(),
                    new ByteArraySerializer());
        }
        return producer;
    }
}
