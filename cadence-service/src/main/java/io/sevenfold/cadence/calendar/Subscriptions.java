package io.sevenfold.cadence.calendar;

import static io.sevenfold.delivery.sql.Sql.query;
import static io.sevenfold.delivery.sql.Sql.update;

import io.sevenfold.cadence.plan.RepCalendars;
import io.sevenfold.delivery.Subject;
import io.sevenfold.events.Rep;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The reps' calendar feeds: each has at most one, and only its present address opens it. */
@ApplicationScoped
public class Subscriptions {

    private final String pages;

    /** @param pages where this service's pages are, as reps' browsers and calendar programs reach it */
    Subscriptions(@ConfigProperty(name = "sevenfold.links.pages-url") String pages) {
        this.pages = pages;
    }

    /** Makes one, or gives it a new address, and tells that; the old one leads nowhere from then on. */
    public String renew(Connection connection, Subject rep, Instant now) throws SQLException {
        FeedSecret secret = FeedSecret.fresh();
        update(connection, """
                insert into calendar_feed (workspace_id, rep_id, secret_hash, since) values (?, ?, ?, ?)
                on conflict (workspace_id, rep_id) do update set secret_hash = excluded.secret_hash, since = excluded.since""", rep.workspace(), rep.id(), secret.hash(), now);
        return new FeedAddress(rep.workspace(), secret).below(pages);
    }

    void end(Connection connection, Subject rep) throws SQLException {
        update(
                connection,
                "delete from calendar_feed where workspace_id = ? and rep_id = ?",
                rep.workspace(),
                rep.id());
    }

    /** Since when the present address holds; empty: there is none. */
    public Optional<Instant> since(Connection connection, Subject rep) throws SQLException {
        return query(
                        connection,
                        "select since from calendar_feed where workspace_id = ? and rep_id = ?",
                        row -> row.instant("since"),
                        rep.workspace(),
                        rep.id())
                .stream()
                .findFirst();
    }

    /** Whose calendar is there; empty: nobody's. */
    Optional<Rep> repAt(Connection connection, FeedAddress address) throws SQLException {
        return query(
                        connection,
                        """
                        select r.state from calendar_feed f join rep r on r.workspace_id = f.workspace_id and r.id = f.rep_id
                         where f.workspace_id = ? and f.secret_hash = ?""",
                        row -> RepCalendars.state(row.text("state")),
                        address.workspace(),
                        address.secret().hash())
                .stream()
                .findFirst();
    }
}
