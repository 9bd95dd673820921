package io.sevenfold.contacts.rep;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sevenfold.contacts.rep.RepWrites.Written;
import io.sevenfold.rest.Caller;
import io.sevenfold.rest.Page;
import io.sevenfold.rest.PageRequest;
import io.sevenfold.rest.ProblemException;
import io.sevenfold.rest.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** {@code /v1/reps}. */
@Path("/v1/reps")
@RolesAllowed({Roles.APP, Roles.REP, Roles.MANAGER, Roles.ADMIN})
@Tag(name = "reps", description = "The people who follow up")
public class RepResource {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final Caller caller;
    private final RepWrites writes;

    RepResource(Caller caller, RepWrites writes) {
        this.caller = caller;
        this.writes = writes;
    }

    @POST
    @RolesAllowed({Roles.APP, Roles.MANAGER, Roles.ADMIN})
    @Operation(
            summary = "Add a rep",
            description =
                    "With an id of the caller's the request can be repeated: it then answers 200 with whom it created.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RepFields.class),
                            examples = {
                                @ExampleObject(name = "with the defaults", value = RepExamples.SHORT),
                                @ExampleObject(name = "part-time, with a leave", value = RepExamples.WHOLE)
                            }))
    @APIResponse(responseCode = "201", description = "Added")
    @APIResponse(responseCode = "200", description = "The same request added them before")
    @APIResponse(responseCode = "409", description = "email-taken (names the rep), id-taken, id-erased")
    @APIResponse(responseCode = "422", description = "unknown-rep, or a rule: T2, T4, P9")
    public RestResponse<RepView> add(@Valid @NotNull RepFields body) {
        Written written = writes.create(body);
        RepView rep = written.rep();
        return ResponseBuilder.create(written.created() ? Status.CREATED : Status.OK, rep)
                .location(URI.create("/v1/reps/" + rep.id()))
                .tag(etag(rep))
                .build();
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(summary = "Read a rep")
    public RestResponse<RepView> get(@PathParam("id") UUID id) {
        return ok(Rep.at(caller.workspace(), id)
                .orElseThrow(() -> ProblemException.notFound("rep", id))
                .view());
    }

    @GET
    @Transactional
    @Operation(summary = "List reps", description = "By id, which is the order of creation for ids made here.")
    public Page<RepView> list(@BeanParam @Valid PageRequest page) {
        return Page.of(Rep.page(caller.workspace(), page), page, rep -> rep.id.toString(), Rep::view);
    }

    @PATCH
    @Path("{id}")
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Change a rep",
            description =
                    "JSON Merge Patch: what is left out stays, null gives the default back. Send the version you read, in the body"
                            + " or as If-Match. A rep changes their own record, but not who manages them.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MERGE_PATCH,
                            schema = @Schema(implementation = RepFields.class),
                            examples = @ExampleObject(name = "other hours", value = RepExamples.PATCH)))
    @APIResponse(responseCode = "200", description = "Changed")
    @APIResponse(responseCode = "409", description = "stale-version (names the currentVersion), email-taken")
    @APIResponse(responseCode = "422", description = "unknown-rep, or a rule: T2, T4, P9")
    public RestResponse<RepView> change(
            @PathParam("id") UUID id, @NotNull ObjectNode body, @HeaderParam("If-Match") String ifMatch) {
        return ok(writes.patch(id, body, ifMatch));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({Roles.APP, Roles.MANAGER, Roles.ADMIN})
    @Operation(
            summary = "Erase a rep",
            description =
                    "For good. Their contacts have no owner then; nobody has them as manager or cover any more. Again: 204.")
    @APIResponse(responseCode = "204", description = "Erased")
    @APIResponse(responseCode = "409", description = "stale-version, where If-Match names another one than there is")
    public void erase(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        writes.erase(id, ifMatch);
    }

    private static RestResponse<RepView> ok(RepView rep) {
        return ResponseBuilder.ok(rep).tag(etag(rep)).build();
    }

    private static EntityTag etag(RepView rep) {
        return new EntityTag(Long.toString(rep.version()));
    }
}
