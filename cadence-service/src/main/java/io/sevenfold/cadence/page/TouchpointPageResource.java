package io.sevenfold.cadence.page;

import io.sevenfold.rest.links.InvalidLink;
import io.sevenfold.rest.links.Link.Purpose;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The pages that the links of one touchpoint's mail open. Who holds the link is let in: it is the key. */
@Path("/touchpoints/{token}")
@PermitAll
public class TouchpointPageResource {

    private static final String ACTION = "/{action: " + TouchpointPages.ACTIONS + "}";

    private final Entrance entrance;
    private final TouchpointPages pages;
    private final Refusals refusals;

    TouchpointPageResource(Entrance entrance, TouchpointPages pages, Refusals refusals) {
        this.entrance = entrance;
        this.pages = pages;
        this.refusals = refusals;
    }

    @GET
    @Operation(hidden = true)
    public Response overview(@PathParam("token") String token) throws InvalidLink, SQLException {
        return pages.overview(door(token));
    }

    @GET
    @Path(ACTION)
    @Operation(hidden = true)
    public Response form(@PathParam("token") String token, @PathParam("action") String action)
            throws InvalidLink, SQLException {
        return pages.form(door(token), action);
    }

    @POST
    @Path(ACTION)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response act(
            @PathParam("token") String token, @PathParam("action") String action, MultivaluedMap<String, String> sent)
            throws InvalidLink, SQLException {
        return pages.act(door(token), action, sent);
    }

    @ServerExceptionMapper
    public Response refuse(Throwable e) {
        return refusals.of(e);
    }

    private Door door(String token) throws InvalidLink {
        return Door.of(entrance.enter(token, Purpose.TOUCHPOINT), token);
    }
}
