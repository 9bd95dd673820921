package io.sevenfold.cadence.queue;

import static io.sevenfold.cadence.sql.Sql.query;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.sevenfold.cadence.plan.RepCalendars;
import io.sevenfold.cadence.plan.StoredTouchpoint;
import io.sevenfold.cadence.sql.Row;
import io.sevenfold.cadence.touchpoint.TouchpointView;
import io.sevenfold.rest.Caller;
import io.sevenfold.rest.ProblemException;
import io.sevenfold.rest.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a rep has to do now. Never ranked by the size of a deal (principle 7). */
@Path("/v1/queues")
@Tag(name = "Queues")
@RolesAllowed({Roles.APP, Roles.REP, Roles.MANAGER, Roles.ADMIN})
public class QueueResource {

    private static final String DUE = """
            select t.*, c.name as contact_name, c.company as contact_company
              from touchpoint t
              join contact c on c.workspace_id = t.workspace_id and c.id = t.contact_id
             where t.workspace_id = ? and t.owner_id = ? and t.state = 'DUE'
             order by t.kind <> 'REPLY_OWED', t.owed_since, t.due_on, t.planned_on, t.id""";

    private final DataSource app;
    private final Caller caller;
    private final Clock clock;

    QueueResource(DataSource app, Caller caller, Clock clock) {
        this.app = app;
        this.caller = caller;
        this.clock = clock;
    }

    /** A rep's queue on a local date of theirs. */
    @Schema(name = "Queue")
    public record Queue(UUID repId, LocalDate date, List<Item> touchpoints) {}

    /** A due touchpoint with whom it is about. */
    @Schema(name = "QueueItem")
    public record Item(
            @JsonUnwrapped TouchpointView touchpoint,
            String contactName,
            String contactCompany,

            @Schema(description = "Released on an earlier day and still open")
            boolean overdue) {}

    @GET
    @Path("/{repId}")
    @Transactional
    @Operation(
            summary = "A rep's queue",
            description =
                    "Replies owed first, the longest owed on top (principle 8); then what is overdue; then what is due today.")
    public Queue queue(@PathParam("repId") UUID repId) throws SQLException {
        try (Connection connection = app.getConnection()) {
            LocalDate today = RepCalendars.find(connection, caller.workspace(), repId)
                    .orElseThrow(() -> ProblemException.notFound("rep", repId))
                    .dateOf(clock.instant());
            return new Queue(repId, today, query(connection, DUE, row -> item(row, today), caller.workspace(), repId));
        }
    }

    private static Item item(Row row, LocalDate today) throws SQLException {
        TouchpointView touchpoint = TouchpointView.of(StoredTouchpoint.read(row));
        boolean overdue = touchpoint.owedSince() == null && touchpoint.dueOn().isBefore(today);
        return new Item(touchpoint, row.text("contact_name"), row.text("contact_company"), overdue);
    }
}
