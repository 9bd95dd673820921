package io.sevenfold.notifier.preference;

import io.sevenfold.rest.Caller;
import io.sevenfold.rest.ProblemException;
import io.sevenfold.rest.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/preferences}: how each rep wants to be told. */
@Path("/v1/preferences/{repId}")
@Tag(name = "Preferences")
@RolesAllowed({Roles.APP, Roles.REP, Roles.MANAGER, Roles.ADMIN})
public class PreferenceResource {

    private final Caller caller;
    private final Preferences preferences;

    PreferenceResource(Caller caller, Preferences preferences) {
        this.caller = caller;
        this.preferences = preferences;
    }

    @GET
    @Transactional
    @Operation(operationId = "getPreferences", summary = "How a rep wants to be told")
    @APIResponse(responseCode = "200", description = "As it is; without a change ever, as by default")
    @APIResponse(responseCode = "404", description = "There is no such rep")
    public PreferenceView get(@PathParam("repId") UUID repId) {
        mayActFor(repId);
        return preferences.of(repId);
    }

    @PUT
    @Transactional
    @Operation(
            operationId = "changePreferences",
            summary = "Change how a rep wants to be told",
            description = "All of it. What is in no mail yet follows it; a mail that is being sent does not.")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "404", description = "There is no such rep")
    public PreferenceView change(@PathParam("repId") UUID repId, @Valid @NotNull PreferenceFields body) {
        mayActFor(repId);
        return preferences.change(repId, body);
    }

    private void mayActFor(UUID repId) {
        if (!caller.is(repId) && !caller.actsOnAll() && !caller.has(Roles.APP)) {
            throw ProblemException.forbidden("These are another rep's preferences.");
        }
    }
}
