package io.sevenfold.notifier.unsubscribe;

import io.sevenfold.notifier.preference.Preferences;
import io.sevenfold.rest.Caller;
import io.sevenfold.rest.ProblemException;
import io.sevenfold.rest.links.InvalidLink;
import io.sevenfold.rest.links.Link;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Where the link to fewer mails leads. Fetching it changes nothing (N6); its button, and a mail provider's own (RFC 8058), POST.
 * What the body says does not matter: whoever POSTs to this address wants nothing else.
 */
@Path("/unsubscribe/{token}")
@PermitAll
public class UnsubscribeResource {

    private final UnsubscribeLinks links;
    private final Preferences preferences;
    private final Caller caller;

    UnsubscribeResource(UnsubscribeLinks links, Preferences preferences, Caller caller) {
        this.links = links;
        this.preferences = preferences;
        this.caller = caller;
    }

    @GET
    @Operation(hidden = true)
    public Response ask(@PathParam("token") String token) throws InvalidLink {
        return UnsubscribePages.question(links.verify(token).purpose());
    }

    @POST
    @Transactional
    @Operation(hidden = true)
    public Response unsubscribe(@PathParam("token") String token) throws InvalidLink {
        Link link = enter(token);
        preferences.unsubscribe(link.purpose());
        return UnsubscribePages.done(link.purpose(), token);
    }

    @POST
    @Path("/undo")
    @Transactional
    @Operation(hidden = true)
    public Response undo(@PathParam("token") String token) throws InvalidLink {
        Link link = enter(token);
        preferences.resubscribe(link.purpose());
        return UnsubscribePages.undone(link.purpose());
    }

    private Link enter(String token) throws InvalidLink {
        Link link = links.verify(token);
        caller.actBy(link);
        return link;
    }

    @ServerExceptionMapper
    public Response invalid(InvalidLink e) {
        return e.expired() ? UnsubscribePages.expired() : UnsubscribePages.unknown();
    }

    @ServerExceptionMapper
    public Response refused(ProblemException e) {
        return UnsubscribePages.refused(e.problem().status());
    }
}
