package io.sevenfold.notifier.sending;

import io.micrometer.core.instrument.MeterRegistry;
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
import java.util.List;

/** Writes down what came of an attempt and tells of it in the same transaction; refused to whoever no longer has the lease. */
@ApplicationScoped
public class Results {

    private static final String SETTLE = """
            update reminder set state = ?, last_answer = ?, ended_at = ?, lease_until = null, begun = false,
                   next_attempt_at = clock_timestamp() + ? * interval '1 millisecond'
             where workspace_id = ? and id = ? and fencing_token = ? and state = 'SENDING'""";

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
    boolean settle(Attempt attempt, Outcome outcome) {
        return settle(attempt, outcome, backOff.after(attempt.attempts() + 1));
    }

    /** Gives back what was claimed and not begun, to be tried again after a pause. */
    void giveBack(List<Claim> claims, String answer, Duration pause) {
        claims.forEach(claim -> settle(claim.attempt(), Outcome.retrying(answer), pause));
    }

    private boolean settle(Attempt attempt, Outcome outcome, Duration pause) {
        Instant now = clock.instant();
        boolean settled = transactions.call(worker -> {
            if (!update(worker, attempt, outcome, pause, now)) {
                return false;
            }
            outbox.append(worker, attempt.event(outcome, now).stream().toList());
            return true;
        });
        if (settled && outcome.state() != ReminderState.RETRYING) {
            meters.counter("sevenfold.reminders.ended", "state", outcome.state().toString())
                    .increment();
        }
        return settled;
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
}
