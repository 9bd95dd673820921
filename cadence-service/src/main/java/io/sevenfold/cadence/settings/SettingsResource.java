package io.sevenfold.cadence.settings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sevenfold.cadence.cadence.Cadences;
import io.sevenfold.cadence.cadence.Defaults;
import io.sevenfold.cadence.cadence.Occasion;
import io.sevenfold.cadence.cadence.Settings;
import io.sevenfold.cadence.cadence.SettingsTable;
import io.sevenfold.cadence.cadence.StoredCadence;
import io.sevenfold.cadence.cadence.WorkspaceLock;
import io.sevenfold.cadence.plan.Replanning;
import io.sevenfold.rest.Caller;
import io.sevenfold.rest.MergePatch;
import io.sevenfold.rest.ProblemException;
import io.sevenfold.rest.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** {@code /v1/settings}. */
@Path("/v1/settings")
@Tag(name = "Settings")
@RolesAllowed({Roles.APP, Roles.REP, Roles.MANAGER, Roles.ADMIN})
public class SettingsResource {

    private static final String EXAMPLE = """
            {
              "version": 1,
              "week": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY"],
              "restAfterNo": 15,
              "onNew": "none",
              "afterWon": "none",
              "afterLost": "none",
              "afterCompleted": "none"
            }""";

    private final DataSource app;
    private final Caller caller;
    private final MergePatch json;
    private final Clock clock;

    SettingsResource(DataSource app, Caller caller, MergePatch json, Clock clock) {
        this.app = app;
        this.caller = caller;
        this.json = json;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Operation(summary = "Read the workspace's settings")
    public RestResponse<SettingsView> read() throws SQLException {
        try (Connection connection = app.getConnection()) {
            Defaults.copy(connection, List.of(caller.workspace()));
            return respond(SettingsTable.present(connection, caller.workspace()));
        }
    }

    @PUT
    @Transactional
    @RolesAllowed({Roles.MANAGER, Roles.ADMIN})
    @Operation(
            summary = "Change the workspace's settings",
            description =
                    "All of them. Send the version you read, in the body or as If-Match. With another week or rest all"
                            + " contacts are planned anew, soon and in batches. Which cadence starts holds from now on: what followed"
                            + " before stays, also when what it followed is told late (P11).")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SettingsFields.class),
                            examples = @ExampleObject(name = "nothing starts by itself", value = EXAMPLE)))
    @APIResponse(responseCode = "200", description = "As they are now")
    @APIResponse(responseCode = "409", description = "stale-version (names the currentVersion)")
    @APIResponse(responseCode = "422", description = "unknown-cadence, cadence-retired, or a rule: T3, principle 1, 6")
    public RestResponse<SettingsView> change(@NotNull ObjectNode body, @HeaderParam("If-Match") String ifMatch)
            throws SQLException {
        long expected = MergePatch.expectedVersion(body, ifMatch);
        SettingsFields fields = json.apply(SettingsFields.UNSAID, body, SettingsFields.class);
        try (Connection connection = app.getConnection()) {
            WorkspaceLock.hold(connection, caller.workspace());
            Defaults.copy(connection, List.of(caller.workspace()));
            Settings present = SettingsTable.present(connection, caller.workspace());
            Settings wanted = fields.settings(present.version() + 1, notBefore(present.since()), caller.name());
            if (wanted.sameAs(present)) {
                return respond(present);
            }
            if (expected != present.version()) {
                throw MergePatch.stale(expected, present.version());
            }
            for (Map.Entry<Occasion, UUID> start : wanted.starts().entrySet()) {
                checkStart(connection, start.getKey(), start.getValue());
            }
            SettingsTable.keep(connection, caller.workspace(), wanted);
            if (!wanted.week().equals(present.week())) {
                Replanning.request(connection, caller.workspace());
            }
            return respond(wanted);
        }
    }

    private void checkStart(Connection connection, Occasion occasion, UUID id) throws SQLException {
        StoredCadence cadence = Cadences.newest(connection, caller.workspace(), id)
                .orElseThrow(() -> ProblemException.refused(
                        "unknown-cadence", occasion.setting(), "There is no cadence " + id + "."));
        if (cadence.cadence().purpose() != occasion.purpose()) {
            throw ProblemException.rule(
                    occasion.rule(),
                    occasion.setting(),
                    "It starts a cadence for '" + occasion.purpose() + "'; this one is for '"
                            + cadence.cadence().purpose() + "'.");
        }
        if (cadence.isRetired()) {
            throw ProblemException.refused(
                    "cadence-retired", occasion.setting(), "It was retired at " + cadence.retiredAt() + ".");
        }
    }

    private static RestResponse<SettingsView> respond(Settings settings) {
        return ResponseBuilder.ok(SettingsView.of(settings))
                .tag(new EntityTag(Integer.toString(settings.version())))
                .build();
    }

    /** Now, as the database keeps instants. */
    private Instant notBefore(Instant present) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return now.isBefore(present) ? present : now;
    }
}
