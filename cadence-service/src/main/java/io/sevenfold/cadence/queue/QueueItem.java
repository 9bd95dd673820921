package io.sevenfold.cadence.queue;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.sevenfold.cadence.plan.StoredTouchpoint;
import io.sevenfold.cadence.touchpoint.TouchpointView;
import io.sevenfold.delivery.sql.Row;
import io.sevenfold.events.TouchpointState;
import java.sql.SQLException;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A touchpoint with whom it is about.
 *
 * @param plannedOn the date before what levelling did, which the order goes by; not shown
 */
@Schema(name = "QueueItem")
public record QueueItem(
        @JsonUnwrapped TouchpointView touchpoint,
        String contactName,
        String contactCompany,

        @Schema(description = "Released on an earlier day and still open")
        boolean overdue) {

    static QueueItem of(Row row, LocalDate today) throws SQLException {
        TouchpointView it = TouchpointView.of(StoredTouchpoint.read(row));
        boolean overdue = it.state() == TouchpointState.DUE
                && it.owedSince() == null
                && it.dueOn().isBefore(today);
        return new QueueItem(it, row.text("contact_name"), row.text("contact_company"), overdue);
    }
}
