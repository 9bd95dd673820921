package io.sevenfold.notifier.gathering;

import io.sevenfold.delivery.WorkerTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;

/**
 * Puts what is waiting into mails. Of any number of replicas one gathers at a time; consumers and senders work on meanwhile, and whoever
 * changes what is in a mail holds its row, while no sender has it in hand.
 */
@ApplicationScoped
public class Gathering {

    private static final String ALONE = "select pg_try_advisory_xact_lock(hashtextextended('gathering', 0))";

    private final WorkerTransactions transactions;
    private final Delayed delayed;
    private final Digests digests;
    private final Singles singles;
    private final FollowUps followUps;
    private final GatheringConfig config;
    private final Clock clock;

    Gathering(
            WorkerTransactions transactions,
            Delayed delayed,
            Digests digests,
            Singles singles,
            FollowUps followUps,
            GatheringConfig config,
            Clock clock) {
        this.transactions = transactions;
        this.delayed = delayed;
        this.digests = digests;
        this.config = config;
        this.singles = singles;
        this.followUps = followUps;
        this.clock = clock;
    }

    /** All that can be gathered by now; what another replica is gathering it leaves to that one. */
    public void gather() {
        transactions.run(worker -> {
            if (alone(worker)) {
                Instant now = clock.instant();
                Instant stale = now.minus(config.staleAfter());
                delayed.takeApart(worker, stale);
                digests.gather(worker, now, stale);
                singles.gather(worker, now, stale);
                followUps.gather(worker, now, stale);
            }
        });
    }

    private static boolean alone(Connection worker) throws SQLException {
        try (Statement sql = worker.createStatement();
                ResultSet locked = sql.executeQuery(ALONE)) {
            return locked.next() && locked.getBoolean(1);
        }
    }
}
