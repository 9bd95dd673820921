package io.sevenfold.cadence.queue;

import io.sevenfold.delivery.Subject;
import io.sevenfold.events.Moved;
import io.sevenfold.rest.Caller;
import io.sevenfold.rest.Page;
import io.sevenfold.rest.PageRequest;
import io.sevenfold.rest.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a rep has to do, now and on the coming days. Never ranked by the size of a deal (principle 7). */
@Path("/v1/queues/{repId}")
@Tag(name = "Queues")
@RolesAllowed({Roles.APP, Roles.REP, Roles.MANAGER, Roles.ADMIN})
public class QueueResource {

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
    public record Queue(
            UUID repId,
            LocalDate date,

            @Schema(
                    description =
                            "Of the whole queue, whatever the page shows; planned today: will be due once the day begins")
            QueueDay.Counts counts,

            @Schema(description = "A page of them, in order")
            List<QueueItem> touchpoints,

            @Schema(description = "Of what found no place today the first so many; all of it at /moved")
            List<MovedItem> moved,

            @Schema(description = "To be sent as ?cursor= for the next page of touchpoints; none on the last one")
            String nextCursor) {}

    /** How full the coming days are, as plans now stand (P5). */
    @Schema(name = "Load")
    public record Load(UUID repId, List<LoadOfDay> days) {}

    /** How many touchpoints are planned for a local date, and how many it holds: none where the rep does not work. */
    @Schema(name = "LoadOfDay")
    public record LoadOfDay(LocalDate date, int planned, int capacity) {}

    @GET
    @Transactional
    @Operation(
            summary = "A rep's queue",
            description =
                    "Replies owed first, the longest owed on top (principle 8); then what is overdue; then what is due"
                            + " today. On a later date: what is planned for it as plans now stand.")
    public Queue queue(
            @PathParam("repId") UUID repId,
            @QueryParam("date")
                    @Parameter(description = "A local date of the rep from today to 60 days ahead; today if left out")
                    LocalDate date,
            @BeanParam @Valid PageRequest page)
            throws SQLException {
        try (Connection connection = app.getConnection()) {
            QueueOwner owner = owner(connection, repId);
            QueueDay day = new QueueDay(connection, owner, owner.date(date));
            Page<QueueItem> items = day.items(page);
            List<Moved> moved = day.moved();
            List<MovedItem> firstMoved =
                    day.shown(moved.stream().limit(page.limit).toList());
            return new Queue(
                    repId, owner.date(date), day.counts(moved.size()), items.items(), firstMoved, items.nextCursor());
        }
    }

    @GET
    @Path("/moved")
    @Transactional
    @Operation(
            summary = "What found no place today, and why",
            description =
                    "In the order in which places are given (P5). After five such days the rep and the manager are asked"
                            + " to hand over, pause or end.")
    public Page<MovedItem> moved(@PathParam("repId") UUID repId, @BeanParam @Valid PageRequest page)
            throws SQLException {
        try (Connection connection = app.getConnection()) {
            QueueOwner owner = owner(connection, repId);
            QueueDay day = new QueueDay(connection, owner, owner.today());
            String after = page.after().orElse("");
            List<Moved> rest = day.moved().stream()
                    .filter(it -> place(it).compareTo(after) > 0)
                    .limit(page.fetch())
                    .toList();
            return Page.of(
                    day.shown(rest),
                    page,
                    it -> it.movedFrom() + "/" + it.touchpoint().id(),
                    it -> it);
        }
    }

    @GET
    @Path("/load")
    @Transactional
    @Operation(
            summary = "How full the coming days are",
            description = "Each date from tomorrow on, as plans now stand (P5).")
    public Load load(@PathParam("repId") UUID repId, @QueryParam("days") @DefaultValue("14") @Min(1) @Max(60) int days)
            throws SQLException {
        try (Connection connection = app.getConnection()) {
            QueueOwner owner = owner(connection, repId);
            return new Load(repId, new QueueDay(connection, owner, owner.today()).load(days));
        }
    }

    private QueueOwner owner(Connection connection, UUID repId) throws SQLException {
        return QueueOwner.find(connection, new Subject(caller.workspace(), repId), clock.instant());
    }

    /** Sorts as dates and ids do. */
    private static String place(Moved it) {
        return it.from() + "/" + it.touchpointId();
    }
}
