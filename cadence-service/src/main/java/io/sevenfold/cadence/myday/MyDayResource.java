package io.sevenfold.cadence.myday;

import io.sevenfold.cadence.page.Door;
import io.sevenfold.cadence.page.Entrance;
import io.sevenfold.cadence.page.Notice;
import io.sevenfold.cadence.page.Refusals;
import io.sevenfold.cadence.page.TouchpointPages;
import io.sevenfold.rest.links.InvalidLink;
import io.sevenfold.rest.links.Link;
import io.sevenfold.rest.links.Link.Purpose;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The rep's present day, behind the link in the digest, and the pages of what stands there. Who holds the link is let in: it is the key. */
@Path("/my-day/{token}")
@PermitAll
public class MyDayResource {

    private static final String ACTION = "/touchpoints/{id}/{action: " + TouchpointPages.ACTIONS + "}";

    private final Entrance entrance;
    private final MyDayPages days;
    private final TouchpointPages touchpoints;
    private final Refusals refusals;

    MyDayResource(Entrance entrance, MyDayPages days, TouchpointPages touchpoints, Refusals refusals) {
        this.entrance = entrance;
        this.days = days;
        this.touchpoints = touchpoints;
        this.refusals = refusals;
    }

    /** @param after of which it is to be said what became of it; null: nothing was just done */
    @GET
    @Operation(hidden = true)
    public Response day(@PathParam("token") String token, @QueryParam("after") UUID after)
            throws InvalidLink, SQLException {
        Link link = enter(token);
        Notice became = after == null
                ? null
                : touchpoints.outcome(Door.ofDay(link, path(token), after)).orElse(null);
        return days.day(link, path(token), became);
    }

    @POST
    @Path("/calendar")
    @Operation(hidden = true)
    public Response subscribe(@PathParam("token") String token) throws InvalidLink, SQLException {
        return days.subscribe(enter(token), path(token));
    }

    @GET
    @Path("/touchpoints/{id}")
    @Operation(hidden = true)
    public Response touchpoint(@PathParam("token") String token, @PathParam("id") UUID id)
            throws InvalidLink, SQLException {
        return touchpoints.overview(door(token, id));
    }

    @GET
    @Path(ACTION)
    @Operation(hidden = true)
    public Response form(@PathParam("token") String token, @PathParam("id") UUID id, @PathParam("action") String action)
            throws InvalidLink, SQLException {
        return touchpoints.form(door(token, id), action);
    }

    @POST
    @Path(ACTION)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response act(
            @PathParam("token") String token,
            @PathParam("id") UUID id,
            @PathParam("action") String action,
            MultivaluedMap<String, String> sent)
            throws InvalidLink, SQLException {
        return touchpoints.act(door(token, id), action, sent);
    }

    @ServerExceptionMapper
    public Response refuse(Throwable e) {
        return refusals.of(e);
    }

    private Link enter(String token) throws InvalidLink {
        return entrance.enter(token, Purpose.MY_DAY);
    }

    private Door door(String token, UUID id) throws InvalidLink {
        return Door.ofDay(enter(token), path(token), id);
    }

    private static String path(String token) {
        return "/my-day/" + token;
    }
}
