package io.sevenfold.notifier.gathering;

import static io.sevenfold.delivery.sql.Sql.update;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Mails that an outage has kept for hours: not blasted when it is over, but taken apart, and what they tell is gathered anew. Not what
 * somebody wants sent again, which goes as the mail it was.
 */
@ApplicationScoped
class Delayed {

    private static final String TAKE_APART = """
            with delayed as (
              select r.workspace_id, r.id from reminder r
               where r.gathered and r.state in ('PENDING', 'RETRYING') and r.send_from <= ? and r.resent_at is null
                 and r.occasion in ('DUE', 'REPLY', 'WARNING', 'ESCALATION', 'FOLLOW_UP')
               limit 1000 for update of r skip locked
            ), freed as (
              update announcement a set reminder_id = null from delayed d
               where a.workspace_id = d.workspace_id and a.reminder_id = d.id and a.left_out is null
            )
            update reminder r set state = 'CANCELLED', last_answer = 'gathered anew' from delayed d
             where r.workspace_id = d.workspace_id and r.id = d.id""";

    void takeApart(Connection worker, Instant stale) throws SQLException {
        update(worker, TAKE_APART, stale);
    }
}
