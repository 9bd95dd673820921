package io.sevenfold.notifier.operations;

import io.sevenfold.delivery.WorkerTransactions;
import io.sevenfold.delivery.sql.Sql;
import io.sevenfold.notifier.reminder.Resend;
import io.sevenfold.rest.Page;
import io.sevenfold.rest.PageRequest;
import io.sevenfold.rest.PlaceInTime;
import io.sevenfold.rest.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The mails of all workspaces of which nobody knows whether they arrived (N7). */
@ApplicationScoped
public class UnknownReminders {

    private static final PlaceInTime NEWEST =
            new PlaceInTime(Instant.parse("9999-12-31T23:59:59Z"), new UUID(-1L, -1L));

    private static final String FIND = """
            select * from reminder where state = 'UNKNOWN' and (ended_at, id) < (?, ?)
             order by ended_at desc, id desc limit ?""";

    private final WorkerTransactions transactions;
    private final Clock clock;

    UnknownReminders(WorkerTransactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The newest first. */
    Page<UnknownReminder> page(PageRequest page) {
        PlaceInTime after = page.after().map(PlaceInTime::parse).orElse(NEWEST);
        List<UnknownReminder> found = transactions.call(
                worker -> Sql.query(worker, FIND, UnknownReminder::of, after.at(), after.id(), page.fetch()));
        return Page.of(found, page, it -> new PlaceInTime(it.unknownSince(), it.id()).toString(), it -> it);
    }

    /**
     * Has one sent again, or one that failed.
     *
     * @throws ProblemException as {@link Resend}
     */
    void resend(String workspace, UUID id) {
        transactions.run(worker -> Resend.of(worker, workspace, id, clock.instant(), "operator"));
    }
}
