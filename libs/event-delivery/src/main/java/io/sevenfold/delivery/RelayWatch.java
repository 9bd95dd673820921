package io.sevenfold.delivery;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jboss.logging.Logger;

/** What this process' relay is doing, told by its thread, and what the database says of its service's relay and outbox. */
@Singleton
public final class RelayWatch {

    private static final Logger LOG = Logger.getLogger(RelayWatch.class);

    private static final String LEADER = """
            select a.pid, host(a.client_addr), a.backend_start
              from pg_locks l join pg_stat_activity a on a.pid = l.pid
             where l.locktype = 'advisory' and l.classid = 7 and l.objid = 1 and l.objsubid = 2 and l.granted
               and l.database = (select oid from pg_database where datname = current_database())""";

    /**
     * By the wall clock, UTC.
     *
     * @param leads whether the relay of this process is the one that publishes
     * @param leadingSince null where it does not lead
     * @param lastPublishedAt when it last published anything, or null
     * @param published rows since this process began
     * @param heldUpBy the failure that it waits out, or null
     * @param databaseAway whether the database did not answer, so that what follows is not known
     */
    public record Status(
            boolean leads,
            Instant leadingSince,
            Instant lastPublishedAt,
            long published,
            String heldUpBy,
            boolean databaseAway,
            Waiting outbox,
            Leader leader) {}

    /** Rows committed and not yet published, and how long the oldest has been waiting. */
    public record Waiting(long rows, double oldestSeconds) {}

    /** Whoever holds the lock: the process in PostgreSQL, its client's address, and since when it is connected. */
    public record Leader(int pid, String address, Instant connectedSince) {}

    private record InDatabase(Waiting outbox, Leader leader) {}

    private final WorkerTransactions transactions;
    private final DeliveryMetrics metrics;
    private final Clock wall;
    private volatile Instant leadingSince;
    private volatile Instant lastPublishedAt;
    private volatile long published;
    private volatile String heldUpBy;

    @Inject
    RelayWatch(WorkerTransactions transactions, DeliveryMetrics metrics) {
        this(transactions, metrics, Clock.systemUTC());
    }

    RelayWatch(WorkerTransactions transactions, DeliveryMetrics metrics, Clock wall) {
        this.transactions = transactions;
        this.metrics = metrics;
        this.wall = wall;
    }

    /** As it is now. Also answers while the database is away. */
    public Status status() {
        InDatabase there = null;
        try {
            there = transactions.call(worker -> new InDatabase(waiting(OutboxTable.sample(worker)), leader(worker)));
        } catch (DatabaseFailure e) {
            LOG.debug("The database does not tell of the relay", e);
        }
        return new Status(
                leadingSince != null,
                leadingSince,
                lastPublishedAt,
                published,
                heldUpBy,
                there == null,
                there == null ? null : there.outbox(),
                there == null ? null : there.leader());
    }

    void leads() {
        metrics.leading(true);
        leadingSince = wall.instant();
    }

    void published(int rows) {
        heldUpBy = null;
        if (rows > 0) {
            lastPublishedAt = wall.instant();
            published += rows;
        }
    }

    void heldUp(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        heldUpBy = root == failure ? failure.toString() : failure + ": " + root;
    }

    /** Another one publishes: nothing holds this one up. */
    void standsAside() {
        heldUpBy = null;
    }

    void follows() {
        metrics.leading(false);
        leadingSince = null;
    }

    private static Waiting waiting(OutboxTable.Sample sample) {
        return new Waiting(sample.rows(), sample.oldestMillis() / 1000.0);
    }

    private static Leader leader(Connection worker) throws SQLException {
        try (Statement sql = worker.createStatement();
                ResultSet found = sql.executeQuery(LEADER)) {
            return found.next()
                    ? new Leader(
                            found.getInt(1),
                            found.getString(2),
                            found.getObject(3, OffsetDateTime.class).toInstant())
                    : null;
        }
    }
}
