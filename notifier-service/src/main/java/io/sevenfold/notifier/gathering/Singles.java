package io.sevenfold.notifier.gathering;

import static io.sevenfold.delivery.sql.Sql.update;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** What is told by a mail of its own: replies owed and their clocks (N3) and, where the rep prefers that, all that is due. */
@ApplicationScoped
class Singles {

    /**
     * A digest that comes by the time a reply would be mailed is that mail (N3). At the start of hours, whether one comes is known once the
     * day has begun.
     */
    private static final String TAKEN_BY_DIGEST = """
            (w.mails = 'DIGEST'
             and (exists (select from reminder d where d.workspace_id = w.workspace_id and d.rep_id = w.rep_id
                           and d.occasion = 'DIGEST' and d.state in ('PENDING', 'RETRYING') and d.send_from <= w.tell_from)
                  or w.tell_from > w.due_at and clock.now < w.tell_from + interval '1 minute'
                     and not exists (select from reminder d where d.workspace_id = w.workspace_id and d.rep_id = w.rep_id
                                      and d.occasion = 'DIGEST' and d.send_from > w.due_at)))""";

    private static final String GATHER = Waiting.WITH + Waiting.BUSY + """
            , single as (
              select w.workspace_id, w.id,
                     busy.mails + row_number() over (partition by w.workspace_id, w.rep_id order by w.tell_from, w.id) as nth
                from waiting w join busy using (workspace_id, rep_id) cross join clock
               where not w.stale and not\s""" + Waiting.NOT_MAILED_OTHERWISE + """

                 and (w.occasion in ('WARNING', 'ESCALATION')
                      or w.occasion = 'REPLY' and not\s"""
            + TAKEN_BY_DIGEST + """

                      or w.occasion = 'DUE' and w.mails in ('EACH', 'BOTH'))
            ), picked as materialized (
              select workspace_id, id, gen_random_uuid() as reminder_id from single where nth <= ?
            )""" + Waiting.intoMails("min(occasion)");

    private final GatheringConfig config;

    Singles(GatheringConfig config) {
        this.config = config;
    }

    void gather(Connection worker, Instant now, Instant stale) throws SQLException {
        update(worker, GATHER, now, stale, config.perRepPerDay());
    }
}
