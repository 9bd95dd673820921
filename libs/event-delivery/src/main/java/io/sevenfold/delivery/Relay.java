package io.sevenfold.delivery;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Publishes the outbox, in order, as the only one of its service. Whatever goes wrong ends the term: the producer is
 * closed, the lock given up, and after a while it stands again; the rows stay.
 */
final class Relay implements Runnable {

    /** At most one Kafka transaction in this time: they cost more than their records. */
    private static final Duration PACE = Duration.ofMillis(10);
    /** Rows come without a signal where another replica wrote them. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private static final Duration STAND_AGAIN = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final DataSource worker;
    private final Supplier<Producer<byte[], byte[]>> producers;
    private final OutboxSignal signal;
    private final RelayWatch watch;
    private final BackOff backOff = new BackOff("relay");
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this, "relay");

    Relay(DataSource worker, Supplier<Producer<byte[], byte[]>> producers, OutboxSignal signal, RelayWatch watch) {
        this.worker = worker;
        this.producers = producers;
        this.signal = signal;
        this.watch = watch;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends after the transaction in hand; what waits for an absent Kafka is interrupted. */
    void stop() throws InterruptedException {
        stopped.countDown();
        signal.ring();
        thread.join(GRACE.toMillis());
        if (thread.isAlive()) {
            thread.interrupt();
            thread.join(GRACE.toMillis());
        }
    }

    @Override
    public void run() {
        try {
            Duration pause = Duration.ZERO;
            while (!stopsWithin(pause)) {
                pause = serve();
            }
        } catch (InterruptedException | InterruptException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stands and, when elected, leads until stopped or something fails; returns how long to wait before the next try. */
    private Duration serve() throws InterruptedException {
        try {
            Optional<RelayTerm> elected = RelayTerm.stand(worker, producers);
            if (elected.isEmpty()) {
                watch.standsAside();
                return STAND_AGAIN;
            }
            try (RelayTerm term = elected.get()) {
                watch.leads();
                lead(term);
            }
        } catch (InterruptException e) {
            throw e;
        } catch (SQLException | RuntimeException | Error e) {
            backOff.failed(e);
            watch.heldUp(e);
        } finally {
            watch.follows();
        }
        return backOff.remaining();
    }

    private void lead(RelayTerm term) throws SQLException, InterruptedException {
        boolean leading = true;
        while (leading) {
            long began = System.nanoTime();
            int published = term.publish();
            backOff.succeeded();
            watch.published(published);
            if (published == 0) {
                signal.await(LOOK_AGAIN);
            }
            Duration rest = published == 0 ? Duration.ZERO : PACE.minusNanos(System.nanoTime() - began);
            leading = !stopsWithin(rest);
        }
    }

    private boolean stopsWithin(Duration time) throws InterruptedException {
        return stopped.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }
}
