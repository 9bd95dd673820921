package io.sevenfold.cadence.plan;

import io.sevenfold.cadence.planning.PlannedTouchpoint;
import io.sevenfold.delivery.sql.Row;
import io.sevenfold.delivery.sql.Sql;
import io.sevenfold.events.Channel;
import io.sevenfold.events.Intent;
import io.sevenfold.events.TouchpointKind;
import io.sevenfold.events.TouchpointState;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A touchpoint as it was last derived, with what only storing it knows: how often it became due, and when last.
 *
 * @param round how often it became due (N1)
 * @param dueSince when it last did: the date of whose it was then; null: it never did
 */
public record StoredTouchpoint(PlannedTouchpoint touchpoint, UUID contactId, int round, LocalDate dueSince) {

    /** Who is to do it, or was when it was closed: the contact's owner, or in their absence who covers (P9). */
    public UUID ownerId() {
        return touchpoint.repId();
    }

    /** The touchpoint of that id, if the workspace has it. */
    public static Optional<StoredTouchpoint> find(Connection connection, String workspace, UUID id)
            throws SQLException {
        return Sql.query(
                        connection,
                        "select * from touchpoint where workspace_id = ? and id = ?",
                        StoredTouchpoint::read,
                        workspace,
                        id)
                .stream()
                .findFirst();
    }

    /** From a row that has all columns of the table. */
    public static StoredTouchpoint read(Row row) throws SQLException {
        return new StoredTouchpoint(
                new PlannedTouchpoint(
                        row.uuid("id"),
                        row.uuid("enrollment_id"),
                        row.integer("step"),
                        row.constant("kind", TouchpointKind.class),
                        row.constant("state", TouchpointState.class),
                        row.constant("channel", Channel.class),
                        row.constant("intent", Intent.class),
                        row.text("guidance"),
                        row.date("due_on"),
                        row.date("planned_on"),
                        StoredReasons.read(row.text("reasons")),
                        row.flag("next"),
                        row.instant("closed_at"),
                        row.uuid("closed_by"),
                        row.instant("owed_since"),
                        row.instant("answer_by"),
                        row.uuid("owner_id"),
                        row.text("basis")),
                row.uuid("contact_id"),
                row.integer("round"),
                row.date("due_since"));
    }
}
