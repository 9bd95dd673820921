package io.sevenfold.notifier.gathering;

import static io.sevenfold.delivery.sql.Sql.query;
import static io.sevenfold.delivery.sql.Sql.update;

import io.sevenfold.delivery.sql.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** The mails that come at their hour: a rep's digest of the day (N2), and of the week of a manager's team. */
@ApplicationScoped
class Digests {

    /** What was not even gathered for so long is left to the next one. */
    private static final Duration TOO_OLD = Duration.ofDays(1);

    /**
     * A digest whose hour has come.
     *
     * @param wanted whether its rep has such mails
     * @param past whether a later one has gone before it, or will
     */
    private record Ready(String workspace, UUID id, boolean wanted, boolean past) {}

    /** For a minute it waits until what its day names is known, and who that is: they are told in other partitions. */
    private static final String READY = """
            select r.workspace_id, r.id,
                   case r.occasion when 'TEAM' then coalesce(p.team_digest, true)
                                   else coalesce(p.mails in ('DIGEST', 'BOTH'), true) end as wanted,
                   r.send_from <= ? or exists (select from reminder l where l.workspace_id = r.workspace_id
                     and l.rep_id = r.rep_id and l.occasion = r.occasion and l.day > r.day and l.send_from <= ?) as past
              from reminder r
              left join preference p on p.workspace_id = r.workspace_id and p.rep_id = r.rep_id
             where not r.gathered and r.state = 'PENDING' and r.send_from <= ?
               and (r.occasion = 'TEAM' or r.created_at < clock_timestamp() - interval '1 minute'
                    or not exists (
                      select from jsonb_array_elements_text(coalesce(r.told -> 'replies', '[]')
                                    || coalesce(r.told -> 'due', '[]') || coalesce(r.told -> 'overdue', '[]')) named(id)
                       where not exists (
                         select from touchpoint t
                           join announcement a on a.workspace_id = t.workspace_id and a.touchpoint_id = t.id
                                              and a.round = t.due_round
                           join contact c on c.workspace_id = a.workspace_id and c.id = a.contact_id
                          where t.workspace_id = r.workspace_id and t.id = named.id::uuid and t.due_round > t.finished_round)))
             order by r.send_from limit 500 for update of r skip locked""";

    /** What is in an unsent one goes into the next. */
    private static final String FOLD = """
            with newer as (
              select r.* from unnest(?::text[], ?::uuid[]) as ready(workspace_id, id) join reminder r using (workspace_id, id)
            ), older as (
              select o.workspace_id, o.id, newer.id as into_id
                from newer join reminder o on o.workspace_id = newer.workspace_id and o.rep_id = newer.rep_id
                                          and o.occasion = newer.occasion and o.day < newer.day
               where o.state in ('PENDING', 'RETRYING') for update of o skip locked
            ), moved as (
              update announcement a set reminder_id = older.into_id from older
               where a.workspace_id = older.workspace_id and a.reminder_id = older.id and a.left_out is null
            )
            update reminder r set state = 'CANCELLED', gathered = true, last_answer = 'in the next one'
              from older where r.workspace_id = older.workspace_id and r.id = older.id""";

    private static final String CANCEL = """
            update reminder r set state = 'CANCELLED', gathered = true, last_answer = ?
              from unnest(?::text[], ?::uuid[]) as ready(workspace_id, id)
             where r.workspace_id = ready.workspace_id and r.id = ready.id""";

    private static final String GATHERED = """
            update reminder r set gathered = true
              from unnest(?::text[], ?::uuid[]) as ready(workspace_id, id)
             where r.workspace_id = ready.workspace_id and r.id = ready.id""";

    private final Overdue overdue;
    private final IntoDigests intoDigests;

    Digests(Overdue overdue, IntoDigests intoDigests) {
        this.overdue = overdue;
        this.intoDigests = intoDigests;
    }

    void gather(Connection worker, Instant now, Instant stale) throws SQLException {
        List<Ready> ready = query(worker, READY, Digests::ready, now.minus(TOO_OLD), now, now);
        cancel(worker, ready, Ready::past, "in the next one");
        List<Ready> present = ready.stream().filter(it -> !it.past()).toList();
        if (!present.isEmpty()) {
            overdue.announce(worker, workspaces(present), ids(present));
        }
        cancel(worker, present, it -> !it.wanted(), "preference");
        List<Ready> unwanted = present.stream().filter(it -> !it.wanted()).toList();
        intoDigests.free(worker, workspaces(unwanted), ids(unwanted), Instant.EPOCH);
        List<Ready> wanted = present.stream().filter(Ready::wanted).toList();
        if (!wanted.isEmpty()) {
            update(worker, FOLD, workspaces(wanted), ids(wanted));
            update(worker, GATHERED, workspaces(wanted), ids(wanted));
        }
        intoDigests.gather(worker, workspaces(wanted), ids(wanted), now, stale);
    }

    private static void cancel(Connection worker, List<Ready> ready, Predicate<Ready> which, String reason)
            throws SQLException {
        List<Ready> cancelled = ready.stream().filter(which).toList();
        if (!cancelled.isEmpty()) {
            update(worker, CANCEL, reason, workspaces(cancelled), ids(cancelled));
        }
    }

    private static Ready ready(Row row) throws SQLException {
        return new Ready(row.text("workspace_id"), row.uuid("id"), row.flag("wanted"), row.flag("past"));
    }

    private static List<String> workspaces(List<Ready> digests) {
        return digests.stream().map(Ready::workspace).toList();
    }

    private static List<UUID> ids(List<Ready> digests) {
        return digests.stream().map(Ready::id).toList();
    }
}
