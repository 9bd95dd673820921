package io.sevenfold.cadence.due;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.sevenfold.delivery.Outbox;
import io.sevenfold.delivery.OutgoingEvent;
import io.sevenfold.delivery.WorkerTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Begins days and releases what has a place, at every tick; several replicas may run it. */
@ApplicationScoped
public class DueJob {

    private final WorkerTransactions transactions;
    private final Outbox outbox;
    private final Clock clock;

    DueJob(WorkerTransactions transactions, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(every = "${sevenfold.due.every:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        while (beginDays()) {
            // the next reps are a transaction of their own
        }
        releaseArrivals();
    }

    private boolean beginDays() {
        return transactions.call(connection -> {
            Instant now = clock.instant();
            List<RepDay> begun = RepDays.begin(connection, now);
            if (!begun.isEmpty()) {
                List<OutgoingEvent> events = Release.atDayBegin(connection, begun, now);
                outbox.append(connection, events);
                outbox.append(connection, DayReport.of(connection, begun));
            }
            return !begun.isEmpty();
        });
    }

    private void releaseArrivals() {
        transactions.run(connection -> {
            Instant now = clock.instant();
            // No zone's date is ahead of UTC's by more than one.
            LocalDate latest = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1);
            List<RepDay> days = RepDays.withArrivals(connection, latest);
            if (!days.isEmpty()) {
                outbox.append(connection, Release.arrivals(connection, days, now));
            }
        });
    }
}
