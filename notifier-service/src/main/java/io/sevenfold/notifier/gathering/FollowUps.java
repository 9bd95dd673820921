package io.sevenfold.notifier.gathering;

import static io.sevenfold.delivery.sql.Sql.update;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/**
 * One mail of all that became due for a rep since their digest went out (N1). Also what an outage has delayed for hours comes in one, and
 * what is over the day's number of mails. What comes to be waiting while a follow-up is still unsent goes into that one.
 */
@ApplicationScoped
class FollowUps {

    private static final String GATHER =
            Waiting.WITH + Waiting.BUSY + """
            , late as (
              select w.workspace_id, w.id, w.rep_id, w.tell_from, w.created_at,
                     w.occasion <> 'DUE' or w.mails <> 'DIGEST' as at_once, busy.mails >= limits.mails as over, busy.last
                from waiting w
                join busy using (workspace_id, rep_id)
               cross join (select ?::int as mails) limits
               where (w.stale or busy.mails >= limits.mails or w.occasion = 'DUE' and w.mails = 'DIGEST'
                      or w.occasion in ('OVERDUE_2', 'OVERDUE_5') and w.mails = 'EACH')
                 and not\s""" + Waiting.NOT_MAILED_OTHERWISE + """

                 and not exists (select from reminder d where d.workspace_id = w.workspace_id and d.rep_id = w.rep_id
                                  and d.occasion = 'DIGEST' and w.mails = 'DIGEST' and w.occasion = 'DUE'
                                  and d.state in ('PENDING', 'RETRYING', 'SENDING'))
                 and not exists (select from reminder f where f.workspace_id = w.workspace_id and f.rep_id = w.rep_id
                                  and f.occasion = 'FOLLOW_UP' and f.state = 'SENDING')
            ), mail as materialized (
              select late.workspace_id, late.rep_id, gen_random_uuid() as reminder_id
                from late cross join clock cross join (select ?::timestamptz as before) waited
               group by late.workspace_id, late.rep_id, waited.before
              having (bool_or(late.at_once) or min(late.tell_from) <= waited.before)
                 and (not bool_or(late.over) or max(late.last) <= waited.before)
                 and min(late.created_at) <= clock_timestamp() - ? * interval '1 millisecond'
            ), unsent as materialized (
              select f.workspace_id, f.rep_id, f.id
                from mail join reminder f on f.workspace_id = mail.workspace_id and f.rep_id = mail.rep_id
               where f.occasion = 'FOLLOW_UP' and f.state in ('PENDING', 'RETRYING')
                 for update of f skip locked
            ), picked as (
              select late.workspace_id, late.id,
                     coalesce((select u.id from unsent u where u.workspace_id = late.workspace_id and u.rep_id = late.rep_id
                                order by u.id limit 1), mail.reminder_id) as reminder_id
                from late join mail using (workspace_id, rep_id)
            )""" + Waiting.intoMails("'FOLLOW_UP'");

    private final GatheringConfig config;

    FollowUps(GatheringConfig config) {
        this.config = config;
    }

    void gather(Connection worker, Instant now, Instant stale) throws SQLException {
        update(
                worker,
                GATHER,
                now,
                stale,
                config.perRepPerDay(),
                now.minus(config.gather()),
                config.gatherAtLeast().toMillis());
    }
}
