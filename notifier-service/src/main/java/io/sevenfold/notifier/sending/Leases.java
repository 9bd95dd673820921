package io.sevenfold.notifier.sending;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.sevenfold.delivery.DatabaseFailure;
import io.sevenfold.delivery.Outbox;
import io.sevenfold.delivery.OutgoingEvent;
import io.sevenfold.delivery.WorkerTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Ends what a sender that died has left behind. */
@ApplicationScoped
public class Leases {

    private static final Logger LOG = Logger.getLogger(Leases.class);

    /** Whether a mail that was begun has been taken over, nobody can tell (N7); one that was not begun surely was not. */
    private static final String END = """
            with expired as (
              select workspace_id, id, begun from reminder
               where state = 'SENDING' and lease_until < clock_timestamp()
               limit 500 for update skip locked
            )
            update reminder r
               set state = case when e.begun then 'UNKNOWN' else 'RETRYING' end,
                   last_answer = case when e.begun then 'lease ran out while sending' end,
                   ended_at = case when e.begun then ?::timestamptz end,
                   lease_until = null, begun = false, next_attempt_at = clock_timestamp()
              from expired e where r.workspace_id = e.workspace_id and r.id = e.id
            returning r.*,\s""" + ClaimRow.TOUCHPOINTS;

    private final WorkerTransactions transactions;
    private final Outbox outbox;
    private final Clock clock;

    Leases(WorkerTransactions transactions, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void watch() {
        try {
            endExpired();
        } catch (DatabaseFailure e) {
            LOG.debug("The database is away", e);
        }
    }

    /** Makes what was mid-send UNKNOWN, and gives back what was not begun. */
    void endExpired() {
        Instant now = clock.instant();
        transactions.run(worker -> {
            List<OutgoingEvent> events = new ArrayList<>();
            try (PreparedStatement sql = worker.prepareStatement(END)) {
                sql.setObject(1, now.atOffset(ZoneOffset.UTC));
                try (ResultSet ended = sql.executeQuery()) {
                    while (ended.next()) {
                        if (ended.getString("state").equals("UNKNOWN")) {
                            Attempt attempt = ClaimRow.attempt(ended);
                            attempt.event(Outcome.unknown(null), now).ifPresent(events::add);
                            LOG.warnf("Whether reminder %s arrived is unknown: its sender died", attempt.id());
                        }
                    }
                }
            }
            outbox.append(worker, events);
        });
    }
}
