package io.sevenfold.cadence.calendar;

import static io.sevenfold.delivery.sql.Sql.query;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** How the database answers a feed's question: as the request asks it, in its role, under its policy. */
public final class FeedQuery {

    private FeedQuery() {}

    public static String explained(String database, String workspace, UUID rep, LocalDate today) throws SQLException {
        try (Connection app = DriverManager.getConnection(database, "cadence_app", "cadence_app")) {
            query(app, "select set_config('app.workspace', ?, false)", row -> null, workspace);
            Instant back = Instant.parse(today.minusDays(FeedEntry.DAYS_BACK) + "T00:00:00Z");
            return String.join(
                    "\n",
                    query(
                            app,
                            "explain " + FeedEntry.ENTRIES,
                            row -> row.text("QUERY PLAN"),
                            workspace,
                            rep,
                            today.plusDays(FeedEntry.DAYS_AHEAD),
                            back,
                            workspace,
                            rep,
                            back,
                            workspace,
                            rep,
                            back));
        }
    }
}
