package io.sevenfold.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What the topic {@code touchpoints} tells of a workspace from the moment this is opened: committed records only. */
final class TouchpointsTold implements AutoCloseable {

    /** A rep's day that began. */
    record Day(UUID rep, LocalDate date) {}

    /**
     * A touchpoint became due.
     *
     * @param what {@code 3/7 introduction}, {@code reply-owed answer}
     * @param answerBy of a reply owed; else null
     */
    record Due(UUID id, int round, UUID contact, UUID rep, Instant at, LocalDate date, String what, Instant answerBy) {}

    private record Event(String type, JsonNode data) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final KafkaConsumer<String, byte[]> consumer;
    private final String keyPrefix;
    private final List<Event> events = new CopyOnWriteArrayList<>();

    TouchpointsTold(String workspace) {
        this(workspace, Sevenfold.stack().kafka().bootstrapServers());
    }

    TouchpointsTold(String workspace, String bootstrapServers) {
        keyPrefix = workspace + "/";
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor("touchpoints").stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** Reads on; returns as soon as there is something, or after a tenth of a second. */
    TouchpointsTold read() {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> {
            if (record.key().startsWith(keyPrefix)) {
                events.add(event(record));
            }
        });
        return this;
    }

    /** Each time it was told, in the order it was. */
    List<Day> daysBegun() {
        return all("DayBegun")
                .map(it -> new Day(id(it, "repId"), date(it, "date")))
                .toList();
    }

    /** Each time; those of one contact in the order in which they became due. */
    List<Due> due() {
        return all("TouchpointDue").map(TouchpointsTold::due).toList();
    }

    List<Due> due(UUID contact) {
        return due().stream().filter(due -> due.contact.equals(contact)).toList();
    }

    /** The touchpoints whose clock ended, each time it was told. */
    List<UUID> repliesOverdue() {
        return all("ReplyOverdue").map(it -> id(it, "touchpointId")).toList();
    }

    private Stream<JsonNode> all(String type) {
        return events.stream().filter(event -> event.type.equals(type)).map(Event::data);
    }

    private static Due due(JsonNode it) {
        JsonNode touchpoint = it.get("touchpoint");
        String step = touchpoint.hasNonNull("step")
                ? touchpoint.get("step").asInt() + "/" + it.get("steps").asInt()
                : touchpoint.get("kind").asText();
        return new Due(
                id(touchpoint, "id"),
                it.get("round").asInt(),
                id(it, "contactId"),
                id(it, "repId"),
                Instant.parse(it.get("dueAt").asText()),
                date(touchpoint, "dueOn"),
                step + " " + touchpoint.get("intent").asText(),
                it.hasNonNull("answerBy") ? Instant.parse(it.get("answerBy").asText()) : null);
    }

    private static UUID id(JsonNode it, String field) {
        return UUID.fromString(it.get(field).asText());
    }

    private static LocalDate date(JsonNode it, String field) {
        return LocalDate.parse(it.get(field).asText());
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static Event event(ConsumerRecord<String, byte[]> record) {
        String type = new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
        try {
            return new Event(type.substring(type.lastIndexOf('.') + 1), JSON.readTree(record.value()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
