package io.sevenfold.delivery;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Reads the topics of this service in one thread: what is polled is handled before the next poll, or the partitions are
 * paused and tried again from the stored offsets, for as long as it takes, while polling keeps the group's membership.
 */
final class ConsumerLoop implements Runnable {

    private static final Logger LOG = Logger.getLogger(ConsumerLoop.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration CLOSING = Duration.ofSeconds(2);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Supplier<Consumer<byte[], byte[]>> clients;
    private final Set<String> topics;
    private final WorkerTransactions transactions;
    private final Batches batches;
    private final DeliveryMetrics metrics;
    private final BackOff connecting = new BackOff("consumer loop, connecting,");
    private final BackOff seeking = new BackOff("consumer loop, reading its offsets,");
    private final BackOff handling = new BackOff("consumer loop, handling events,");
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this, "consumer-loop");

    ConsumerLoop(
            Supplier<Consumer<byte[], byte[]>> clients,
            Set<String> topics,
            WorkerTransactions transactions,
            Batches batches,
            DeliveryMetrics metrics) {
        this.clients = clients;
        this.topics = topics;
        this.transactions = transactions;
        this.batches = batches;
        this.metrics = metrics;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends after the poll in hand and leaves the group. */
    void stop() throws InterruptedException {
        stopped.countDown();
        thread.join(GRACE.toMillis());
    }

    @Override
    public void run() {
        try {
            while (!stopped.await(connecting.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
                read();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reads with one client until stopped or until the client is of no use any more. */
    private void read() {
        Consumer<byte[], byte[]> kafka = null;
        try {
            kafka = clients.get();
            Assignment assignment = new Assignment(kafka, transactions);
            Progress progress = new Progress(kafka, assignment, metrics);
            kafka.subscribe(topics, assignment);
            while (stopped.getCount() > 0) {
                turn(kafka, assignment);
                progress.show();
                connecting.succeeded();
            }
            progress.commit();
        } catch (RuntimeException | Error e) {
            connecting.failed(e);
        } finally {
            close(kafka);
        }
    }

    private static void close(Consumer<byte[], byte[]> kafka) {
        try {
            if (kafka != null) {
                kafka.close(CloseOptions.timeout(CLOSING));
            }
        } catch (RuntimeException e) {
            LOG.debug("The consumer did not close in order", e);
        }
    }

    private void turn(Consumer<byte[], byte[]> kafka, Assignment assignment) {
        if (assignment.isUnsought() && !seeking.isWaiting() && !handling.isWaiting()) {
            seek(assignment);
        }
        ConsumerRecords<byte[], byte[]> polled = kafka.poll(POLL);
        if (!polled.isEmpty()) {
            handle(polled, assignment);
        }
    }

    private void seek(Assignment assignment) {
        try {
            assignment.seek();
            seeking.succeeded();
        } catch (DatabaseFailure e) {
            seeking.failed(e);
        }
    }

    private void handle(ConsumerRecords<byte[], byte[]> polled, Assignment assignment) {
        try {
            batches.handle(polled, assignment);
            handling.succeeded();
        } catch (Offsets.TakenOver e) {
            assignment.rewind(polled.partitions());
        } catch (RuntimeException | Error e) {
            assignment.rewindAll();
            handling.failed(e);
        }
    }
}
