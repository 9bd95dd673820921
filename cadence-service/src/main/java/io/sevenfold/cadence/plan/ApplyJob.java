package io.sevenfold.cadence.plan;

import static io.sevenfold.delivery.sql.Sql.query;
import static io.sevenfold.delivery.sql.Sql.update;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.sevenfold.cadence.cadence.Cadences;
import io.sevenfold.cadence.planning.Cadence;
import io.sevenfold.delivery.DatabaseTicks;
import io.sevenfold.delivery.Outbox;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.Subjects;
import io.sevenfold.delivery.WorkerTransactions;
import io.sevenfold.delivery.sql.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes active enrollments to the version that somebody applied (P7), a batch in a transaction; several replicas may. */
@ApplicationScoped
public class ApplyJob {

    private static final int BATCH = 500;

    /** What is asked for, and how far it was done: the last enrollment of the last batch, null: none. */
    private record Request(String workspace, Cadence version, String by, UUID doneTo) {}

    private final WorkerTransactions transactions;
    private final Outbox outbox;
    private final Clock clock;
    private final DatabaseTicks ticks = new DatabaseTicks(ApplyJob.class, "Versions of cadences wait to be applied");

    ApplyJob(WorkerTransactions transactions, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(every = "${sevenfold.apply.every:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        ticks.run(this::run);
    }

    void run() {
        while (batch()) {}
    }

    /** The request before the contacts, other than everywhere: who holds a contact never waits for a request. */
    private boolean batch() {
        return transactions.call(connection -> {
            List<Request> requests = query(connection, """
                    select a.workspace_id, a.requested_by, a.done_to, c.id as cadence_id, c.version as cadence_version,
                           c.name as cadence_name, c.purpose, c.steps
                      from apply_request a
                      join cadence c on c.workspace_id = a.workspace_id and c.id = a.cadence_id and c.version = a.version
                     order by a.requested_at limit 1 for update of a skip locked""", ApplyJob::request);
            for (Request request : requests) {
                List<Applying> page =
                        Applying.page(connection, request.workspace, request.version.id(), request.doneTo, BATCH);
                apply(connection, request, page);
                done(connection, request, page);
            }
            return !requests.isEmpty();
        });
    }

    private void apply(Connection connection, Request request, List<Applying> page) throws SQLException {
        Subjects.lock(connection, page.stream().map(Applying::contact).toList());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Applying> toDo = Applying.stillTo(connection, request.version, page);
        Decisions.keep(
                connection,
                toDo.stream()
                        .map(it -> it.decision(request.version, now, request.by))
                        .toList());
        List<Subject> contacts = toDo.stream().map(Applying::contact).toList();
        outbox.append(connection, Replanning.replan(connection, contacts, Map.of(), now));
    }

    private static void done(Connection connection, Request request, List<Applying> page) throws SQLException {
        if (page.size() < BATCH) {
            update(
                    connection,
                    "delete from apply_request where workspace_id = ? and cadence_id = ?",
                    request.workspace,
                    request.version.id());
        } else {
            update(
                    connection,
                    "update apply_request set done_to = ? where workspace_id = ? and cadence_id = ?",
                    page.get(BATCH - 1).enrollmentId(),
                    request.workspace,
                    request.version.id());
        }
    }

    private static Request request(Row row) throws SQLException {
        return new Request(row.text("workspace_id"), Cadences.read(row), row.text("requested_by"), row.uuid("done_to"));
    }
}
