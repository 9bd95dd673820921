package io.sevenfold.delivery;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.jboss.logging.Logger;

/**
 * One term of a relay: the lock that makes it the only one, on the connection that reads the outbox, so that losing the
 * one is losing the other; and the producer that fences whoever led before.
 */
final class RelayTerm implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(RelayTerm.class);
    private static final String LOCK = "pg_try_advisory_lock(7, 1)";
    private static final String UNLOCK = "pg_advisory_unlock(7, 1)";
    private static final Duration CLOSING = Duration.ofSeconds(1);

    private final Connection connection;
    private final Producer<byte[], byte[]> producer;

    private RelayTerm(Connection connection, Producer<byte[], byte[]> producer) {
        this.connection = connection;
        this.producer = producer;
    }

    /** Begins a term, unless another relay is in one. */
    static Optional<RelayTerm> stand(DataSource worker, Supplier<Producer<byte[], byte[]>> producers)
            throws SQLException {
        Connection connection = worker.getConnection();
        RelayTerm term = null;
        try {
            connection.setAutoCommit(true);
            if (ask(connection, LOCK)) {
                term = lead(connection, producers);
            }
            return Optional.ofNullable(term);
        } finally {
            if (term == null) {
                connection.close();
            }
        }
    }

    private static RelayTerm lead(Connection connection, Supplier<Producer<byte[], byte[]>> producers) {
        RelayTerm term = null;
        try {
            term = new RelayTerm(connection, producers.get());
            term.producer.initTransactions();
            return term;
        } catch (RuntimeException | Error e) {
            unlock(connection);
            if (term != null) {
                term.closeProducer();
            }
            throw e;
        }
    }

    /**
     * Publishes the oldest rows in one Kafka transaction and then deletes them. Dying in between publishes them again:
     * the same events, by their ids.
     *
     * @return how many
     */
    int publish() throws SQLException {
        OutboxTable.Batch batch = OutboxTable.oldest(connection);
        if (batch.size() > 0) {
            producer.beginTransaction();
            batch.rows().forEach(row -> producer.send(row.toRecord()));
            producer.commitTransaction();
            OutboxTable.delete(connection, batch);
        }
        return batch.size();
    }

    /** The lock first: a producer whose broker does not answer may be long in closing, and another may lead by then. */
    @Override
    public void close() throws SQLException {
        unlock(connection);
        try (connection) {
            closeProducer();
        }
    }

    private void closeProducer() {
        // The interrupt that ends a blocked producer would end its closing too.
        boolean interrupted = Thread.interrupted();
        try {
            producer.close(CLOSING);
        } catch (RuntimeException e) {
            LOG.debug("The relay's producer did not close in order", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Before the connection goes back to its pool, which would keep the lock; a broken one has lost it. */
    private static void unlock(Connection connection) {
        try {
            ask(connection, UNLOCK);
        } catch (SQLException e) {
            LOG.debug("The relay's connection is lost, and the lock with it", e);
        }
    }

    private static boolean ask(Connection connection, String function) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet answer = sql.executeQuery("select " + function)) {
            return answer.next() && answer.getBoolean(1);
        }
    }
}
