package io.sevenfold.delivery;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks every few seconds how much the outbox holds and since when. */
final class OutboxSampler implements Runnable {

    private static final Logger LOG = Logger.getLogger(OutboxSampler.class);
    private static final int SECONDS = 5;

    private final WorkerTransactions transactions;
    private final DeliveryMetrics metrics;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "outbox-sampler"));

    OutboxSampler(WorkerTransactions transactions, DeliveryMetrics metrics) {
        this.transactions = transactions;
        this.metrics = metrics;
    }

    void start() {
        timer.scheduleWithFixedDelay(this, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    void stop() {
        timer.shutdownNow();
    }

    @Override
    public void run() {
        try {
            OutboxTable.Sample sample = transactions.call(OutboxTable::sample);
            metrics.outbox(sample.rows(), sample.oldestMillis());
        } catch (RuntimeException e) {
            LOG.debug("The outbox could not be sampled", e);
        }
    }
}
