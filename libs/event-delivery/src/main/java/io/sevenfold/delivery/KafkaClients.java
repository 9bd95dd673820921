package io.sevenfold.delivery;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the Kafka clients; settings {@code kafka.*} may change what is not a promise. */
@Singleton
final class KafkaClients {

    private final String service;
    private final Map<String, Object> broker;
    private final Optional<String> instanceId;

    KafkaClients(
            @ConfigProperty(name = "sevenfold.service") String service,
            @ConfigProperty(name = "sevenfold.kafka.instance-id") Optional<String> instanceId,
            @Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.service = service;
        this.broker = broker;
        this.instanceId = instanceId;
    }

    /** The consumer of this service's group, which commits nothing by itself. */
    Consumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>();
        // The classic protocol notices a killed member soonest (tried: 8.5 s, against 40 s).
        settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                List.of(CooperativeStickyAssignor.class.getName()));
        settings.putAll(broker);
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, service + "-consumer");
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, service);
        instanceId.ifPresent(id -> settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, id));
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** A consumer for the moment: of no group, and nobody hears of what it read. Small portions, for letters may be large. */
    Consumer<byte[], byte[]> reader() {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, service + "-operations");
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 4 << 20);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 100);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** The relay's producer: whoever last initialised its transactions fences all before. */
    Producer<byte[], byte[]> relay() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 30_000);
        settings.putAll(broker);
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, service + "-relay");
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, service + "-relay");
        settings.put(ProducerConfig.PARTITIONER_CLASS_CONFIG, SubjectPartitioner.class);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
