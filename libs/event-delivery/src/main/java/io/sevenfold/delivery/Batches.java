package io.sevenfold.delivery;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final Map<String, TopicConsumer> consumers;
    private final WorkerTransactions transactions;
    private final Tracing tracing;
    private final DeliveryMetrics metrics;

    Batches(
            String service,
            Map<String, TopicConsumer> consumers,
            WorkerTransactions transactions,
            Tracing tracing,
            DeliveryMetrics metrics) {
        this.service = service;
        this.consumers = consumers;
        this.transactions = transactions;
        this.tracing = tracing;
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
        List<Span> spans = new ArrayList<>();
        try {
            Map<String, List<IncomingEvent>> events = decode(records, spans);
            advancing(records, assignment, worker -> consume(worker, events));
            events.keySet().forEach(topic -> tellOfCommit(consumers.get(topic)));
            events.forEach((topic, handled) -> metrics.consumed(topic, handled.size()));
        } catch (RuntimeException | Error e) {
            spans.forEach(span -> span.setStatus(StatusCode.ERROR, e.getClass().getName()));
            throw e;
        } finally {
            spans.forEach(Span::end);
        }
    }

    /** It is only a hint: where it fails, what is committed stays handled. */
    private static void tellOfCommit(TopicConsumer consumer) {
        try {
            consumer.committed();
        } catch (RuntimeException e) {
            LOG.warnf(e, "The consumer of %s did not take the hint that something was committed", consumer.topic());
        }
    }

    private Map<String, List<IncomingEvent>> decode(List<ConsumerRecord<byte[], byte[]>> records, List<Span> spans) {
        Map<String, List<IncomingEvent>> byTopic = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> each : records) {
            Span span = tracing.handling(each);
            spans.add(span);
            byTopic.computeIfAbsent(each.topic(), topic -> new ArrayList<>())
                    .add(EventDecoder.decode(each, Tracing.traceparent(span)));
        }
        return byTopic;
    }

    /** Locks all subjects at once, or replicas that meet the same ones topic by topic would wait for each other. */
    private void consume(Connection worker, Map<String, List<IncomingEvent>> events) throws SQLException {
        Subjects.lock(worker, subjects(events.values()));
        for (Map.Entry<String, List<IncomingEvent>> ofTopic : events.entrySet()) {
            consumers.get(ofTopic.getKey()).consume(worker, ofTopic.getValue());
        }
    }

    private static Set<Subject> subjects(Collection<List<IncomingEvent>> events) {
        return events.stream().flatMap(List::stream).map(IncomingEvent::subject).collect(Collectors.toSet());
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
