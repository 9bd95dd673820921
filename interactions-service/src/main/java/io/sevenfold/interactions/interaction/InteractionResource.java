package io.sevenfold.interactions.interaction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.Subjects;
import io.sevenfold.events.Interaction;
import io.sevenfold.interactions.RequestTransactions;
import io.sevenfold.rest.Caller;
import io.sevenfold.rest.Page;
import io.sevenfold.rest.PageRequest;
import io.sevenfold.rest.PlaceInTime;
import io.sevenfold.rest.ProblemException;
import io.sevenfold.rest.Roles;
import jakarta.annotation.security.RolesAllowed;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
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

/** {@code /v1/interactions}. */
@Path("/v1/interactions")
@RolesAllowed({Roles.APP, Roles.REP, Roles.MANAGER, Roles.ADMIN})
@Tag(name = "interactions", description = "What happened between a rep and a contact")
public class InteractionResource {

    private final Caller caller;
    private final Recording recording;
    private final Editing editing;
    private final RequestTransactions transactions;

    InteractionResource(Caller caller, Recording recording, Editing editing, RequestTransactions transactions) {
        this.caller = caller;
        this.recording = recording;
        this.editing = editing;
        this.transactions = transactions;
    }

    @POST
    @Operation(
            summary = "Record what happened, now or earlier",
            description =
                    "With an id of the caller's the request can be repeated: it then answers 200 with what it recorded. A contact"
                            + " or rep that is not known yet is waited for up to two seconds.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InteractionFields.class),
                            examples = {
                                @ExampleObject(name = "nobody answered", value = InteractionExamples.CALL),
                                @ExampleObject(name = "a no, with an id", value = InteractionExamples.NOT_NOW),
                                @ExampleObject(
                                        name = "never again on one channel",
                                        value = InteractionExamples.NO_CALLS)
                            }))
    @APIResponse(responseCode = "201", description = "Recorded")
    @APIResponse(responseCode = "200", description = "The same request recorded it before")
    @APIResponse(responseCode = "409", description = "id-taken, id-removed (both name the id)")
    @APIResponse(responseCode = "410", description = "contact-erased")
    @APIResponse(
            responseCode = "422",
            description =
                    "rule-broken (names the rule), unknown-contact and unknown-rep (can be tried again), rep-erased")
    public RestResponse<InteractionView> record(@Valid @NotNull InteractionFields body) {
        return respond(recording.record(body));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read an interaction")
    public RestResponse<InteractionView> get(@PathParam("id") UUID id) {
        return ok(transactions
                .call(connection -> InteractionTable.find(connection, caller.workspace(), id))
                .map(InteractionRow::interaction)
                .orElseThrow(() -> ProblemException.notFound("interaction", id)));
    }

    @GET
    @Operation(
            summary = "List interactions, newest first",
            description = "Of a contact, of a rep, or of both: one of them has to be named.")
    public Page<InteractionView> list(
            @QueryParam("contact") @Parameter(description = "Only those with this contact") UUID contact,
            @QueryParam("rep") @Parameter(description = "Only those of this rep") UUID rep,
            @BeanParam @Valid PageRequest page) {
        if (contact == null && rep == null) {
            throw ProblemException.invalid("contact", "is required where no 'rep' is named");
        }
        PlaceInTime after = page.after().map(PlaceInTime::parse).orElse(null);
        List<Interaction> found = transactions.call(connection -> InteractionTable.list(
                connection, caller.workspace(), survivor(connection, contact), rep, after, page.fetch()));
        return Page.of(
                found, page, last -> new PlaceInTime(last.occurredAt(), last.id()).toString(), InteractionView::of);
    }

    @PATCH
    @Path("{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Correct an interaction",
            description =
                    "JSON Merge Patch: what is left out stays, null clears. Send the version you read, in the body or as If-Match."
                            + " Plans come out as if it had always been so.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InteractionFields.class),
                            examples = @ExampleObject(name = "another no", value = InteractionExamples.PATCH)))
    @APIResponse(responseCode = "200", description = "Corrected")
    @APIResponse(responseCode = "409", description = "stale-version (names the currentVersion)")
    @APIResponse(responseCode = "422", description = "As when recording")
    public RestResponse<InteractionView> correct(
            @PathParam("id") UUID id, @NotNull ObjectNode body, @HeaderParam("If-Match") String ifMatch) {
        return ok(editing.correct(id, body, ifMatch));
    }

    @DELETE
    @Path("{id}")
    @Operation(
            summary = "Remove an interaction that did not happen",
            description = "Plans come out as if it had never been recorded. Its id does not come back. Again: 204.")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "409", description = "stale-version, where If-Match names another one than there is")
    public void remove(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        editing.remove(id, ifMatch);
    }

    /** Whoever still has a merged contact's id sees the history of the one that remains. */
    private UUID survivor(Connection connection, UUID contact) {
        if (contact == null) {
            return null;
        }
        Subject asked = new Subject(caller.workspace(), contact);
        return Subjects.look(connection, asked).survivor(asked).id();
    }

    private static RestResponse<InteractionView> respond(Recorded recorded) {
        Interaction interaction = recorded.interaction();
        return ResponseBuilder.create(recorded.isNew() ? Status.CREATED : Status.OK, InteractionView.of(interaction))
                .location(URI.create("/v1/interactions/" + interaction.id()))
                .tag(etag(interaction))
                .build();
    }

    private static RestResponse<InteractionView> ok(Interaction interaction) {
        return ResponseBuilder.ok(InteractionView.of(interaction))
                .tag(etag(interaction))
                .build();
    }

    private static EntityTag etag(Interaction interaction) {
        return new EntityTag(Long.toString(interaction.version()));
    }
}
