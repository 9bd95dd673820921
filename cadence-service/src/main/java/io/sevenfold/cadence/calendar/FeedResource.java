package io.sevenfold.cadence.calendar;

import io.sevenfold.delivery.Subject;
import io.sevenfold.events.Rep;
import io.sevenfold.rest.Caller;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A rep's calendar, for programs that subscribe to it: whoever knows its address may read it, and nothing else. */
@Path("/calendar/{file}")
public class FeedResource {

    private static final int NOT_FOUND = 404;

    private final DataSource app;
    private final Caller caller;
    private final Clock clock;
    private final Subscriptions subscriptions;

    FeedResource(DataSource app, Caller caller, Clock clock, Subscriptions subscriptions) {
        this.app = app;
        this.caller = caller;
        this.clock = clock;
        this.subscriptions = subscriptions;
    }

    @GET
    @PermitAll
    @Transactional
    @Operation(hidden = true)
    public Response calendar(@PathParam("file") String file, @Context Request request) throws SQLException {
        Optional<FeedAddress> address = FeedAddress.parse(file);
        if (address.isEmpty()) {
            return nowhere();
        }
        caller.actIn(address.get().workspace());
        try (Connection connection = app.getConnection()) {
            Optional<Rep> rep = subscriptions.repAt(connection, address.get());
            return rep.isEmpty() ? nowhere() : calendar(connection, rep.get(), request);
        }
    }

    private Response calendar(Connection connection, Rep rep, Request request) throws SQLException {
        FeedCalendar calendar = FeedCalendar.of(rep, clock.instant());
        String text =
                calendar.of(FeedEntry.of(connection, new Subject(caller.workspace(), rep.id()), calendar.today()));
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        EntityTag tag = tag(body);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = unchanged != null
                ? unchanged
                : Response.ok(body)
                        .type("text/calendar; charset=utf-8")
                        .header("Content-Disposition", "inline; filename=\"sevenfold.ics\"");
        return answer.tag(tag)
                .header("Cache-Control", "private")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Robots-Tag", "noindex")
                .build();
    }

    private static EntityTag tag(byte[] body) {
        try {
            return new EntityTag(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, Long.BYTES * 2));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }

    /** Whether there never was such a calendar or it has another address now. */
    private static Response nowhere() {
        return Response.status(NOT_FOUND).header("Cache-Control", "no-store").build();
    }
}
