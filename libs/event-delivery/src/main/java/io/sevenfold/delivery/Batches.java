package io.sevenfold.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Handles what was polled: in one transaction with the offsets or, where that fails for good, record by record, the one
 * that fails being put aside.
 */
final class Batches {

    private static final Logger LOG = Logger.getLogger(Batches.class);

    private final String service;
    private final Consumers consumers;
    private final WorkerTransactions transactions;
    private final DeliveryMetrics metrics;

    Batches(String service, Consumers consumers, WorkerTransactions transactions, DeliveryMetrics metrics) {
        this.service = service;
        this.consumers = consumers;
        this.transactions = transactions;
        this.metrics = metrics;
    }

    /**
     * @throws Offsets.TakenOver when another instance reads one of the partitions by now
     * @throws DatabaseFailure when the same may succeed later; nothing is lost, the offsets tell where to go on
     */
    void handle(ConsumerRecords<byte[], byte[]> polled, Assignment assignment) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        polled.forEach(records::add);
        try {
            handle(records, assignment);
        } catch (RuntimeException | Error e) {
            if (!isPermanent(e)) {
                throw e;
            }
            records.forEach(each -> handleOrPutAside(each, assignment));
        }
    }

    private void handleOrPutAside(ConsumerRecord<byte[], byte[]> each, Assignment assignment) {
        try {
            handle(List.of(each), assignment);
        } catch (RuntimeException | Error e) {
            if (!isPermanent(e)) {
                throw e;
            }
            OutboxRow letter = DeadLetters.of(each, service, e);
            advancing(List.of(each), assignment, worker -> OutboxTable.insert(worker, List.of(letter)));
            metrics.deadLetter(each.topic());
            LOG.warnf(
                    "Put aside to %s: partition %d, offset %d: %s",
                    letter.topic(), each.partition(), each.offset(), DeadLetters.reason(e));
            LOG.debug("Put aside because of", e);
        }
    }

    private void handle(List<ConsumerRecord<byte[], byte[]>> records, Assignment assignment) {
        consumers.handle(records, task -> advancing(records, assignment, task));
    }

    /** The offsets first: whoever is too late finds out before doing any work. */
    private void advancing(
            List<ConsumerRecord<byte[], byte[]>> records, Assignment assignment, WorkerTransactions.Task task) {
        Map<TopicPartition, Long> next = new HashMap<>();
        records.forEach(each -> next.put(new TopicPartition(each.topic(), each.partition()), each.offset() + 1));
        transactions.run(worker -> {
            Offsets.advance(worker, assignment.read(), next);
            task.with(worker);
        });
        assignment.advanced(next);
    }

    private static boolean isPermanent(Throwable failure) {
        return !(failure instanceof Offsets.TakenOver || Transience.of(failure));
    }
}
