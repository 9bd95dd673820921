package io.sevenfold.notifier.preference;

import static io.sevenfold.delivery.sql.Sql.query;
import static io.sevenfold.delivery.sql.Sql.update;

import io.sevenfold.delivery.sql.Row;
import io.sevenfold.rest.Caller;
import io.sevenfold.rest.ProblemException;
import io.sevenfold.rest.links.Link.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;

/** The preferences of the caller's workspace. What is in no mail yet follows them from the next gathering on. */
@ApplicationScoped
public class Preferences {

    private static final String FIND = """
            select p.* from rep left join preference p on p.workspace_id = rep.workspace_id and p.rep_id = rep.id
             where rep.workspace_id = ? and rep.id = ?""";

    private static final String KEEP = """
            insert into preference (workspace_id, rep_id, mails, team_digest, changed_at, changed_by)
            values (?, ?, ?, ?, ?, ?)
            on conflict (workspace_id, rep_id) do update set
              mails = excluded.mails, team_digest = excluded.team_digest,
              changed_at = excluded.changed_at, changed_by = excluded.changed_by
            where (preference.mails, preference.team_digest) <> (excluded.mails, excluded.team_digest)""";

    /** What waited for a digest is looked at anew: perhaps none comes any more. */
    private static final String GATHER_ANEW = """
            update announcement set by_digest = false
             where workspace_id = ? and rep_id = ? and reminder_id is null and left_out is null and by_digest""";

    private final DataSource app;
    private final Caller caller;
    private final Clock clock;

    Preferences(DataSource app, Caller caller, Clock clock) {
        this.app = app;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Fewer mails for the rep whom the caller speaks for: of replies owed only, or nothing about their team. Within a transaction.
     *
     * @throws ProblemException 404 where there is no such rep
     */
    public void unsubscribe(Purpose purpose) {
        wish(purpose, Mails.REPLIES_ONLY, false);
    }

    /** Takes that back: the mails are as for who never wished anything. */
    public void resubscribe(Purpose purpose) {
        wish(purpose, Mails.DIGEST, true);
    }

    /** The one or the other; the rest stays as it is. */
    private void wish(Purpose purpose, Mails mails, boolean teamDigest) {
        UUID rep = caller.repId().orElseThrow(() -> ProblemException.forbidden("Only a rep can unsubscribe."));
        PreferenceView present = of(rep);
        change(
                rep,
                purpose == Purpose.UNSUBSCRIBE_TEAM
                        ? new PreferenceFields(present.mails(), teamDigest)
                        : new PreferenceFields(mails, present.teamDigest()));
    }

    PreferenceView of(UUID rep) {
        try (Connection connection = app.getConnection()) {
            return find(connection, rep);
        } catch (SQLException e) {
            throw new IllegalStateException("Preferences cannot be read", e);
        }
    }

    PreferenceView change(UUID rep, PreferenceFields wanted) {
        try (Connection connection = app.getConnection()) {
            find(connection, rep);
            update(
                    connection,
                    KEEP,
                    caller.workspace(),
                    rep,
                    wanted.mails(),
                    wanted.teamDigest(),
                    clock.instant(),
                    caller.name());
            update(connection, GATHER_ANEW, caller.workspace(), rep);
            return find(connection, rep);
        } catch (SQLException e) {
            throw new IllegalStateException("Preferences cannot be written", e);
        }
    }

    private PreferenceView find(Connection connection, UUID rep) throws SQLException {
        return query(connection, FIND, row -> view(row, rep), caller.workspace(), rep).stream()
                .findAny()
                .orElseThrow(() -> ProblemException.notFound("rep", rep));
    }

    private static PreferenceView view(Row row, UUID rep) throws SQLException {
        return row.uuid("rep_id") == null
                ? PreferenceView.byDefault(rep)
                : new PreferenceView(
                        rep,
                        row.constant("mails", Mails.class),
                        row.flag("team_digest"),
                        row.instant("changed_at"),
                        row.text("changed_by"));
    }
}
