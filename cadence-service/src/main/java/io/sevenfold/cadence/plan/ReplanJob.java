package io.sevenfold.cadence.plan;

import static io.sevenfold.delivery.sql.Sql.query;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.sevenfold.delivery.DatabaseTicks;
import io.sevenfold.delivery.Outbox;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.Subjects;
import io.sevenfold.delivery.WorkerTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Works off the requests to plan contacts anew, a batch in a transaction; several replicas may. */
@ApplicationScoped
public class ReplanJob {

    private static final int BATCH = 500;

    private final WorkerTransactions transactions;
    private final Outbox outbox;
    private final Clock clock;
    private final DatabaseTicks ticks = new DatabaseTicks(ReplanJob.class, "Plans wait to be made anew");

    ReplanJob(WorkerTransactions transactions, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(every = "${sevenfold.replan.every:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        ticks.run(this::run);
    }

    void run() {
        while (transactions.call(connection -> batch(connection, outbox, clock.instant())) == BATCH) {}
    }

    /**
     * The contacts' locks first, as everywhere: who holds one may be about to ask for it here. The requests in the order in which
     * many are asked for at once.
     */
    static int batch(Connection connection, Outbox outbox, Instant now) throws SQLException {
        List<Subject> asked = query(
                connection,
                "select workspace_id, contact_id from replan_request limit ?",
                row -> row.subject("contact_id"),
                BATCH);
        if (!asked.isEmpty()) {
            Subjects.lock(connection, asked);
            List<Subject> contacts = query(
                    connection,
                    """
                    with asked as (
                      select workspace_id, contact_id from replan_request
                        join unnest(?::text[], ?::uuid[]) as wanted(workspace_id, contact_id)
                             using (workspace_id, contact_id)
                       order by workspace_id, contact_id for update of replan_request)
                    delete from replan_request done using asked
                     where done.workspace_id = asked.workspace_id and done.contact_id = asked.contact_id
                    returning done.workspace_id, done.contact_id""",
                    row -> row.subject("contact_id"),
                    asked.stream().map(Subject::workspace).toList(),
                    asked.stream().map(Subject::id).toList());
            outbox.append(connection, Replanning.replan(connection, contacts, Map.of(), now));
        }
        return asked.size();
    }
}
