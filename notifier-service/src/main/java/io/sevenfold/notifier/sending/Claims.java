package io.sevenfold.notifier.sending;

import io.sevenfold.delivery.WorkerTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Who may send which reminder. A claim is a lease by the database's clock with a fencing token; of any number of senders, in
 * any number of processes, each reminder is with one.
 */
@ApplicationScoped
public class Claims {

    /**
     * What need not be sent any more (N4): a warning once the clock has ended, too. A reply owed is mailed also where the contact must not be
     * contacted.
     */
    private static final String OBSOLETE = """
            (r.due is null
             or exists (select from touchpoint t where t.workspace_id = r.workspace_id and t.id = r.touchpoint_id
                         and (r.round <= t.finished_round or r.round < t.due_round))
             or exists (select from contact c where c.workspace_id = r.workspace_id and c.id = r.contact_id
                         and r.kind <> 'REPLY_OWED' and (c.do_not_contact or r.channel = any(c.opted_out_channels)))
             or exists (select from ended_subject e where e.workspace_id = r.workspace_id
                         and e.subject_id in (r.contact_id, r.rep_id) and e.merged_into is null)
             or (r.occasion = 'WARNING' and r.send_from <= ?::timestamptz - interval '1 hour'))""";

    /** Leaves out what is obsolete and waits for what is not known yet: the rep, the contact and, for a minute, what they wrote. */
    private static final String CLAIM = """
            with picked as (
              select r.workspace_id, r.id, n4.obsolete
                from reminder r
                left join rep on rep.workspace_id = r.workspace_id and rep.id = r.rep_id
                left join contact c on c.workspace_id = r.workspace_id and c.id = r.contact_id
               cross join lateral (select\s""" + OBSOLETE + """
               as obsolete) n4
               where r.state in (%s) and r.send_from <= ? and r.next_attempt_at <= clock_timestamp()
                 and (n4.obsolete or rep.id is not null and c.id is not null
                      and (r.kind <> 'REPLY_OWED' or r.created_at < clock_timestamp() - interval '1 minute'
                           or exists (select from interaction i
                                       where i.workspace_id = r.workspace_id and i.contact_id = r.contact_id
                                         and i.direction = 'INBOUND' and not i.removed)))
               order by r.send_from, r.next_attempt_at limit ? for update of r skip locked
            ), claimed as (
              update reminder r
                 set state = case when p.obsolete then 'CANCELLED' else 'SENDING' end,
                     fencing_token = nextval('fencing_token'), begun = false,
                     lease_until = clock_timestamp() + ? * interval '1 millisecond',
                     message_id = coalesce(r.message_id, '<' || r.id || '.' || r.round || '@' || ? || '>'),
                     mail_date = coalesce(r.mail_date, ?)
                from picked p where r.workspace_id = p.workspace_id and r.id = p.id
              returning r.*
            )
            select r.*, rep.name as rep_name, rep.email as rep_email, rep.locale, rep.time_zone as rep_zone,
                   c.name, c.email, c.phone, c.company, c.title, c.time_zone, c.do_not_contact,
                   last.id as last_id, last.rep_id as last_rep, last_rep.name as last_rep_name,
                   last.direction as last_direction, last.channel as last_channel, last.outcome as last_outcome,
                   last.occurred_at as last_at, last.gave as last_gave, last.note as last_note,
                   theirs.id as theirs_id, theirs.rep_id as theirs_rep, theirs_rep.name as theirs_rep_name,
                   theirs.direction as theirs_direction, theirs.channel as theirs_channel,
                   theirs.outcome as theirs_outcome, theirs.occurred_at as theirs_at, theirs.gave as theirs_gave,
                   theirs.note as theirs_note, owing.name as owing_name,
                   coalesce(t.answer_by, (r.due ->> 'answerBy')::timestamptz) as answer_by
              from claimed r
              join rep on rep.workspace_id = r.workspace_id and rep.id = r.rep_id
              join contact c on c.workspace_id = r.workspace_id and c.id = r.contact_id
              left join touchpoint t on t.workspace_id = r.workspace_id and t.id = r.touchpoint_id
              left join rep owing on owing.workspace_id = r.workspace_id and owing.id = (r.due ->> 'repId')::uuid
              left join lateral (
                select * from interaction i
                 where i.workspace_id = r.workspace_id and i.contact_id = r.contact_id and not i.removed
                 order by i.occurred_at desc, i.direction desc, i.id desc limit 1) last on true
              left join lateral (
                select * from interaction i
                 where i.workspace_id = r.workspace_id and i.contact_id = r.contact_id and not i.removed
                   and i.direction = 'INBOUND' and i.outcome <> 'AUTO_REPLY'
                 order by i.occurred_at desc, i.id desc limit 1) theirs on true
              left join rep last_rep on last_rep.workspace_id = r.workspace_id and last_rep.id = last.rep_id
              left join rep theirs_rep on theirs_rep.workspace_id = r.workspace_id and theirs_rep.id = theirs.rep_id
             where r.state = 'SENDING'""";

    /** Renews the lease; refused where it ran out, or where the reminder was cancelled, deferred or became obsolete meanwhile. */
    private static final String BEGIN = """
            update reminder r set begun = true, attempts = attempts + 1,
                   lease_until = clock_timestamp() + ? * interval '1 millisecond'
             where workspace_id = ? and id = ? and fencing_token = ? and state = 'SENDING'
               and lease_until > clock_timestamp() and send_from <= ? and not\s""" + OBSOLETE;

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

    /** Claims some of what is due, over all workspaces; empty where nothing is. */
    List<Claim> claim() {
        return transactions.call(worker -> {
            try (PreparedStatement sql = worker.prepareStatement(CLAIM.formatted(claimable()))) {
                OffsetDateTime now = now();
                sql.setObject(1, now);
                sql.setObject(2, now);
                sql.setInt(3, config.batch());
                sql.setLong(4, config.lease().toMillis());
                sql.setString(5, smtp.domain());
                sql.setObject(6, now);
                List<Claim> claims = new ArrayList<>();
                try (ResultSet found = sql.executeQuery()) {
                    while (found.next()) {
                        claims.add(ClaimRow.read(found));
                    }
                }
                return claims;
            }
        });
    }

    /** To be asked right before a mail is handed over; false: it is not this sender's to send any more. */
    boolean begin(Attempt attempt) {
        return transactions.call(worker -> begin(worker, attempt));
    }

    /** In a transaction of the caller's. */
    boolean begin(Connection worker, Attempt attempt) throws SQLException {
        try (PreparedStatement sql = worker.prepareStatement(BEGIN)) {
            sql.setLong(1, config.lease().toMillis());
            sql.setString(2, attempt.workspace());
            sql.setObject(3, attempt.id());
            sql.setLong(4, attempt.token());
            sql.setObject(5, now());
            sql.setObject(6, now());
            return sql.executeUpdate() == 1;
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** Literals, so that the planner finds the partial index. */
    private String claimable() {
        return config.resendUnknown() ? "'PENDING', 'RETRYING', 'UNKNOWN'" : "'PENDING', 'RETRYING'";
    }
}
