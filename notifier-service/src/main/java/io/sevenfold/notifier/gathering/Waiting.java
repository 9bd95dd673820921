package io.sevenfold.notifier.gathering;

import io.sevenfold.notifier.sending.Mailboxes;

/** SQL that the steps of gathering have in common. */
final class Waiting {

    /** What can be told of the announcement {@code a}: who it is about and, for a minute, what they wrote. */
    static final String KNOWN = """
            (exists (select from contact c where c.workspace_id = a.workspace_id and c.id = a.contact_id)
             and (a.kind <> 'REPLY_OWED' or a.created_at < clock_timestamp() - interval '1 minute'
                  or exists (select from interaction i where i.workspace_id = a.workspace_id and i.contact_id = a.contact_id
                                                         and i.direction = 'INBOUND' and not i.removed)))""";

    /** Beginning of a query: {@code waiting}, what is to be told by now and by no certain digest. Its parameters: now, and the instant up to which what should have been told is stale. */
    static final String WITH = """
            with clock as (
              select ?::timestamptz as now, ?::timestamptz as stale
            ), waiting as (
              select a.workspace_id, a.id, a.rep_id, a.occasion, a.due_at, a.tell_from, a.created_at, a.traceparent,
                     coalesce(p.mails, 'DIGEST') as mails, a.tell_from <= clock.stale as stale,
                     coalesce((a.due ->> 'late')::boolean, false) as late
                from clock
                join announcement a on a.tell_from <= clock.now
                left join preference p on p.workspace_id = a.workspace_id and p.rep_id = a.rep_id
               where a.reminder_id is null and a.left_out is null and not a.by_digest and not\s""" + Mailboxes.rests("a") + """
             and\s""" + KNOWN + """

            )""";

    /** SQL: whether {@code w} is left to a digest, or to nobody, also where it came to be waiting only after that was marked. */
    static final String NOT_MAILED_OTHERWISE = """
            (w.mails in ('DIGEST', 'BOTH') and w.occasion = 'REPLY' and w.late or w.mails = 'REPLIES_ONLY' and w.occasion = 'DUE')""";

    /** Continues it: {@code busy}, how many mails each of their reps got today, on their date, and since when there was none. */
    static final String BUSY = """
            , busy as (
              select w.workspace_id, w.rep_id, count(r.id) as mails, coalesce(max(r.send_from), '-infinity') as last
                from (select w.workspace_id, w.rep_id, start_of_day(clock.now, rep.time_zone) as today
                        from (select distinct workspace_id, rep_id from waiting) w
                       cross join clock
                        left join rep on rep.workspace_id = w.workspace_id and rep.id = w.rep_id
                      offset 0) w
                left join reminder r on r.workspace_id = w.workspace_id and r.rep_id = w.rep_id and r.gathered
                                    and r.state <> 'CANCELLED' and r.send_from >= w.today
               group by w.workspace_id, w.rep_id
            )""";

    /**
     * Ends it: puts what {@code picked} (workspace_id, id, reminder_id) names into mails of that occasion, those aside that consumers have
     * changed meanwhile.
     */
    static String intoMails(String occasion) {
        return """
            , locked as (
              select a.workspace_id, a.id, p.reminder_id
                from picked p join announcement a on a.workspace_id = p.workspace_id and a.id = p.id
               where a.reminder_id is null and a.left_out is null
                 for update of a skip locked
            ), put as (
              update announcement a set reminder_id = l.reminder_id from locked l
               where a.workspace_id = l.workspace_id and a.id = l.id
              returning a.workspace_id, a.reminder_id, a.rep_id, a.occasion, a.traceparent
            )
            insert into reminder (workspace_id, id, rep_id, occasion, send_from, traceparent)
            select workspace_id, reminder_id, rep_id, %s, clock.now, min(traceparent)
              from put cross join clock group by workspace_id, reminder_id, rep_id, clock.now
            on conflict (workspace_id, id) do nothing""".formatted(occasion);
    }

    private Waiting() {}
}
