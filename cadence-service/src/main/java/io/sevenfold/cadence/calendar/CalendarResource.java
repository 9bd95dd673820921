package io.sevenfold.cadence.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sevenfold.cadence.plan.RepCalendars;
import io.sevenfold.delivery.Subject;
import io.sevenfold.rest.Caller;
import io.sevenfold.rest.ProblemException;
import io.sevenfold.rest.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The address of a rep's calendar: made, renewed and ended by the rep, a manager, an admin or an application. */
@Path("/v1/calendars/{repId}")
@Tag(name = "Calendars")
@RolesAllowed({Roles.APP, Roles.REP, Roles.MANAGER, Roles.ADMIN})
public class CalendarResource {

    private static final int CREATED = 201;

    private final DataSource app;
    private final Caller caller;
    private final Clock clock;
    private final Subscriptions subscriptions;

    CalendarResource(DataSource app, Caller caller, Clock clock, Subscriptions subscriptions) {
        this.app = app;
        this.caller = caller;
        this.clock = clock;
        this.subscriptions = subscriptions;
    }

    /** Whether a rep has a calendar to subscribe to. */
    @Schema(name = "Calendar")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Calendar(
            UUID repId,
            boolean active,

            @Schema(description = "When its present address was made")
            Instant since,

            @Schema(description = "Its address: told once, when it is made. Who has it can read the calendar")
            String url) {}

    @GET
    @Transactional
    @Operation(summary = "Whether a rep has a calendar to subscribe to", description = "Its address is not told again.")
    public Calendar read(@PathParam("repId") UUID repId) throws SQLException {
        try (Connection connection = app.getConnection()) {
            return subscriptions
                    .since(connection, rep(connection, repId))
                    .map(since -> new Calendar(repId, true, since, null))
                    .orElse(new Calendar(repId, false, null, null));
        }
    }

    @POST
    @Transactional
    @Operation(
            summary = "Make a rep's calendar, or give it a new address",
            description = "The address is told once. The one before, if there was one, leads nowhere from now on.")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = Calendar.class)))
    public Response renew(@PathParam("repId") UUID repId) throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try (Connection connection = app.getConnection()) {
            String url = subscriptions.renew(connection, rep(connection, repId), now);
            return Response.status(CREATED)
                    .header("Cache-Control", "no-store")
                    .entity(new Calendar(repId, true, now, url))
                    .build();
        }
    }

    @DELETE
    @Transactional
    @Operation(summary = "End a rep's calendar", description = "Its address leads nowhere from now on.")
    public void end(@PathParam("repId") UUID repId) throws SQLException {
        try (Connection connection = app.getConnection()) {
            subscriptions.end(connection, rep(connection, repId));
        }
    }

    /** @throws ProblemException 403 where it is not the caller's to decide, 404 where nobody here knows the rep */
    private Subject rep(Connection connection, UUID repId) throws SQLException {
        if (!caller.actsOnAll() && !caller.has(Roles.APP) && !caller.is(repId)) {
            throw ProblemException.forbidden("A calendar is the rep's own; of others only managers decide.");
        }
        RepCalendars.find(connection, caller.workspace(), repId)
                .orElseThrow(() -> ProblemException.notFound("rep", repId));
        return new Subject(caller.workspace(), repId);
    }
}
