package io.sevenfold.delivery;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Transactions of the worker role, which sees every workspace: own pool, outside JTA, plain commit and rollback. Never
 * to be called inside a JTA transaction, whose rollback would not undo what is committed here.
 */
@ApplicationScoped
public class WorkerTransactions {

    private final AgroalDataSource worker;
    private final TransactionSynchronizationRegistry jta;
    private final OutboxSignal signal;

    @Inject
    WorkerTransactions(
            @DataSource("worker") AgroalDataSource worker,
            TransactionSynchronizationRegistry jta,
            OutboxSignal signal) {
        this.worker = worker;
        this.jta = jta;
        this.signal = signal;
    }

    /** What is done in one transaction; any exception rolls it back. */
    @FunctionalInterface
    public interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** The same without a result. */
    @FunctionalInterface
    public interface Task {
        void with(Connection connection) throws SQLException;
    }

    /**
     * Runs the work, commits, and wakes the relay.
     *
     * @throws DatabaseFailure when the database refuses or is away
     */
    public <T> T call(Work<T> work) {
        if (jta.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
            throw new IllegalStateException("A worker's transaction inside a JTA transaction");
        }
        try (Connection connection = connect()) {
            T result = transact(connection, work);
            signal.ring();
            return result;
        } catch (SQLException e) {
            throw new DatabaseFailure(e, true);
        }
    }

    /** As {@link #call}, without a result. */
    public void run(Task task) {
        call(connection -> {
            task.with(connection);
            return null;
        });
    }

    private Connection connect() {
        try {
            return worker.getConnection();
        } catch (SQLException e) {
            throw new DatabaseFailure(e, false);
        }
    }

    private static <T> T transact(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            T result = work.with(connection);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            rollback(connection, e);
            throw e;
        }
    }

    private static void rollback(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
