package io.sevenfold.notifier.sending;

import io.sevenfold.notifier.reminder.Occasion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;

/** Reads a claimed reminder's row. */
final class ClaimRow {

    /** SQL: the touchpoints that the reminder {@code r} announces. */
    static final String TOUCHPOINTS = """
            array(select distinct a.touchpoint_id from announcement a
                   where a.workspace_id = r.workspace_id and a.reminder_id = r.id and a.left_out is null) as touchpoint_ids""";

    private ClaimRow() {}

    static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                row.getString("workspace_id"),
                row.getObject("id", UUID.class),
                row.getLong("fencing_token"),
                row.getInt("attempts"),
                row.getObject("rep_id", UUID.class),
                Arrays.asList((UUID[]) row.getArray("touchpoint_ids").getArray()),
                Occasion.valueOf(row.getString("occasion")),
                row.getString("message_id"),
                row.getString("traceparent"));
    }
}
