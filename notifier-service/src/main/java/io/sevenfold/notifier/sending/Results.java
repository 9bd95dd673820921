package io.sevenfold.notifier.sending;

import io.micrometer.core.instrument.MeterRegistry;
import io.sevenfold.delivery.DatabaseFailure;
import io.sevenfold.delivery.Outbox;
import io.sevenfold.delivery.WorkerTransactions;
import io.sevenfold.notifier.reminder.ReminderState;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Writes down what came of an attempt and tells of it in the same transaction; refused to whoever no longer has the lease. */
@ApplicationScoped
public class Results {

    private static final String SETTLE = """
            update reminder set state = ?, last_answer = ?, ended_at = ?, lease_until = null, begun = false,
                   next_attempt_at = clock_timestamp() + ? * interval '1 millisecond'
             where workspace_id = ? and id = ? and fencing_token = ? and state = 'SENDING'""";

    /** What is known of a mail that was handed over is not given up for a database that is away for a moment. */
    private static final int TRIES = 10;

    private final WorkerTransactions transactions;
    private final Outbox outbox;
    private final Clock clock;
    private final BackOff backOff;
    private final MeterRegistry meters;

    Results(WorkerTransactions transactions, Outbox outbox, Clock clock, RemindersConfig config, MeterRegistry meters) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
        this.backOff = new BackOff(config.retryAfter(), config.retryAtMost());
        this.meters = meters;
    }

    /** False: the lease was lost, and what came of the attempt is for another to say (N7: UNKNOWN). */
    boolean settle(Handed handed) {
        boolean settled = stubbornly(() -> transactions.call(worker -> settle(worker, handed)));
        if (settled) {
            count(handed.outcome());
        }
        return settled;
    }

    /** In a transaction of the caller's, who counts it once that is committed. */
    boolean settle(Connection worker, Handed handed) throws SQLException {
        Attempt attempt = handed.attempt();
        Instant now = clock.instant();
        boolean settled = settle(worker, attempt, handed.outcome(), backOff.after(attempt.attempts() + 1), now);
        if (settled) {
            Mailboxes.note(worker, handed, now);
        }
        return settled;
    }

    void count(Outcome outcome) {
        meters.counter("sevenfold.reminders.ended", "state", outcome.state().toString())
                .increment();
    }

    /** Gives back what was claimed and not begun, to be tried again after a pause. */
    void giveBack(Collection<Claim> claims, String answer, Duration pause) {
        if (!claims.isEmpty()) {
            Instant now = clock.instant();
            transactions.run(worker -> {
                for (Claim claim : claims) {
                    settle(worker, claim.attempt(), Outcome.retrying(answer), pause, now);
                }
            });
        }
    }

    private boolean settle(Connection worker, Attempt attempt, Outcome outcome, Duration pause, Instant now)
            throws SQLException {
        if (!update(worker, attempt, outcome, pause, now)) {
            return false;
        }
        outbox.append(worker, attempt.event(outcome, now).stream().toList());
        return true;
    }

    private static boolean update(Connection worker, Attempt attempt, Outcome outcome, Duration pause, Instant now)
            throws SQLException {
        try (PreparedStatement sql = worker.prepareStatement(SETTLE)) {
            sql.setString(1, outcome.state().name());
            sql.setString(2, outcome.answer());
            sql.setObject(3, outcome.state() == ReminderState.RETRYING ? null : now.atOffset(ZoneOffset.UTC));
            sql.setLong(4, pause.toMillis());
            sql.setString(5, attempt.workspace());
            sql.setObject(6, attempt.id());
            sql.setLong(7, attempt.token());
            return sql.executeUpdate() == 1;
        }
    }

    private static boolean stubbornly(Supplier<Boolean> work) {
        for (int failures = 1; ; failures++) {
            try {
                return work.get();
            } catch (DatabaseFailure e) {
                if (!e.isTransient() || failures == TRIES) {
                    throw e;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
            }
        }
    }
}
