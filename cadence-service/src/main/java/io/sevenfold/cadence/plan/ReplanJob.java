package io.sevenfold.cadence.plan;

import static io.sevenfold.cadence.sql.Sql.query;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.sevenfold.delivery.Outbox;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.Subjects;
import io.sevenfold.delivery.WorkerTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Works off the requests to plan contacts anew, a batch in a transaction; several replicas may. */
@ApplicationScoped
public class ReplanJob {

    private static final int BATCH = 500;

    private final WorkerTransactions transactions;
    private final Outbox outbox;
    private final Clock clock;

    ReplanJob(WorkerTransactions transactions, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(every = "${sevenfold.replan.every:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        while (batch() == BATCH) {
            // the next batch is a transaction of its own
        }
    }

    private int batch() {
        return transactions.call(connection -> {
            List<Subject> contacts =
                    query(connection, """
                    delete from replan_request where (workspace_id, contact_id) in (
                      select workspace_id, contact_id from replan_request limit ? for update skip locked)
                    returning workspace_id, contact_id""", row -> new Subject(row.text("workspace_id"), row.uuid("contact_id")), BATCH);
            if (!contacts.isEmpty()) {
                Subjects.lock(connection, contacts);
                outbox.append(connection, Replanning.replan(connection, contacts, Map.of(), clock.instant()));
            }
            return contacts.size();
        });
    }
}
