package io.sevenfold.cadence.inbound;

import static io.sevenfold.delivery.sql.Sql.update;

import io.sevenfold.delivery.Subject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Removes all that is kept of a contact. */
final class Forgetting {

    private static final List<String> TABLES = List.of(
            "interaction",
            "enrollment",
            "decision",
            "release",
            "passed_over",
            "plan",
            "touchpoint",
            "connection",
            "replan_request",
            "hand_over",
            "enrollment_job_item");

    private Forgetting() {}

    static void forget(Connection connection, Subject contact) throws SQLException {
        update(connection, """
                delete from persistence where workspace_id = ?
                   and enrollment_id in (select id from enrollment where workspace_id = ? and contact_id = ?)""", contact.workspace(), contact.workspace(), contact.id());
        for (String table : TABLES) {
            update(
                    connection,
                    "delete from " + table + " where workspace_id = ? and contact_id = ?",
                    contact.workspace(),
                    contact.id());
        }
        update(connection, "delete from contact where workspace_id = ? and id = ?", contact.workspace(), contact.id());
    }
}
