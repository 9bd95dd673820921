package io.sevenfold.cadence.team;

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
import java.util.List;

/**
 * Tells the managers whose week began how their team stands, each once a week, some in a transaction; several replicas may. Apart from
 * the days' begin, so that nobody's digest waits for it.
 */
@ApplicationScoped
public class TeamWeekJob {

    private static final int BATCH = 20;

    private final WorkerTransactions transactions;
    private final Outbox outbox;
    private final Clock clock;
    private final DatabaseTicks ticks = new DatabaseTicks(TeamWeekJob.class, "Weeks of teams wait to be told");

    TeamWeekJob(WorkerTransactions transactions, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(every = "${sevenfold.due.every:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        ticks.run(this::run);
    }

    void run() {
        while (batch() == BATCH) {}
    }

    /** The locks first, as everywhere; another replica may have been quicker. */
    private int batch() {
        return transactions.call(connection -> {
            List<Subject> managers = query(connection, """
                    select workspace_id, id from rep
                     where team_week_begun_on is not null order by team_week_begun_on limit ?""", row -> row.subject("id"), BATCH);
            if (!managers.isEmpty()) {
                Subjects.lock(connection, managers);
                outbox.append(connection, new TeamReport(connection, clock.instant()).of(untold(connection, managers)));
            }
            return managers.size();
        });
    }

    /** Notes that they are told. */
    private static List<TeamWeek> untold(Connection connection, List<Subject> managers) throws SQLException {
        return query(
                connection,
                """
                update rep set team_week = date_trunc('week', begun.team_week_begun_on)::date, team_week_begun_on = null
                  from (select workspace_id, id, team_week_begun_on from rep
                         where (workspace_id, id) in (select * from unnest(?::text[], ?::uuid[]))
                           and team_week_begun_on is not null) begun
                 where rep.workspace_id = begun.workspace_id and rep.id = begun.id
                returning rep.workspace_id, rep.id, begun.team_week_begun_on""",
                row -> new TeamWeek(row.subject("id"), row.date("team_week_begun_on")),
                managers.stream().map(Subject::workspace).toList(),
                managers.stream().map(Subject::id).toList());
    }
}
