package io.sevenfold.cadence.due;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.sevenfold.delivery.DatabaseFailure;
import io.sevenfold.delivery.WorkerTransactions;
import io.sevenfold.delivery.sql.Sql;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * What is due but not published: steps on a day that should have begun, or that runs, which nobody released or passed over yet.
 * Zero but for moments where the job keeps up.
 */
@Singleton
public class DueMetrics {

    private static final Logger LOG = Logger.getLogger(DueMetrics.class);

    private static final String SAMPLE = """
            select count(*)::int as waiting from touchpoint t
              join rep r on r.workspace_id = t.workspace_id and r.id = t.owner_id
             where t.next and t.state = 'PLANNED' and t.due_on <= ?
               and (t.due_on <= r.current_day and r.current_day_ends_at > ?
                    or t.due_on <= r.next_day and r.next_day_begins_at <= ?)""";

    private final WorkerTransactions transactions;
    private final Clock clock;
    private volatile int waiting;

    DueMetrics(WorkerTransactions transactions, Clock clock, MeterRegistry meters) {
        this.transactions = transactions;
        this.clock = clock;
        Gauge.builder("sevenfold.due.unpublished", () -> waiting)
                .description("Touchpoints whose day began and that are neither released nor moved")
                .register(meters);
    }

    @Scheduled(every = "5s")
    void sample() {
        Instant now = clock.instant();
        try {
            waiting = transactions
                    .call(worker ->
                            Sql.query(worker, SAMPLE, row -> row.integer("waiting"), DueJob.latestDate(now), now, now))
                    .get(0);
        } catch (DatabaseFailure e) {
            LOG.debug("Not sampled", e);
        }
    }
}
