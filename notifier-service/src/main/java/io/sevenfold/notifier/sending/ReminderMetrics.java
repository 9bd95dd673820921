package io.sevenfold.notifier.sending;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.sevenfold.delivery.DatabaseFailure;
import io.sevenfold.delivery.WorkerTransactions;
import io.sevenfold.notifier.reminder.ReminderState;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * How many reminders are where, and how long the oldest waits. Of the sent and the cancelled there are ever more; the sent are
 * counted as they end.
 */
@Singleton
public class ReminderMetrics {

    private static final Logger LOG = Logger.getLogger(ReminderMetrics.class);

    private static final Set<ReminderState> SHOWN = Set.of(
            ReminderState.PENDING,
            ReminderState.SENDING,
            ReminderState.RETRYING,
            ReminderState.FAILED,
            ReminderState.UNKNOWN);

    /** Each branch has an index of its own. What waits for its hour by the domain's clock, or as an operator wants it, is not late. */
    private static final String SAMPLE = """
            select state, count(*) filter (where workspace_id <>\s""" + Claims.PAUSED + """
            ),
                   extract(epoch from clock_timestamp() - min(greatest(created_at, send_from)) filter (where send_from <= ?
                                                                       and workspace_id <>\s""" + Claims.PAUSED + """
             ))
              from reminder where state in ('PENDING', 'RETRYING') group by state
            union all
            select state, count(*), 0 from reminder where state = 'SENDING' group by state
            union all
            select state, count(*), 0 from reminder where state in ('FAILED', 'UNKNOWN') group by state
            union all
            select 'PAUSED', count(*), 0 from sending_pause
            union all
            select 'BOUNCING', count(*), 0 from mailbox r where\s""" + Mailboxes.bounces("r");

    private record Sample(Map<String, Long> counts, double oldestUnsentSeconds) {}

    private final WorkerTransactions transactions;
    private final Clock clock;
    private volatile Sample last = new Sample(Map.of(), 0);

    ReminderMetrics(WorkerTransactions transactions, Clock clock, MeterRegistry meters) {
        this.transactions = transactions;
        this.clock = clock;
        for (ReminderState state : SHOWN) {
            Gauge.builder("sevenfold.reminders", () -> last.counts().getOrDefault(state.name(), 0L))
                    .description("Reminders in this state; of those that wait, those of paused workspaces aside")
                    .tag("state", state.toString())
                    .register(meters);
        }
        Gauge.builder("sevenfold.reps.bouncing", () -> last.counts().getOrDefault("BOUNCING", 0L))
                .description("Reps whose address refuses our mail")
                .register(meters);
        Gauge.builder("sevenfold.paused.workspaces", () -> last.counts().getOrDefault("PAUSED", 0L))
                .description("Workspaces whose mails an operator has paused")
                .register(meters);
        Gauge.builder("sevenfold.reminders.oldest.unsent", () -> last.oldestUnsentSeconds())
                .description("Age of the oldest reminder that is due but not sent, those of paused workspaces aside")
                .baseUnit("seconds")
                .register(meters);
    }

    @Scheduled(every = "5s")
    void sample() {
        try {
            last = transactions.call(worker -> {
                Map<String, Long> counts = new HashMap<>();
                double oldest = 0;
                try (PreparedStatement sql = worker.prepareStatement(SAMPLE)) {
                    sql.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
                    try (ResultSet found = sql.executeQuery()) {
                        while (found.next()) {
                            counts.put(found.getString(1), found.getLong(2));
                            oldest = Math.max(oldest, found.getDouble(3));
                        }
                    }
                }
                return new Sample(counts, oldest);
            });
        } catch (DatabaseFailure e) {
            LOG.debug("Not sampled", e);
        }
    }
}
