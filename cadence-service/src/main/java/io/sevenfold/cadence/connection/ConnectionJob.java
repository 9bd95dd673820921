package io.sevenfold.cadence.connection;

import static io.sevenfold.delivery.sql.Sql.query;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.sevenfold.cadence.plan.Replanning;
import io.sevenfold.delivery.DatabaseTicks;
import io.sevenfold.delivery.Outbox;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.Subjects;
import io.sevenfold.delivery.WorkerTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Derives connections anew whose stage or strength becomes another by time alone, a batch in a transaction; several replicas may. */
@ApplicationScoped
public class ConnectionJob {

    private static final int BATCH = 500;

    private final WorkerTransactions transactions;
    private final Outbox outbox;
    private final Clock clock;
    private final DatabaseTicks ticks = new DatabaseTicks(ConnectionJob.class, "Connections wait to be derived anew");

    ConnectionJob(WorkerTransactions transactions, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(every = "${sevenfold.connections.every:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        ticks.run(this::run);
    }

    void run() {
        while (batch() == BATCH) {}
    }

    /** The locks first, as everywhere: a row locked before its contact is could be waited for by who holds the contact. */
    private int batch() {
        return transactions.call(connection -> {
            Instant now = clock.instant();
            List<Subject> changing = query(connection, """
                    select workspace_id, contact_id from connection
                     where next_change_at <= ? order by next_change_at limit ?""", row -> row.subject("contact_id"), now, BATCH);
            if (!changing.isEmpty()) {
                Subjects.lock(connection, changing);
                List<Subject> stillChanging = query(
                        connection,
                        """
                        select workspace_id, contact_id from connection
                          join unnest(?::text[], ?::uuid[]) as wanted(workspace_id, contact_id)
                               using (workspace_id, contact_id)
                         where next_change_at <= ?""",
                        row -> row.subject("contact_id"),
                        changing.stream().map(Subject::workspace).toList(),
                        changing.stream().map(Subject::id).toList(),
                        now);
                outbox.append(connection, Replanning.replan(connection, stillChanging, Map.of(), now));
            }
            return changing.size();
        });
    }
}
