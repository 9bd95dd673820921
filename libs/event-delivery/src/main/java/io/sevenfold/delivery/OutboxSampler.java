package io.sevenfold.delivery;

import java.sql.ResultSet;
import java.sql.Statement;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks every few seconds how much the outbox holds and since when. */
final class OutboxSampler implements Runnable {

    private static final Logger LOG = Logger.getLogger(OutboxSampler.class);
    private static final int SECONDS = 5;

    private static final String SAMPLE = """
            select count(*), coalesce(1000 * extract(epoch from clock_timestamp() - min(created_at)), 0)::bigint
              from outbox""";

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
            transactions.run(connection -> {
                try (Statement sql = connection.createStatement();
                        ResultSet found = sql.executeQuery(SAMPLE)) {
                    found.next();
                    metrics.outbox(found.getLong(1), Math.max(0, found.getLong(2)));
                }
            });
        } catch (RuntimeException e) {
            LOG.debug("The outbox could not be sampled", e);
        }
    }
}
