package io.sevenfold.cadence.due;

import static io.sevenfold.delivery.sql.Sql.query;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.sevenfold.cadence.plan.Replanning;
import io.sevenfold.cadence.plan.StandIns;
import io.sevenfold.delivery.DatabaseTicks;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.Subjects;
import io.sevenfold.delivery.WorkerTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Asks for plans to be made anew as absences begin and end (P9), some reps in a transaction; several replicas may. */
@ApplicationScoped
public class AbsenceJob {

    private static final int BATCH = 20;

    private final WorkerTransactions transactions;
    private final Clock clock;
    private final DatabaseTicks ticks =
            new DatabaseTicks(AbsenceJob.class, "What falls in an absence waits for its cover");

    AbsenceJob(WorkerTransactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(every = "${sevenfold.due.every:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        ticks.run(this::run);
    }

    void run() {
        while (batch() == BATCH) {}
    }

    /** The locks first, as everywhere; another replica, or a change of the rep, may have been quicker. */
    private int batch() {
        return transactions.call(connection -> {
            Instant now = clock.instant();
            List<Subject> changing = query(connection, """
                    select workspace_id, id from rep
                     where absence_changes_at <= ? order by absence_changes_at limit ?""", row -> row.subject("id"), now, BATCH);
            if (!changing.isEmpty()) {
                Subjects.lock(connection, changing);
                List<Subject> stillChanging = query(
                        connection,
                        """
                        select workspace_id, id from rep
                          join unnest(?::text[], ?::uuid[]) as wanted(workspace_id, id) using (workspace_id, id)
                         where absence_changes_at <= ?""",
                        row -> row.subject("id"),
                        changing.stream().map(Subject::workspace).toList(),
                        changing.stream().map(Subject::id).toList(),
                        now);
                Replanning.request(connection, stillChanging);
                StandIns.keep(connection, stillChanging, now);
            }
            return changing.size();
        });
    }
}
