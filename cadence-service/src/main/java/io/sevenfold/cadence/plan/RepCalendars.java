package io.sevenfold.cadence.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sevenfold.cadence.planning.RepCalendar;
import io.sevenfold.delivery.EventJson;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.sql.Sql;
import io.sevenfold.events.Rep;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
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
                        row -> state(row.text("state")),
                        workspace,
                        rep)
                .stream()
                .findFirst();
    }

    /** Of those of these reps that are known here, by one query. */
    public static Map<Subject, RepCalendar> of(Connection connection, Collection<Subject> reps) throws SQLException {
        Map<Subject, RepCalendar> calendars = new HashMap<>();
        Sql.query(
                connection,
                "select workspace_id, id, state from rep"
                        + " join unnest(?::text[], ?::uuid[]) as wanted(workspace_id, id) using (workspace_id, id)",
                row -> calendars.put(row.subject("id"), read(row.text("state"))),
                reps.stream().map(Subject::workspace).toList(),
                reps.stream().map(Subject::id).toList());
        return calendars;
    }

    /** @param state as the column keeps it */
    public static RepCalendar read(String state) {
        return RepCalendar.of(state(state));
    }

    /** @param column as it is kept */
    public static Rep state(String column) {
        try {
            return EventJson.mapper().readValue(column, Rep.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
