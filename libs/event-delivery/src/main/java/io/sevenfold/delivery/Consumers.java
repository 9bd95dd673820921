package io.sevenfold.delivery;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** The service's consumers, by topic, and how records are handed to them: the same way from a poll and from a dead letter. */
@Singleton
final class Consumers {

    private static final Logger LOG = Logger.getLogger(Consumers.class);

    private final Map<String, TopicConsumer> consumers;
    private final Tracing tracing;
    private final DeliveryMetrics metrics;

    @Inject
    Consumers(@Any Instance<TopicConsumer> consumers, Tracing tracing, DeliveryMetrics metrics) {
        this(consumers.stream().collect(Collectors.toMap(TopicConsumer::topic, Function.identity())), tracing, metrics);
    }

    Consumers(Map<String, TopicConsumer> consumers, Tracing tracing, DeliveryMetrics metrics) {
        this.consumers = consumers;
        this.tracing = tracing;
        this.metrics = metrics;
    }

    Set<String> topics() {
        return consumers.keySet();
    }

    /**
     * Decodes the records, and hands them over within one transaction.
     *
     * @param transaction runs what it is given in a transaction of the worker role, with whatever else belongs to it
     */
    void handle(List<ConsumerRecord<byte[], byte[]>> records, Consumer<WorkerTransactions.Task> transaction) {
        List<Span> spans = new ArrayList<>();
        try {
            Map<String, List<IncomingEvent>> events = decode(records, spans);
            transaction.accept(worker -> consume(worker, events));
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
}
