package io.sevenfold.cadence.due;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.sevenfold.delivery.DatabaseTicks;
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
    private final DatabaseTicks ticks = new DatabaseTicks(DueJob.class, "What is due waits to be released");

    DueJob(WorkerTransactions transactions, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(every = "${sevenfold.due.every:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        ticks.run(this::run);
    }

    /** Each round is a transaction of its own, for as many reps as fit one. */
    void run() {
        while (beginDays()) {}
        while (releaseArrivals()) {}
    }

    private boolean beginDays() {
        return transactions.call(connection -> {
            Instant now = clock.instant();
            List<RepDay> coming = RepDays.coming(connection, now);
            if (!coming.isEmpty()) {
                outbox.append(connection, Release.atDayBegin(connection, coming, now));
            }
            return !coming.isEmpty();
        });
    }

    private boolean releaseArrivals() {
        return transactions.call(connection -> {
            Instant now = clock.instant();
            List<RepDay> days = RepDays.withArrivals(connection, latestDate(now), now);
            List<OutgoingEvent> events = days.isEmpty() ? List.of() : Release.arrivals(connection, days, now);
            outbox.append(connection, events);
            return !events.isEmpty();
        });
    }

    /** No zone's date is ahead of UTC's by more than one. */
    static LocalDate latestDate(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1);
    }
}
