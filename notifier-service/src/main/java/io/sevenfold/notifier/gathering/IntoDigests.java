package io.sevenfold.notifier.gathering;

import static io.sevenfold.delivery.sql.Sql.update;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What waits goes into the rep's digest, as long as that is not sent; what waits for the next one is marked. */
@ApplicationScoped
class IntoDigests {

    /** Replies too: a digest that comes by then is the mail that tells of them (N3). */
    private static final String PUT = """
            with present as (
              select r.workspace_id, r.rep_id from unnest(?::text[], ?::uuid[]) as wanted(workspace_id, id)
                join reminder r using (workspace_id, id)
              union
              select a.workspace_id, a.rep_id from announcement a
               where a.reminder_id is null and a.left_out is null and not a.by_digest and a.tell_from <= ?
            ), digest as materialized (
              select r.workspace_id, r.id, r.rep_id, r.day from present join reminder r using (workspace_id, rep_id)
               where r.occasion = 'DIGEST' and r.gathered and r.state in ('PENDING', 'RETRYING')
                 for update of r skip locked
            ), picked as (
              select distinct on (a.workspace_id, a.id) a.workspace_id, a.id, digest.id as reminder_id
                from digest join announcement a on a.workspace_id = digest.workspace_id and a.rep_id = digest.rep_id
                left join preference p on p.workspace_id = a.workspace_id and p.rep_id = a.rep_id
               where a.reminder_id is null and a.left_out is null
                 and a.occasion in ('DUE', 'REPLY', 'OVERDUE_2', 'OVERDUE_5')
                 and (coalesce(p.mails, 'DIGEST') = 'DIGEST'
                      or p.mails = 'BOTH' and (a.by_digest or a.occasion in ('OVERDUE_2', 'OVERDUE_5') or a.tell_from <= ?
                                               or (a.due ->> 'late')::boolean))
                 and\s""" + Waiting.KNOWN + """

               order by a.workspace_id, a.id, digest.day desc
            ), locked as (
              select a.workspace_id, a.id, picked.reminder_id
                from picked join announcement a on a.workspace_id = picked.workspace_id and a.id = picked.id
               where a.reminder_id is null and a.left_out is null
                 for update of a skip locked
            )
            update announcement a set reminder_id = locked.reminder_id from locked
             where a.workspace_id = locked.workspace_id and a.id = locked.id""";

    /** Whom the digest could not tell of is told of in a follow-up. */
    private static final String FREE = """
            update announcement a set by_digest = false
              from unnest(?::text[], ?::uuid[]) as wanted(workspace_id, id) join reminder r using (workspace_id, id)
             where a.workspace_id = r.workspace_id and a.rep_id = r.rep_id and a.reminder_id is null and a.left_out is null
               and a.by_digest and a.tell_from > ?""";

    /** Due for a rep who wants to hear of replies only; or to come by a digest: by today's, where that is ahead, else by the next. */
    private static final String MARK = Waiting.WITH + Waiting.BUSY + """
            , routed as (
              select w.workspace_id, w.id, w.mails = 'REPLIES_ONLY' as unwanted
                from waiting w join busy using (workspace_id, rep_id)
               where w.mails = 'REPLIES_ONLY' and w.occasion in ('DUE', 'OVERDUE_2', 'OVERDUE_5')
                  or w.mails in ('DIGEST', 'BOTH')
                     and (w.occasion in ('OVERDUE_2', 'OVERDUE_5') or w.occasion = 'REPLY' and w.late
                          or w.occasion = 'DUE' and (w.stale or busy.mails >= ?))
                  or w.mails = 'DIGEST' and w.occasion = 'DUE'
                     and exists (select from reminder d where d.workspace_id = w.workspace_id and d.rep_id = w.rep_id
                                  and d.occasion = 'DIGEST' and d.state = 'PENDING' and not d.gathered)
            ), locked as (
              select a.workspace_id, a.id, r.unwanted
                from routed r join announcement a on a.workspace_id = r.workspace_id and a.id = r.id
               where a.reminder_id is null and a.left_out is null
                 for update of a skip locked
            )
            update announcement a
               set by_digest = not locked.unwanted, left_out = case when locked.unwanted then 'PREFERENCE' end
              from locked where a.workspace_id = locked.workspace_id and a.id = locked.id""";

    private final GatheringConfig config;

    IntoDigests(GatheringConfig config) {
        this.config = config;
    }

    /** @param digests those whose hour has come just now; others may still be unsent */
    void gather(Connection worker, List<String> workspaces, List<UUID> digests, Instant now, Instant stale)
            throws SQLException {
        update(worker, PUT, workspaces, digests, now, stale);
        free(worker, workspaces, digests, stale);
        update(worker, MARK, now, stale, config.perRepPerDay());
    }

    /**
     * What is told later than that and not by these digests waits for no other one: what could not be told of yet and, where its rep
     * wants no digest, what was left to one just as they came to want none.
     */
    void free(Connection worker, List<String> workspaces, List<UUID> digests, Instant after) throws SQLException {
        if (!digests.isEmpty()) {
            update(worker, FREE, workspaces, digests, after);
        }
    }
}
