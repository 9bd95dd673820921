package io.sevenfold.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTest {

    private static final NewTopic PLANS =
            new NewTopic("plans", 2, (short) 1).configs(Map.of("cleanup.policy", "compact"));

    @TempDir
    Path folder;

    @Test
    void keepsCommittedRecordsOverARestart() {
        try (KafkaBroker broker = KafkaBroker.start(folder, 0)) {
            // Given
            String address = broker.bootstrapServers();
            broker.createTopics(List.of(PLANS));
            produceInTransaction(broker, "first");

            // When
            broker.stop();
            broker.start();

            // Then
            assertEquals(address, broker.bootstrapServers());
            produceInTransaction(broker, "second");
            assertEquals(List.of("first", "second"), consume(broker, 2));
        }
        try (KafkaBroker again = KafkaBroker.start(folder, 0)) {
            assertEquals(List.of("first", "second"), consume(again, 2));
        }
    }

    @Test
    void makesTopicsOnceAndNeverByAccident() throws Exception {
        try (KafkaBroker broker = KafkaBroker.start(folder, 0);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            // When
            broker.createTopics(List.of(PLANS));
            broker.createTopics(List.of(PLANS, new NewTopic("reps", 1, (short) 1)));
            broker.createTopics(SevenfoldTopics.all());

            // Then
            var topics = admin.describeTopics(List.of("plans", "reps"))
                    .allTopicNames()
                    .get();
            assertEquals(2, topics.get("plans").partitions().size());
            assertEquals(1, topics.get("reps").partitions().size());
            assertThrows(
                    ExecutionException.class,
                    () -> admin.describeTopics(List.of("planz")).allTopicNames().get());
        }
    }

    private static void produceInTransaction(KafkaBroker broker, String value) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "relay");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("plans", 0, "key of " + value, value));
            producer.commitTransaction();
        }
    }

    private static List<String> consume(KafkaBroker broker, int count) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "isolation.level",
                "read_committed",
                "auto.offset.reset",
                "earliest",
                "fetch.min.bytes",
                1,
                "max.poll.records",
                count);
        TopicPartition partition = new TopicPartition("plans", 0);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            List<String> values = new ArrayList<>();
            for (int i = 0; i < 20 && values.size() < count; i++) {
                var records = consumer.poll(Duration.ofSeconds(1));
                StreamSupport.stream(records.spliterator(), false).forEach(record -> values.add(record.value()));
            }
            return values;
        }
    }
}
