package io.sevenfold.notifier.operations;

import static io.sevenfold.delivery.sql.Sql.query;
import static io.sevenfold.delivery.sql.Sql.update;

import io.sevenfold.delivery.WorkerTransactions;
import io.sevenfold.delivery.sql.Row;
import io.sevenfold.rest.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/**
 * Workspaces whose mails wait until they are resumed. What is due is gathered meanwhile as in an outage of the mail server, so that what
 * is stale by then comes by one mail and not by many (N1); a mail that a sender has already claimed is sent.
 */
@ApplicationScoped
public class Pauses {

    private static final String FIND = """
            select p.*,
                   (select count(*) from reminder r
                     where r.workspace_id = p.workspace_id and r.state in ('PENDING', 'RETRYING') and r.send_from <= ?) as mails,
                   (select count(*) from announcement a
                     where a.workspace_id = p.workspace_id and a.reminder_id is null and a.left_out is null
                       and a.tell_from <= ?) as announcements
              from sending_pause p where coalesce(?, p.workspace_id) = p.workspace_id order by p.since, p.workspace_id""";

    private static final String PAUSE = """
            insert into sending_pause (workspace_id, why, since) values (?, ?, ?) on conflict (workspace_id) do nothing""";

    private static final String RESUME = "delete from sending_pause where workspace_id = ?";

    private static final String KNOWN = "select true as known from rep where workspace_id = ? limit 1";

    private final WorkerTransactions transactions;
    private final Clock clock;

    Pauses(WorkerTransactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Those that are paused, the longest first. */
    List<PausedWorkspace> all() {
        return transactions.call(worker -> find(worker, null));
    }

    /** @throws ProblemException 404 where no rep of that workspace is known, 409 where it is paused already */
    PausedWorkspace pause(String workspace, String why) {
        return transactions.call(worker -> {
            checkKnown(worker, workspace);
            if (update(worker, PAUSE, workspace, why, clock.instant()) == 0) {
                throw ProblemException.conflict(
                        "sending-paused", "It is paused already; GET /operations/sending says why and since when.");
            }
            return find(worker, workspace).get(0);
        });
    }

    /**
     * Gives what was paused, and how much waits now to be sent.
     *
     * @throws ProblemException 404 where no rep of that workspace is known, 409 where it is not paused
     */
    PausedWorkspace resume(String workspace) {
        return transactions.call(worker -> {
            List<PausedWorkspace> paused = find(worker, workspace);
            if (!paused.isEmpty() && update(worker, RESUME, workspace) == 1) {
                return paused.get(0);
            }
            checkKnown(worker, workspace);
            throw ProblemException.conflict("sending-not-paused", "Its mails are not paused.");
        });
    }

    private List<PausedWorkspace> find(Connection worker, String workspace) throws SQLException {
        return query(worker, FIND, Pauses::paused, clock.instant(), clock.instant(), workspace);
    }

    private static PausedWorkspace paused(Row row) throws SQLException {
        return new PausedWorkspace(
                row.text("workspace_id"),
                row.text("why"),
                row.instant("since"),
                row.number("mails"),
                row.number("announcements"));
    }

    private static void checkKnown(Connection worker, String workspace) throws SQLException {
        if (query(worker, KNOWN, row -> row.flag("known"), workspace).isEmpty()) {
            throw ProblemException.of(
                    404, "not-found", "Not found", "No rep of a workspace '%s' is known.".formatted(workspace));
        }
    }
}
