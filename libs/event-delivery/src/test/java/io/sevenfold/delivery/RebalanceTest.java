package io.sevenfold.delivery;

import static io.sevenfold.delivery.ForeignProducer.bytes;
import static io.sevenfold.delivery.Notes.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sevenfold.infra.ServiceTestResource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two live instances of one service, which share a topic's partitions and take them over from each other. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "notes"))
@WithTestResource(NotesResource.class)
class RebalanceTest {

    private static final String TOPIC = "shared";
    private static final int PARTITIONS = 6;

    @Inject
    WorkerTransactions transactions;

    @Inject
    Tracing tracing;

    @Inject
    DeliveryMetrics metrics;

    private final List<ConsumerLoop> running = new ArrayList<>();
    private final Subject subject = Notes.subject();
    private int sent;

    @AfterEach
    void stopAll() throws InterruptedException {
        for (ConsumerLoop each : running) {
            each.stop();
        }
    }

    @Test
    void handlesEachRecordOnceWhileInstancesComeAndGo() throws InterruptedException {
        // Given
        ConsumerLoop first = start(new Handling("first"));
        send(600);
        eventually().until(() -> handledBy("first") > 0);

        // When
        ConsumerLoop second = start(new Handling("second"));
        eventually().until(() -> {
            send(60);
            return handledBy("second") > 0;
        });
        send(600);
        first.stop();
        eventually().until(() -> {
            send(6);
            return handled() == sent;
        });
        start(new Handling("third"));
        eventually().until(() -> {
            send(60);
            return handledBy("third") > 0;
        });
        second.stop();
        send(600);

        // Then
        eventually().until(() -> handled() == sent);
        assertEquals(List.of(), TopicReader.about(subject, TOPIC + DeadLetters.TOPIC_SUFFIX));
        assertEquals(List.of(), Notes.asSuperuser("select 1 from outbox where topic like '" + TOPIC + "%%'"));
    }

    @Test
    void handlesOnceWhatAnInstanceStillHasInHandWhenItsPartitionsAreTakenOver() throws InterruptedException {
        // Given
        Handling slow = new Handling("slow");
        slow.pause = new CountDownLatch(1);
        start(slow);
        send(60);
        eventually().until(() -> slow.batches.get() == 1);

        // When
        start(new Handling("other"));
        eventually()
                .until(() -> !Notes.asSuperuser(
                                "select 1 from pg_locks where locktype = 'transactionid' and not granted")
                        .isEmpty());
        slow.pause.countDown();

        // Then
        eventually().until(() -> handled() == sent);
        assertTrue(handledBy("slow") > 0);
        assertEquals(List.of(), TopicReader.about(subject, TOPIC + DeadLetters.TOPIC_SUFFIX));
    }

    private ConsumerLoop start(Handling consumer) {
        // An instance that does not poll for two seconds counts as gone, though it lives.
        KafkaClients clients = new KafkaClients(
                "sharers",
                Optional.empty(),
                Map.of(
                        "bootstrap.servers",
                        ServiceTestResource.kafka().bootstrapServers(),
                        "max.poll.interval.ms",
                        2_000));
        Batches batches =
                new Batches("sharers", new Consumers(Map.of(TOPIC, consumer), tracing, metrics), transactions, metrics);
        ConsumerLoop loop = new ConsumerLoop(clients::consumer, Set.of(TOPIC), transactions, batches, metrics);
        running.add(loop);
        loop.start();
        return loop;
    }

    private void send(int records) {
        List<ProducerRecord<byte[], byte[]>> all = new ArrayList<>();
        for (int i = 0; i < records; i++) {
            all.add(new ProducerRecord<>(TOPIC, sent++ % PARTITIONS, bytes(subject.key()), bytes("{}")));
            ForeignProducer.cloudEvent(all.get(i).headers());
        }
        ForeignProducer.send(all);
    }

    private int handled() {
        return count("");
    }

    private int handledBy(String instance) {
        return count(" and instance = '" + instance + "'");
    }

    private int count(String which) {
        return Integer.parseInt(Notes.asSuperuser(
                        "select count(*) from handled where workspace_id = '%s'%s", subject.workspace(), which)
                .get(0));
    }

    private static final class Handling implements TopicConsumer {

        private final String instance;
        private final AtomicInteger batches = new AtomicInteger();
        private volatile CountDownLatch pause = new CountDownLatch(0);

        Handling(String instance) {
            this.instance = instance;
        }

        @Override
        public String topic() {
            return TOPIC;
        }

        @Override
        public void consume(Connection worker, List<IncomingEvent> events) throws SQLException {
            try (PreparedStatement sql = worker.prepareStatement("insert into handled values (?, ?, ?)")) {
                for (IncomingEvent event : events) {
                    sql.setString(1, event.subject().workspace());
                    sql.setString(2, event.partition() + "/" + event.offset());
                    sql.setString(3, instance);
                    sql.addBatch();
                }
                sql.executeBatch();
            }
            batches.incrementAndGet();
            try {
                pause.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
