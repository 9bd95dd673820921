package io.sevenfold.contacts.contact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sevenfold.contacts.SubjectLock;
import io.sevenfold.contacts.contact.ContactWrites.Written;
import io.sevenfold.contacts.validation.Line;
import io.sevenfold.delivery.Subject;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Optional;
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

/** {@code /v1/contacts}. */
@Path("/v1/contacts")
@RolesAllowed({Roles.APP, Roles.REP, Roles.MANAGER, Roles.ADMIN})
@Tag(name = "contacts", description = "The people we know")
public class ContactResource {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final Caller caller;
    private final ContactWrites writes;
    private final Merging merging;

    ContactResource(Caller caller, ContactWrites writes, Merging merging) {
        this.caller = caller;
        this.writes = writes;
        this.merging = merging;
    }

    @POST
    @Operation(
            summary = "Add a contact",
            description =
                    "With an id of the caller's the request can be repeated: it then answers 200 with what it created.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ContactFields.class),
                            examples = {
                                @ExampleObject(name = "a card", value = "{\"name\": \"Ada Okafor\"}"),
                                @ExampleObject(name = "all that is known", value = ContactExamples.WHOLE)
                            }))
    @APIResponse(responseCode = "201", description = "Added")
    @APIResponse(responseCode = "200", description = "The same request added it before")
    @APIResponse(
            responseCode = "409",
            description =
                    "email-taken, external-id-taken (both name the contact), id-taken, id-erased, id-merged (names the contact that"
                            + " remains)")
    public RestResponse<ContactView> add(@Valid @NotNull ContactFields body) {
        return respond(writes.create(body));
    }

    @PUT
    @Path("by-external-id/{externalId}")
    @Operation(
            summary = "Add or change the contact that another application knows by this id",
            description =
                    "What describes the person becomes what is sent. The owner stays where none is sent; doNotContact and its"
                            + " channels are set but never lifted this way. What changes nothing makes no new version.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ContactFields.class),
                            examples = @ExampleObject(name = "synced", value = ContactExamples.SYNCED)))
    @APIResponse(responseCode = "201", description = "Added")
    @APIResponse(responseCode = "200", description = "There already; changed where it differed")
    public RestResponse<ContactView> put(
            @PathParam("externalId") @Line(max = 200) String externalId, @Valid @NotNull ContactFields body) {
        return respond(writes.put(externalId, body));
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(summary = "Read a contact", description = "Of one that was merged, the one that remains.")
    public RestResponse<ContactView> get(@PathParam("id") UUID id) {
        return ok(Contact.at(caller.workspace(), id)
                .or(() -> survivor(id))
                .orElseThrow(() -> ProblemException.notFound("contact", id))
                .view());
    }

    @GET
    @Transactional
    @Operation(summary = "List contacts", description = "By id, which is the order of creation for ids made here.")
    public Page<ContactView> list(@BeanParam @Valid ContactFilter filter, @BeanParam @Valid PageRequest page) {
        return Page.of(Contact.page(caller.workspace(), filter, page), page, c -> c.id.toString(), Contact::view);
    }

    @PATCH
    @Path("{id}")
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Change a contact",
            description =
                    "JSON Merge Patch: what is left out stays, null clears. Send the version you read, in the body or as If-Match.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MERGE_PATCH,
                            schema = @Schema(implementation = ContactFields.class),
                            examples = @ExampleObject(name = "new title", value = ContactExamples.PATCH)))
    @APIResponse(responseCode = "200", description = "Changed")
    @APIResponse(
            responseCode = "409",
            description = "stale-version (names the currentVersion), email-taken, external-id-taken")
    public RestResponse<ContactView> change(
            @PathParam("id") UUID id, @NotNull ObjectNode body, @HeaderParam("If-Match") String ifMatch) {
        return ok(writes.patch(id, body, ifMatch));
    }

    @POST
    @Path("{id}/merge")
    @Operation(
            summary = "Merge a contact into another: the one of the path goes into the one named",
            description =
                    "The one named remains, with its own values; what is empty there is filled from the other, tags are united, and"
                            + " it keeps its owner where it has one. Do-not-contact of either holds (P12). The other's id leads to it"
                            + " from now on. A rep merges contacts that are both theirs. No version is asked for: which two are one"
                            + " person does not depend on what they say at the moment, and so the request can be repeated.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MergeFields.class),
                            examples = @ExampleObject(name = "into Ada", value = ContactExamples.MERGE)))
    @APIResponse(responseCode = "200", description = "The one that remains; also where they were one already")
    @APIResponse(responseCode = "404", description = "One of the two is not there, or was erased")
    @APIResponse(
            responseCode = "409",
            description = "already-merged: the contact of the path went into a third one before (names its contactId)")
    @APIResponse(responseCode = "422", description = "Into itself (P12); too-many-tags")
    public RestResponse<ContactView> merge(@PathParam("id") UUID id, @Valid @NotNull MergeFields body) {
        return ok(merging.merge(id, body.into()));
    }

    @DELETE
    @Path("{id}")
    @Operation(
            summary = "Erase a contact",
            description =
                    "For good: nothing of the person, nor of those merged into them, remains anywhere. Again: 204.")
    @APIResponse(responseCode = "204", description = "Erased")
    @APIResponse(responseCode = "409", description = "stale-version, where If-Match names another one than there is")
    public void erase(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        writes.erase(id, ifMatch);
    }

    private Optional<Contact> survivor(UUID merged) {
        Subject survivor = SubjectLock.survivor(new Subject(caller.workspace(), merged));
        return Contact.at(survivor.workspace(), survivor.id());
    }

    private static RestResponse<ContactView> respond(Written written) {
        ContactView contact = written.contact();
        return ResponseBuilder.create(written.created() ? Status.CREATED : Status.OK, contact)
                .location(URI.create("/v1/contacts/" + contact.id()))
                .tag(etag(contact))
                .build();
    }

    private static RestResponse<ContactView> ok(ContactView contact) {
        return ResponseBuilder.ok(contact).tag(etag(contact)).build();
    }

    private static EntityTag etag(ContactView contact) {
        return new EntityTag(Long.toString(contact.version()));
    }
}
