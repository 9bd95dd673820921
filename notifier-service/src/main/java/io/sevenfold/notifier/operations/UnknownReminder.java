package io.sevenfold.notifier.operations;

import io.sevenfold.delivery.sql.Row;
import io.sevenfold.notifier.reminder.Occasion;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * A mail of which nobody knows whether it arrived (N7).
 *
 * @param unknownSince when it was handed over; at most a lease later, where its sender died
 * @param messageId by which the mail server's log knows it
 * @param lastAnswer what the server last said, without its words, or what happened instead
 */
record UnknownReminder(
        UUID id,
        String workspace,
        UUID repId,
        Occasion occasion,
        Instant unknownSince,
        String messageId,
        String lastAnswer,
        int attempts) {

    static UnknownReminder of(Row row) throws SQLException {
        return new UnknownReminder(
                row.uuid("id"),
                row.text("workspace_id"),
                row.uuid("rep_id"),
                row.constant("occasion", Occasion.class),
                row.instant("ended_at"),
                row.text("message_id"),
                row.text("last_answer"),
                row.integer("attempts"));
    }
}
