package io.sevenfold.notifier.sending;

import static io.sevenfold.delivery.sql.Sql.query;
import static io.sevenfold.delivery.sql.Sql.update;

import io.sevenfold.notifier.mail.ReminderFacts.Recipient;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Addresses that refuse our mail for good. After three refusals in a row an address bounces: then one mail a day is tried (the digest
 * or, where none comes, what waits), so that a mended mailbox heals by itself, and the rep's manager is told once.
 */
public final class Mailboxes {

    private static final Logger LOG = Logger.getLogger(Mailboxes.class);

    private static final int BOUNCES_AT = 3;

    private static final String REFUSED = """
            insert into mailbox as m (workspace_id, rep_id, email, refusals, refused_at, answer)
            select workspace_id, id, email, 1, clock_timestamp(), ? from rep where workspace_id = ? and id = ? and email = ?
            on conflict (workspace_id, rep_id) do update set
              refusals = case when m.email = excluded.email then m.refusals + 1 else 1 end,
              bouncing_since = case when m.email = excluded.email and m.refusals + 1 >= ? then coalesce(m.bouncing_since, ?) end,
              email = excluded.email, refused_at = excluded.refused_at, answer = excluded.answer
            returning refusals""";

    private static final String TELL_MANAGER = """
            insert into reminder (workspace_id, id, rep_id, occasion, send_from, about_rep_id)
            select workspace_id, gen_random_uuid(), manager_id, 'BOUNCING', ?, id
              from rep where workspace_id = ? and id = ? and manager_id <> id""";

    private Mailboxes() {}

    /** SQL: whether the address bounces of the rep whom the row of that alias is to. */
    public static String bounces(String alias) {
        return """
            exists (select from mailbox m join rep owner on owner.workspace_id = m.workspace_id and owner.id = m.rep_id
                                                        and owner.email = m.email
                     where m.workspace_id = %1$s.workspace_id and m.rep_id = %1$s.rep_id
                       and m.bouncing_since is not null""".formatted(alias) + ")";
    }

    /** SQL: the same, and it has refused a mail within a day. */
    public static String rests(String alias) {
        String bounces = bounces(alias);
        return bounces.substring(0, bounces.length() - 1) + " and m.refused_at > clock_timestamp() - interval '1 day')";
    }

    /** SQL: begins a statement that ends it, as the address took a mail. Its parameters: workspace, rep, address. */
    static final String TAKEN =
            "with taken as (delete from mailbox where workspace_id = ? and rep_id = ? and email = ?)\n";

    /** The address refused a mail for good. */
    static void refused(Connection worker, Handed handed, Instant now) throws SQLException {
        String workspace = handed.attempt().workspace();
        Recipient rep = handed.claim().facts().rep();
        List<Long> refusals = query(
                worker,
                REFUSED,
                row -> row.number("refusals"),
                handed.outcome().answer(),
                workspace,
                rep.id(),
                rep.email(),
                BOUNCES_AT,
                now);
        if (refusals.contains((long) BOUNCES_AT)) {
            LOG.warnf(
                    "The address of rep %s bounces: %s",
                    rep.id(), handed.outcome().answer());
            update(worker, TELL_MANAGER, now, workspace, rep.id());
        }
    }
}
