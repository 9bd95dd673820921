package io.sevenfold.notifier.sending;

import io.micrometer.core.instrument.MeterRegistry;
import io.sevenfold.delivery.DatabaseFailure;
import io.sevenfold.delivery.Outbox;
import io.sevenfold.delivery.WorkerTransactions;
import io.sevenfold.delivery.sql.Sql;
import io.sevenfold.notifier.mail.ReminderFacts.Recipient;
import io.sevenfold.notifier.reminder.ReminderState;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Writes down what came of an attempt and tells of it in the same transaction; refused to whoever no longer has the lease. */
@ApplicationScoped
public class Results {

    private static final String SETTLE = """
            update reminder set state = ?, last_answer = ?, ended_at = ?::timestamptz, lease_until = null, begun = false,
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
        Outcome outcome = handed.outcome();
        Instant now = clock.instant();
        if (!update(worker, handed, now)) {
            return false;
        }
        outbox.append(worker, attempt.event(outcome, now).stream().toList());
        if (outcome.about() == Outcome.About.RECIPIENT) {
            Mailboxes.refused(worker, handed, now);
        }
        return true;
    }

    void count(Outcome outcome) {
        meters.counter("sevenfold.reminders.ended", "state", outcome.state().toString())
                .increment();
    }

    /** Gives back what was claimed and not begun, to be tried again after a pause. */
    void giveBack(Collection<Claim> claims, String answer, Duration pause) {
        if (!claims.isEmpty()) {
            transactions.run(worker -> Sql.batch(worker, SETTLE, claims, claim -> new Object[] {
                ReminderState.RETRYING,
                answer,
                null,
                pause.toMillis(),
                claim.attempt().workspace(),
                claim.attempt().id(),
                claim.attempt().token()
            }));
        }
    }

    private boolean update(Connection worker, Handed handed, Instant now) throws SQLException {
        Attempt attempt = handed.attempt();
        Outcome outcome = handed.outcome();
        List<Object> parameters = new ArrayList<>();
        boolean sent = outcome.state() == ReminderState.SENT;
        if (sent) {
            Recipient rep = handed.claim().facts().rep();
            parameters.addAll(List.of(attempt.workspace(), rep.id(), rep.email()));
        }
        parameters.addAll(Arrays.asList(
                outcome.state(),
                outcome.answer(),
                outcome.state() == ReminderState.RETRYING ? null : now,
                backOff.after(attempt.attempts() + 1).toMillis(),
                attempt.workspace(),
                attempt.id(),
                attempt.token()));
        return Sql.update(worker, sent ? Mailboxes.TAKEN + SETTLE : SETTLE, parameters.toArray()) == 1;
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
