package io.sevenfold.notifier.sending;

import static io.sevenfold.delivery.sql.Sql.query;
import static io.sevenfold.delivery.sql.Sql.update;

import io.sevenfold.delivery.WorkerTransactions;
import io.sevenfold.delivery.sql.Row;
import io.sevenfold.notifier.announcement.LeftOut;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Who may send which reminder. A claim is a lease by the database's clock with a fencing token; of any number of senders, in
 * any number of processes, each reminder is with one. What a mail tells of changes only while its row is locked and nobody has it in
 * hand: so the claim locks first, and then looks what is in it.
 */
@ApplicationScoped
public class Claims {

    /** SQL: whether there is nothing and nobody left to tell. A digest, a manager's week and word of an address that bounces need no touchpoint. */
    private static final String OVER = """
            (r.occasion not in ('DIGEST', 'TEAM', 'BOUNCING')
               and not exists (select from announcement a where a.workspace_id = r.workspace_id and a.reminder_id = r.id
                                                            and a.left_out is null)
             or exists (select from ended_subject e where e.workspace_id = r.workspace_id and e.subject_id = r.rep_id))""";

    /** SQL: whether all is known that is needed to write it: the rep, and of whom it tells. Topics are not ordered among each other. */
    private static final String KNOWN = """
            (exists (select from rep where rep.workspace_id = r.workspace_id and rep.id = r.rep_id)
             and not exists (select from announcement a
                              where a.workspace_id = r.workspace_id and a.reminder_id = r.id and a.left_out is null
                                and not exists (select from contact c where c.workspace_id = a.workspace_id
                                                                        and c.id = a.contact_id)))""";

    /** SQL: the workspaces whose mails wait until an operator resumes them. An array, that it is looked up once and tested before all else. */
    static final String PAUSED = "all (array(select workspace_id from sending_pause))";

    /** Those that can be sent, and those of which something is to be left out; where the address bounces, only what is to be tried. */
    private static final String PICK =
            """
            select r.workspace_id, r.id, r.state from reminder r
             where r.gathered and r.state in (%s) and r.send_from <= ? and r.next_attempt_at <= clock_timestamp()
               and r.workspace_id <>\s""" + PAUSED + """

               and (r.occasion = 'DIGEST' or r.resent_at is not null or not\s""" + Mailboxes.rests("r") + """
             )
               and (""" + KNOWN + """
                    or exists (select from announcement a
                                where a.workspace_id = r.workspace_id and a.reminder_id = r.id and a.left_out is null
                                  and\s""" + LeftOut.REASON + """
             is not null)
                    or\s""" + OVER + """
            )
             order by r.send_from, r.next_attempt_at limit ? for update of r skip locked""";

    /** What is only put off waits again. */
    private static final String TAKE_OUT = """
            update announcement a
               set left_out = nullif(judged.reason, 'DEFERRED'),
                   reminder_id = case when judged.reason = 'DEFERRED' then null else a.reminder_id end
              from (select a.workspace_id, a.id,\s""" + LeftOut.REASON + """
             as reason
                      from unnest(?::text[], ?::uuid[]) as picked(workspace_id, id)
                      join announcement a on a.workspace_id = picked.workspace_id and a.reminder_id = picked.id
                     where a.left_out is null) judged
             where a.workspace_id = judged.workspace_id and a.id = judged.id and judged.reason is not null""";

    private static final String CLAIM = """
            with judged as materialized (
              select r.workspace_id, r.id,\s""" + OVER + " as over, " + KNOWN + """
             as known
                from unnest(?::text[], ?::uuid[]) as picked(workspace_id, id) join reminder r using (workspace_id, id)
            )
            update reminder r
               set state = case when judged.over then 'CANCELLED' else 'SENDING' end,
                   fencing_token = nextval('fencing_token'), begun = false,
                   lease_until = clock_timestamp() + ? * interval '1 millisecond',
                   message_id = coalesce(r.message_id, '<' || r.id || '@' || ? || '>'),
                   mail_date = coalesce(r.mail_date, ?)
              from judged
             where r.workspace_id = judged.workspace_id and r.id = judged.id and (judged.over or judged.known)
            returning r.workspace_id, r.id, r.state""";

