package io.sevenfold.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What operators watch; scraping reads only what was sampled before. */
@Singleton
final class DeliveryMetrics {

    private final MeterRegistry registry;
    private final AtomicLong leading = new AtomicLong();
    private final AtomicLong outboxDepth = new AtomicLong();
    private final AtomicLong outboxAgeMillis = new AtomicLong();
    private final AtomicLong lag = new AtomicLong();
    private final Map<String, AtomicLong> lagByTopic = new ConcurrentHashMap<>();

    DeliveryMetrics(Instance<MeterRegistry> registries) {
        registry = registries.isResolvable() ? registries.get() : new SimpleMeterRegistry();
        gauge("sevenfold.outbox.depth", "Rows committed and not yet published", outboxDepth);
        TimeGauge.builder("sevenfold.outbox.age", outboxAgeMillis, TimeUnit.MILLISECONDS, AtomicLong::get)
                .description("How long the oldest row has been waiting to be published")
                .register(registry);
        gauge("sevenfold.relay.leader", "1 where this instance is its service's relay", leading);
        gauge("sevenfold.consumer.lag", "Records not yet handled in this instance's partitions", lag);
    }

    /** From the first on each letter is an increase: so its count begins at 0, and not with it. */
    void watch(Collection<String> topics) {
        topics.forEach(this::deadLetters);
    }

    void leading(boolean leads) {
        leading.set(leads ? 1 : 0);
    }

    void outbox(long depth, long ageMillis) {
        outboxDepth.set(depth);
        outboxAgeMillis.set(ageMillis);
    }

    /** Topics that have no partition here any more fall to zero. */
    void lag(Map<String, Long> byTopic) {
        lag.set(byTopic.values().stream().mapToLong(Long::longValue).sum());
        lagByTopic.forEach((topic, value) -> value.set(byTopic.getOrDefault(topic, 0L)));
        byTopic.forEach((topic, value) ->
                lagByTopic.computeIfAbsent(topic, this::topicLag).set(value));
    }

    void consumed(String topic, int records) {
        registry.counter("sevenfold.consumed.events", "topic", topic).increment(records);
    }

    void deadLetter(String topic) {
        deadLetters(topic).increment();
    }

    private Counter deadLetters(String topic) {
        return registry.counter("sevenfold.dead.letters", "topic", topic);
    }

    private AtomicLong topicLag(String topic) {
        AtomicLong value = new AtomicLong();
        Gauge.builder("sevenfold.consumer.topic.lag", value, AtomicLong::get)
                .description("Records not yet handled in this instance's partitions of a topic")
                .tag("topic", topic)
                .register(registry);
        return value;
    }

    private void gauge(String name, String description, AtomicLong value) {
        Gauge.builder(name, value, AtomicLong::get).description(description).register(registry);
    }
}
