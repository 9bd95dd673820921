package io.sevenfold.delivery;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Shows how far the loop is: to Kafka's tools once a second, as a metric every few. Nothing hangs on it. */
final class Progress {

    private static final Logger LOG = Logger.getLogger(Progress.class);
    private static final long COMMIT_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long LAG_NANOS = Duration.ofSeconds(5).toNanos();
    private static final Duration ASKING = Duration.ofSeconds(1);

    private final Consumer<byte[], byte[]> kafka;
    private final Assignment assignment;
    private final DeliveryMetrics metrics;
    private Map<TopicPartition, OffsetAndMetadata> committed = Map.of();
    private long lastCommit = System.nanoTime();
    private long lastLag = System.nanoTime();

    Progress(Consumer<byte[], byte[]> kafka, Assignment assignment, DeliveryMetrics metrics) {
        this.kafka = kafka;
        this.assignment = assignment;
        this.metrics = metrics;
    }

    /** Between polls only, when all that was polled is handled or rewound. */
    void show() {
        long now = System.nanoTime();
        try {
            if (now - lastCommit >= COMMIT_NANOS) {
                lastCommit = now;
                commit(handled());
            }
            if (now - lastLag >= LAG_NANOS) {
                lastLag = now;
                metrics.lag(lag(handled()));
            }
        } catch (KafkaException e) {
            LOG.debug("Kafka does not tell or note how far the partitions are", e);
        }
    }

    void commit() {
        try {
            commit(handled());
        } catch (KafkaException e) {
            LOG.debug("Kafka does not note how far the partitions are", e);
        }
    }

    /** What comes next, transaction markers passed over. */
    private Map<TopicPartition, OffsetAndMetadata> handled() {
        Map<TopicPartition, OffsetAndMetadata> handled = new HashMap<>();
        assignment
                .read()
                .keySet()
                .forEach(partition -> handled.put(partition, new OffsetAndMetadata(kafka.position(partition, ASKING))));
        return handled;
    }

    private void commit(Map<TopicPartition, OffsetAndMetadata> handled) {
        if (!handled.isEmpty() && !handled.equals(committed)) {
            committed = handled;
            kafka.commitAsync(handled, (offsets, failure) -> LOG.debugf(failure, "Offsets noted: %s", offsets));
        }
    }

    private Map<String, Long> lag(Map<TopicPartition, OffsetAndMetadata> handled) {
        Map<String, Long> lag = new HashMap<>();
        kafka.endOffsets(handled.keySet(), ASKING).forEach((partition, end) -> {
            long behind = Math.max(0, end - handled.get(partition).offset());
            lag.merge(partition.topic(), behind, Long::sum);
        });
        return lag;
    }
}
