package io.sevenfold.delivery;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where events leave: rows in the transaction that writes the state they tell of, published after its commit and never
 * without it. The order of one subject's events is that of appending, if the writer holds the subject's lock
 * ({@link Subjects#lock(Connection, Subject...)}).
 */
@ApplicationScoped
public class Outbox {

    private final AgroalDataSource app;
    private final TransactionSynchronizationRegistry jta;
    private final EventEncoder encoder;
    private final OutboxSignal signal;

    @Inject
    Outbox(AgroalDataSource app, TransactionSynchronizationRegistry jta, EventEncoder encoder, OutboxSignal signal) {
        this.app = app;
        this.jta = jta;
        this.encoder = encoder;
        this.signal = signal;
    }

    /**
     * Appends in the current JTA transaction, that of a request. Where entities are written by Hibernate, to be called
     * after the flush.
     *
     * @throws PermanentFailure when an event is larger than Kafka takes
     * @throws IllegalStateException outside a transaction
     */
    public void append(OutgoingEvent... events) {
        if (jta.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("Events are appended in the transaction that writes what they tell of");
        }
        List<OutboxRow> rows = Stream.of(events).map(encoder::encode).toList();
        try (Connection connection = app.getConnection()) {
            OutboxTable.insert(connection, rows);
        } catch (SQLException e) {
            throw new DatabaseFailure(e, true);
        }
        jta.registerInterposedSynchronization(new WakeRelay(signal));
    }

    /**
     * Appends in a transaction of the worker role, in one batch.
     *
     * @throws PermanentFailure when an event is larger than Kafka takes
     */
    public void append(Connection worker, List<OutgoingEvent> events) {
        List<OutboxRow> rows = events.stream().map(encoder::encode).toList();
        try {
            OutboxTable.insert(worker, rows);
        } catch (SQLException e) {
            throw new DatabaseFailure(e, true);
        }
    }

    private record WakeRelay(OutboxSignal signal) implements Synchronization {

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                signal.ring();
            }
        }
    }
}
