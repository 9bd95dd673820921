package io.sevenfold.delivery;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Starts relay and consumer loop with the service, and ends them with it. */
@Singleton
final class Delivery {

    private final Relay relay;
    private final OutboxSampler sampler;
    private final ConsumerLoop loop;
    private final boolean consumes;

    Delivery(
            @ConfigProperty(name = "sevenfold.service") String service,
            @DataSource("worker") AgroalDataSource worker,
            Consumers consumers,
            WorkerTransactions transactions,
            KafkaClients clients,
            RelayWatch watch,
            OutboxSignal signal,
            DeliveryMetrics metrics) {
        Batches batches = new Batches(service, consumers, transactions, metrics);
        this.relay = new Relay(worker, clients::relay, signal, watch);
        this.sampler = new OutboxSampler(transactions, metrics);
        this.loop = new ConsumerLoop(clients::consumer, consumers.topics(), transactions, batches, metrics);
        this.consumes = !consumers.topics().isEmpty();
        metrics.watch(consumers.topics());
    }

    void start(@Observes StartupEvent event) {
        relay.start();
        sampler.start();
        if (consumes) {
            loop.start();
        }
    }

    /** The loop first, so that the relay still publishes what the loop's last poll appended. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        loop.stop();
        sampler.stop();
        relay.stop();
    }
}
