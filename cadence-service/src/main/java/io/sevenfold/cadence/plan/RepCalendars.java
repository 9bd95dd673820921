package io.sevenfold.cadence.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sevenfold.cadence.planning.RepCalendar;
import io.sevenfold.cadence.sql.Row;
import io.sevenfold.cadence.sql.Sql;
import io.sevenfold.delivery.EventJson;
import io.sevenfold.events.Rep;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** The calendars of the reps known here. */
public final class RepCalendars {

    private RepCalendars() {}

    /** @param rep may be null: nobody */
    public static Optional<RepCalendar> find(Connection connection, String workspace, UUID rep) throws SQLException {
        return rep(connection, workspace, rep).map(RepCalendar::of);
    }

    /** The rep whose calendar that is. */
    public static Optional<Rep> rep(Connection connection, String workspace, UUID rep) throws SQLException {
        return Sql.query(
                        connection,
                        "select state from rep where workspace_id = ? and id = ?",
                        RepCalendars::read,
                        workspace,
                        rep)
                .stream()
                .findFirst();
    }

    private static Rep read(Row row) throws SQLException {
        try {
            return EventJson.mapper().readValue(row.text("state"), Rep.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
