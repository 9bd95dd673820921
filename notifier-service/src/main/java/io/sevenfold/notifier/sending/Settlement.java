package io.sevenfold.notifier.sending;

import io.sevenfold.delivery.Outbox;
import io.sevenfold.delivery.WorkerTransactions;
import io.sevenfold.delivery.sql.Row;
import io.sevenfold.delivery.sql.Sql;
import io.sevenfold.notifier.reminder.ReminderState;
import io.sevenfold.rest.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Ends what is UNKNOWN by the word of an operator who looked into the mail server's log (N7). Nothing is sent by it. */
@ApplicationScoped
public class Settlement {

    /** It ended when it was last seen, as if that had been known then. */
    private static final String SETTLE = """
            update reminder r set state = ?, last_answer = ?
             where r.workspace_id = ? and r.id = ? and r.state = 'UNKNOWN'
            returning r.*,\s""" + ClaimRow.TOUCHPOINTS;

    private static final String FIND = "select state from reminder where workspace_id = ? and id = ?";

    private record Settled(Attempt attempt, Instant endedAt) {}

    private final WorkerTransactions transactions;
    private final Outbox outbox;
    private final Results results;

    Settlement(WorkerTransactions transactions, Outbox outbox, Results results) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.results = results;
    }

    /**
     * Of any number of operators at once one settles it.
     *
     * @param arrived true: it becomes SENT; false: FAILED, and can be sent again
     * @param why the operator's words; kept, and shown as the reminder's last answer
     * @throws ProblemException 404 where there is no such reminder, 409 where it is not unknown, or not any more
     */
    public ReminderState settle(String workspace, UUID id, boolean arrived, String why) {
        String words = "operator: " + why;
        Outcome outcome = arrived ? Outcome.sent(words) : Outcome.failed(words);
        // Words that a person chose may name people, and events are kept.
        Outcome told = arrived ? outcome : Outcome.failed("settled by an operator");
        transactions.run(worker -> {
            List<Settled> settled =
                    Sql.query(worker, SETTLE, Settlement::settled, outcome.state(), words, workspace, id);
            if (settled.isEmpty()) {
                throw notUnknown(worker, workspace, id);
            }
            outbox.append(
                    worker,
                    settled.stream()
                            .flatMap(it -> it.attempt().event(told, it.endedAt()).stream())
                            .toList());
        });
        results.count(outcome);
        return outcome.state();
    }

    private static ProblemException notUnknown(Connection worker, String workspace, UUID id) throws SQLException {
        return Sql.query(worker, FIND, row -> row.constant("state", ReminderState.class), workspace, id).stream()
                .findAny()
                .map(state -> ProblemException.conflict(
                        "reminder-not-unknown",
                        "The reminder is %s. Only one that is unknown can be settled.".formatted(state)))
                .orElseGet(() -> ProblemException.notFound("reminder", id));
    }

    private static Settled settled(Row row) throws SQLException {
        return new Settled(ClaimRow.attempt(row.result()), row.instant("ended_at"));
    }
}
