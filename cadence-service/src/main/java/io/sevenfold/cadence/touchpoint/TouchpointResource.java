package io.sevenfold.cadence.touchpoint;

import io.sevenfold.cadence.plan.StoredTouchpoint;
import io.sevenfold.rest.Caller;
import io.sevenfold.rest.ProblemException;
import io.sevenfold.rest.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a person does with a touchpoint. Each call may be repeated; one that comes too late is told what happened. */
@Path("/v1/touchpoints/{id}")
@Tag(name = "Touchpoints")
@RolesAllowed({Roles.REP, Roles.MANAGER, Roles.ADMIN})
public class TouchpointResource {

    private final DataSource app;
    private final TouchpointActions actions;
    private final Caller caller;

    TouchpointResource(DataSource app, TouchpointActions actions, Caller caller) {
        this.app = app;
        this.actions = actions;
        this.caller = caller;
    }

    @GET
    @Transactional
    @RolesAllowed({Roles.APP, Roles.REP, Roles.MANAGER, Roles.ADMIN})
    @Operation(summary = "Read a touchpoint")
    public TouchpointView read(@PathParam("id") UUID id) throws SQLException {
        try (Connection connection = app.getConnection()) {
            return StoredTouchpoint.find(connection, caller.workspace(), id)
                    .map(TouchpointView::of)
                    .orElseThrow(() -> ProblemException.notFound("touchpoint", id));
        }
    }

    @POST
    @Path("/complete")
    @Operation(
            summary = "Done",
            description = "Completing a touchpoint is an interaction: it stands among the contact's interactions too.")
    public TouchpointView complete(@PathParam("id") UUID id, @Valid Completion body) throws SQLException {
        return TouchpointView.of(actions.complete(id, body == null ? Completion.PLAIN : body, Expected.ANYTHING));
    }

    @POST
    @Path("/skip")
    @Operation(
            summary = "Skip",
            description =
                    "The next step counts from the later of its date and the skipping. Of a reply owed: no answer is needed.")
    public TouchpointView skip(@PathParam("id") UUID id, @Valid Skip body) throws SQLException {
        return TouchpointView.of(actions.skip(id, body == null ? Skip.PLAIN : body, Expected.ANYTHING));
    }

    @POST
    @Path("/snooze")
    @Operation(summary = "Snooze", description = "It becomes due again on the first working day from that date on.")
    public TouchpointView snooze(@PathParam("id") UUID id, @Valid Snooze body) throws SQLException {
        if (body == null) {
            throw ProblemException.invalid("until", "must not be null");
        }
        return TouchpointView.of(actions.snooze(id, body, Expected.ANYTHING));
    }

    @POST
    @Path("/reschedule")
    @Operation(
            summary = "Reschedule",
            description =
                    "It is planned for that date, earlier or later than its gap says; the steps after it count from there."
                            + " One that is due and is given today stays due.")
    public TouchpointView reschedule(@PathParam("id") UUID id, @Valid Reschedule body) throws SQLException {
        if (body == null) {
            throw ProblemException.invalid("date", "must not be null");
        }
        return TouchpointView.of(actions.reschedule(id, body, Expected.ANYTHING));
    }
}
