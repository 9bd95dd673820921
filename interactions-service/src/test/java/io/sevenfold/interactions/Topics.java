package io.sevenfold.interactions;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.cloudevents.core.v1.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.sevenfold.delivery.EventJson;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.SubjectPartitioner;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.InteractionRecorded;
import io.sevenfold.events.Topic;
import io.sevenfold.infra.Database;
import io.sevenfold.infra.Events;
import io.sevenfold.infra.ServiceTestResource;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Writes to the real topics as the other services do, and reads what there is. */
final class Topics {

    private static KafkaProducer<byte[], byte[]> producer;

    private Topics() {}

    static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(20));
    }

    /** Publishes an event named after its data's class; returns at once when Kafka has it. */
    static RecordMetadata publish(Topic topic, Subject subject, Object data) {
        return publish(topic, subject, data.getClass().getSimpleName(), json(data));
    }

    static RecordMetadata publish(Topic topic, Subject subject, String type, byte[] data) {
        return send(record(topic, null, subject, type, data));
    }

    static RecordMetadata publishTraced(Topic topic, Subject subject, Object data, String trace) {
        ProducerRecord<byte[], byte[]> traced =
                record(topic, null, subject, data.getClass().getSimpleName(), json(data));
        String traceparent = "00-" + trace + "-00f067aa0ba902b7-01";
        traced.headers().add("traceparent", traceparent.getBytes(StandardCharsets.UTF_8));
        return send(traced);
    }

    /** Sends something that no service knows yet to each partition, so that whoever reads on from its own memory looks up. */
    static void nudge(Topic topic) {
        for (int partition = 0; partition < topic.partitions(); partition++) {
            send(record(topic, partition, new Subject("nobody", UUID.randomUUID()), "SomethingNew", json(Map.of())));
        }
    }

    private static ProducerRecord<byte[], byte[]> record(
            Topic topic, Integer partition, Subject subject, String type, byte[] data) {
        var event = new CloudEventBuilder()
                .withId(UUID.randomUUID().toString())
                .withSource(URI.create("/elsewhere"))
                .withType("io.sevenfold." + type)
                .withTime(DomainClockOfTests.NOW.atOffset(ZoneOffset.UTC))
                .withData("application/json", data)
                .build();
        return KafkaMessageFactory.createWriter(
                        topic.topicName(), partition, subject.key().getBytes(StandardCharsets.UTF_8))
                .writeBinary(event);
    }

    private static RecordMetadata send(ProducerRecord<byte[], byte[]> produced) {
        try {
            return producer().send(produced).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Publishes and waits until this service has handled it. */
    static void deliver(Topic topic, Subject subject, Object data) {
        awaitHandled(publish(topic, subject, data));
    }

    static void awaitHandled(RecordMetadata published) {
        eventually().until(() -> Database.nextOffset(published.topic(), published.partition()) > published.offset());
    }

    /** Whether this service has handled all there is on a topic. */
    static boolean isHandled(Topic topic) {
        return Events.records(topic.topicName()).stream()
                .allMatch(each -> Database.nextOffset(each.topic(), each.partition()) > each.offset());
    }

    /** All records about a subject, committed ones only, oldest first. */
    static List<ConsumerRecord<String, String>> about(Subject subject, String topic) {
        return Events.records(topic).stream()
                .filter(each -> each.key() != null && each.key().startsWith(subject.key()))
                .toList();
    }

    /** The events about a contact on the topic {@code interactions}: type, interaction and version, {@code "Tombstone <id>"}. */
    static List<String> published(Subject contact) {
        return about(contact, Topic.INTERACTIONS.topicName()).stream()
                .map(Topics::told)
                .toList();
    }

    /** The versions of an interaction as events tell them, whatever contact it was of at the time. */
    static List<Interaction> toldOf(UUID interaction) {
        return Events.records(Topic.INTERACTIONS.topicName()).stream()
                .filter(each -> each.key().endsWith("/" + interaction) && each.value() != null)
                .map(each -> interaction(each.value()))
                .sorted(Comparator.comparing(Interaction::version))
                .toList();
    }

    static String header(ConsumerRecord<String, String> of, String name) {
        var header = of.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    static byte[] json(Object data) {
        try {
            return EventJson.mapper().writeValueAsBytes(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** All events carry it alike. */
    private static Interaction interaction(String data) {
        try {
            return EventJson.mapper().readValue(data, InteractionRecorded.class).interaction();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String told(ConsumerRecord<String, String> each) {
        String interaction = each.key().split("/")[2];
        if (each.value() == null) {
            return "Tombstone " + interaction;
        }
        try {
            long version = EventJson.mapper()
                    .readTree(each.value())
                    .path("interaction")
                    .path("version")
                    .asLong();
            return header(each, "ce_type").replace("io.sevenfold.Interaction", "") + " " + interaction + " v" + version;
        } catch (IOException e) {
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
