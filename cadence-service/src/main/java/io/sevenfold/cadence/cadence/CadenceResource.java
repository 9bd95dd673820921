package io.sevenfold.cadence.cadence;

import static io.sevenfold.cadence.cadence.CadenceParameters.flag;
import static io.sevenfold.cadence.cadence.CadenceParameters.purpose;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sevenfold.cadence.cadence.CadenceWrites.Written;
import io.sevenfold.events.Purpose;
import io.sevenfold.rest.Caller;
import io.sevenfold.rest.MergePatch;
import io.sevenfold.rest.Page;
import io.sevenfold.rest.PageRequest;
import io.sevenfold.rest.ProblemException;
import io.sevenfold.rest.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
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
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** {@code /v1/cadences}. */
@Path("/v1/cadences")
@Tag(name = "Cadences")
@RolesAllowed({Roles.APP, Roles.REP, Roles.MANAGER, Roles.ADMIN})
public class CadenceResource {

    private final DataSource app;
    private final Caller caller;
    private final MergePatch json;
    private final Clock clock;

    CadenceResource(DataSource app, Caller caller, MergePatch json, Clock clock) {
        this.app = app;
        this.caller = caller;
        this.json = json;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Operation(summary = "List cadences", description = "By id, each at its newest version.")
    public Page<CadenceView> list(
            @QueryParam("purpose")
                    @Parameter(description = "Only those for this", schema = @Schema(implementation = Purpose.class))
                    String purpose,
            @QueryParam("retired")
                    @DefaultValue("false")
                    @Parameter(
                            description = "Whether to list retired ones too",
                            schema = @Schema(implementation = Boolean.class))
                    String retired,
            @BeanParam @Valid PageRequest page)
            throws SQLException {
        try (Connection connection = app.getConnection()) {
            Defaults.copy(connection, List.of(caller.workspace()));
            List<StoredCadence> found =
                    Cadences.page(connection, caller.workspace(), purpose(purpose), flag("retired", retired), page);
            return Page.of(found, page, it -> it.cadence().id().toString(), CadenceView::of);
        }
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(
            summary = "Read a cadence",
            description = "With all its versions: the newest whole, or the one asked for.")
    public RestResponse<CadenceView> read(
            @PathParam("id") UUID id,
            @QueryParam("version") @Parameter(description = "The newest if left out") Integer version)
            throws SQLException {
        try (Connection connection = app.getConnection()) {
            Defaults.copy(connection, List.of(caller.workspace()));
            List<StoredCadence> versions = Cadences.versions(connection, caller.workspace(), id);
            return versions.stream()
                    .filter(it -> version == null || it.cadence().version() == version)
                    .findFirst()
                    .map(it -> respond(Status.OK, CadenceView.of(it, versions)).build())
                    .orElseThrow(() -> ProblemException.notFound(
                            version == null ? "cadence" : "version " + version + " of a cadence", id));
        }
    }

    @POST
    @Transactional
    @RolesAllowed({Roles.MANAGER, Roles.ADMIN})
    @Operation(
            summary = "Create a cadence",
            description =
                    "With an id of the caller's the request can be repeated: it then answers 200 with what it created.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CadenceFields.class),
                            examples = @ExampleObject(name = "five touches", value = CadenceExamples.CREATE)))
    @APIResponse(responseCode = "201", description = "Created")
    @APIResponse(responseCode = "200", description = "The same request created it before")
    @APIResponse(responseCode = "409", description = "id-taken")
    @APIResponse(
            responseCode = "422",
            description = "unknown-variable (lists the known), or a rule: principle 1, 4, T3, P3, P7")
    public RestResponse<CadenceView> create(@Valid @NotNull CadenceFields body) throws SQLException {
        try (Connection connection = app.getConnection()) {
            Written written = CadenceWrites.hold(connection, caller, now()).create(body);
            CadenceView cadence = CadenceView.of(written.cadence());
            return respond(written.created() ? Status.CREATED : Status.OK, cadence)
                    .location(URI.create("/v1/cadences/" + cadence.id()))
                    .build();
        }
    }

    @PUT
    @Path("{id}")
    @Transactional
    @RolesAllowed({Roles.MANAGER, Roles.ADMIN})
    @Operation(
            summary = "Change a cadence",
            description =
                    "Makes a new version, for whom is started from now on. Send the version you read, in the body or as"
                            + " If-Match. Active enrollments stay on theirs, unless you ask to apply it: then what is not yet due of"
                            + " them changes, step by step as named by the keys (P7), soon and in batches.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CadenceFields.class),
                            examples = @ExampleObject(name = "calmer", value = CadenceExamples.CHANGE)))
    @APIResponse(responseCode = "200", description = "The newest version; the same where it said all this already")
    @APIResponse(responseCode = "409", description = "stale-version (names the currentVersion), cadence-retired")
    @APIResponse(
            responseCode = "422",
            description = "unknown-variable, purpose-fixed, or a rule: principle 1, 4, T3, P3, P7")
    public RestResponse<CadenceView> change(
            @PathParam("id") UUID id,
            @QueryParam("apply")
                    @DefaultValue("false")
                    @Parameter(
                            description = "Whether active enrollments are to go on by the new version",
                            schema = @Schema(implementation = Boolean.class))
                    String apply,
            @NotNull ObjectNode body,
            @HeaderParam("If-Match") String ifMatch)
            throws SQLException {
        boolean applied = flag("apply", apply);
        CadenceChange change = CadenceChange.read(body, ifMatch, json);
        try (Connection connection = app.getConnection()) {
            StoredCadence changed =
                    CadenceWrites.hold(connection, caller, now()).change(id, change, applied);
            return respond(Status.OK, CadenceView.of(changed)).build();
        }
    }

    @POST
    @Path("{id}/retire")
    @Transactional
    @RolesAllowed({Roles.MANAGER, Roles.ADMIN})
    @Operation(
            summary = "Retire a cadence",
            description =
                    "Nobody is started in it any more, and it changes no more; who is in it goes on. May be repeated.")
    @APIResponse(responseCode = "200", description = "Retired")
    @APIResponse(responseCode = "409", description = "cadence-in-use (names the settings that start it)")
    public CadenceView retire(@PathParam("id") UUID id) throws SQLException {
        try (Connection connection = app.getConnection()) {
            return CadenceView.of(CadenceWrites.hold(connection, caller, now()).retire(id));
        }
    }

    private static ResponseBuilder<CadenceView> respond(Status status, CadenceView cadence) {
        return ResponseBuilder.create(status, cadence).tag(new EntityTag(Integer.toString(cadence.version())));
    }

    /** As the database keeps instants. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