    /** A digest comes only if there is something in it (N2). */
    private static final String NOTHING_TO_TELL = """
            update reminder r set state = 'CANCELLED', lease_until = null, last_answer = 'nothing to tell'
              from unnest(?::text[], ?::uuid[]) as empty(workspace_id, id)
             where r.workspace_id = empty.workspace_id and r.id = empty.id""";

    /**
     * Renews the lease. Refused where it ran out, or where anything in the mail need not be told any more, or not yet: then the mail is
     * given back, to be claimed without it.
     */
    private static final String BEGIN = """
            with judged as materialized (
              select not exists (select from ended_subject e where e.workspace_id = claimed.workspace_id
                                                               and e.subject_id = claimed.rep_id)
                     and not exists (select from announcement a where a.workspace_id = claimed.workspace_id
                                      and a.reminder_id = claimed.id and a.left_out is null and\s""" + LeftOut.REASON + """
             is not null) as fit
                from reminder claimed where claimed.workspace_id = ? and claimed.id = ?
            )
            update reminder r
               set begun = judged.fit, attempts = attempts + judged.fit::int,
                   state = case when judged.fit then 'SENDING' else 'RETRYING' end,
                   lease_until = case when judged.fit then clock_timestamp() + ? * interval '1 millisecond' end,
                   next_attempt_at = clock_timestamp()
              from judged
             where r.workspace_id = ? and r.id = ? and r.fencing_token = ? and r.state = 'SENDING'
               and r.lease_until > clock_timestamp()
            returning r.begun""";

    private record Key(String workspace, UUID id, String state) {}

    private final WorkerTransactions transactions;
    private final RemindersConfig config;
    private final Smtp smtp;
    private final Clock clock;

    Claims(WorkerTransactions transactions, RemindersConfig config, Smtp smtp, Clock clock) {
        this.transactions = transactions;
        this.config = config;
        this.smtp = smtp;
        this.clock = clock;
    }

    /** Claims some of what is due, over all workspaces; empty where nothing is, or where nothing is left of what was. */
    List<Claim> claim() {
        return transactions.call(worker -> {
            Instant now = clock.instant();
            List<Key> picked = query(worker, PICK.formatted(claimable()), Claims::key, now, now, config.batch());
            if (picked.isEmpty()) {
                return List.of();
            }
            update(worker, TAKE_OUT, now, workspaces(picked), ids(picked));
            List<Key> claimed = query(
                            worker,
                            CLAIM,
                            Claims::key,
                            workspaces(picked),
                            ids(picked),
                            config.lease().toMillis(),
                            smtp.domain(),
                            now)
                    .stream()
                    .filter(key -> key.state().equals("SENDING"))
                    .toList();
            List<Claim> claims = ClaimedMails.read(worker, workspaces(claimed), ids(claimed));
            List<Claim> empty = claims.stream().filter(Claim::isEmpty).toList();
            if (!empty.isEmpty()) {
                update(
                        worker,
                        NOTHING_TO_TELL,
                        empty.stream().map(it -> it.attempt().workspace()).toList(),
                        empty.stream().map(it -> it.attempt().id()).toList());
            }
            return claims.stream().filter(claim -> !claim.isEmpty()).toList();
        });
    }

    /** To be asked right before a mail is handed over; false: it is not this sender's to send any more. */
    boolean begin(Attempt attempt) {
        return transactions.call(worker -> begin(worker, attempt));
    }

    /** The same in a transaction of the caller's. */
    boolean begin(Connection worker, Attempt attempt) throws SQLException {
        return query(
                        worker,
                        BEGIN,
                        row -> row.flag("begun"),
                        clock.instant(),
                        attempt.workspace(),
                        attempt.id(),
                        config.lease().toMillis(),
                        attempt.workspace(),
                        attempt.id(),
                        attempt.token())
                .contains(true);
    }

    private static Key key(Row row) throws SQLException {
        return new Key(row.text("workspace_id"), row.uuid("id"), row.text("state"));
    }

    private static List<String> workspaces(List<Key> keys) {
        return keys.stream().map(Key::workspace).toList();
    }

    private static List<UUID> ids(List<Key> keys) {
        return keys.stream().map(Key::id).toList();
    }

    /** Literals, so that the planner finds the partial index. */
    private String claimable() {
        return config.resendUnknown() ? "'PENDING', 'RETRYING', 'UNKNOWN'" : "'PENDING', 'RETRYING'";
    }
}
