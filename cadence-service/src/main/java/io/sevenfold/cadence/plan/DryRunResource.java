package io.sevenfold.cadence.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sevenfold.cadence.cadence.CadenceChange;
import io.sevenfold.cadence.cadence.CadenceFields;
import io.sevenfold.cadence.cadence.Defaults;
import io.sevenfold.cadence.planning.Cadence;
import io.sevenfold.rest.Caller;
import io.sevenfold.rest.MergePatch;
import io.sevenfold.rest.PageRequest;
import io.sevenfold.rest.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Changes of cadences, tried. Beside the plans, for it takes a planner to tell. */
@Path("/v1/cadences/{id}/dry-run")
@Tag(name = "Cadences")
@RolesAllowed({Roles.MANAGER, Roles.ADMIN})
public class DryRunResource {

    private final DataSource app;
    private final Caller caller;
    private final MergePatch json;
    private final Clock clock;

    DryRunResource(DataSource app, Caller caller, MergePatch json, Clock clock) {
        this.app = app;
        this.caller = caller;
        this.json = json;
        this.clock = clock;
    }

    @POST
    @Transactional
    @Operation(
            summary = "Try a change of a cadence",
            description =
                    "Takes the body of the change and shows what applying it would do to the active enrollments (P7), in"
                            + " the order of their ids. Nothing is changed.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CadenceFields.class)))
    @APIResponse(responseCode = "200", description = "A page of enrollments that would change, and how")
    @APIResponse(responseCode = "409", description = "As of the change; a stale version only where one was sent")
    @APIResponse(responseCode = "422", description = "As of the change")
    public DryRun dryRun(
            @PathParam("id") UUID id,
            @NotNull ObjectNode body,
            @HeaderParam("If-Match") String ifMatch,
            @BeanParam @Valid PageRequest page)
            throws SQLException {
        CadenceChange change = CadenceChange.readToTry(body, ifMatch, json);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try (Connection connection = app.getConnection()) {
            Defaults.copy(connection, List.of(caller.workspace()));
            Cadence version = change.outcome(change.newest(connection, caller.workspace(), id));
            return DryRun.of(connection, caller.workspace(), version, page, now);
        }
    }
}
