package io.sevenfold.cadence.due;

import static io.sevenfold.delivery.sql.Sql.query;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.sevenfold.cadence.plan.RepliesOwed;
import io.sevenfold.delivery.DatabaseTicks;
import io.sevenfold.delivery.Outbox;
import io.sevenfold.delivery.OutgoingEvent;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.Subjects;
import io.sevenfold.delivery.WorkerTransactions;
import io.sevenfold.delivery.sql.Row;
import io.sevenfold.events.ReplyOverdue;
import io.sevenfold.events.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Tells when the clock of a reply owed ends (N3), of each clock once, a batch in a transaction; several replicas may run it. */
@ApplicationScoped
public class ReplyClockJob {

    private static final int BATCH = 500;

    private static final String ENDED_UNTOLD =
            " kind = 'REPLY_OWED' and state = 'DUE' and overdue_told_for is distinct from owed_since and answer_by <= ? ";

    private record Ended(Subject contact, ReplyOverdue event, String traceparent) {}

    private final WorkerTransactions transactions;
    private final Outbox outbox;
    private final Clock clock;
    private final DatabaseTicks ticks = new DatabaseTicks(ReplyClockJob.class, "Ended reply clocks wait to be told of");

    ReplyClockJob(WorkerTransactions transactions, Outbox outbox, Clock clock) {
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

    /** The locks first, as everywhere: who holds a contact's lock may be about to answer. */
    private int batch() {
        return transactions.call(connection -> {
            Instant now = clock.instant();
            List<Subject> contacts = query(
                    connection,
                    "select workspace_id, contact_id from touchpoint where" + ENDED_UNTOLD
                            + "order by answer_by limit ?",
                    row -> row.subject("contact_id"),
                    now,
                    BATCH);
            if (!contacts.isEmpty()) {
                Subjects.lock(connection, contacts);
                List<Ended> ended = end(connection, contacts, now);
                Set<UUID> late = RepliesOwed.recordedLate(
                        connection, ended.stream().map(Ended::contact).toList());
                outbox.append(
                        connection,
                        ended.stream()
                                .filter(it -> !late.contains(it.event.touchpointId()))
                                .map(it -> OutgoingEvent.of(Topic.TOUCHPOINTS.topicName(), it.contact, it.event)
                                        .causedBy(it.traceparent))
                                .toList());
            }
            return contacts.size();
        });
    }

    private static List<Ended> end(Connection connection, List<Subject> contacts, Instant now) throws SQLException {
        return query(
                connection,
                """
                update touchpoint t set overdue_told_for = owed_since
                  from unnest(?::text[], ?::uuid[]) as wanted(workspace_id, contact_id)
                 where t.workspace_id = wanted.workspace_id and t.contact_id = wanted.contact_id and""" + ENDED_UNTOLD + """
                returning t.workspace_id, t.contact_id, t.id, t.owner_id, t.round, t.owed_since, t.answer_by,
                  (select (r.state ->> 'managerId')::uuid from rep r
                    where r.workspace_id = t.workspace_id and r.id = t.owner_id) as manager_id,
                  (select p.traceparent from plan p
                    where p.workspace_id = t.workspace_id and p.contact_id = t.contact_id) as traceparent""",
                ReplyClockJob::ended,
                contacts.stream().map(Subject::workspace).toList(),
                contacts.stream().map(Subject::id).toList(),
                now);
    }

    private static Ended ended(Row row) throws SQLException {
        ReplyOverdue event = new ReplyOverdue(
                row.uuid("contact_id"),
                row.uuid("id"),
                row.uuid("owner_id"),
                row.integer("round"),
                row.uuid("manager_id"),
                row.instant("owed_since"),
                row.instant("answer_by"));
        return new Ended(row.subject("contact_id"), event, row.text("traceparent"));
    }
}
