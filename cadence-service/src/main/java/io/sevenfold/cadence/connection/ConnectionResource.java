package io.sevenfold.cadence.connection;

import io.sevenfold.cadence.plan.Connections;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.Subjects;
import io.sevenfold.rest.Caller;
import io.sevenfold.rest.ProblemException;
import io.sevenfold.rest.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How connected a contact is (S1, S2), derived at the moment of asking. */
@Path("/v1/connections")
@Tag(name = "Connections")
@RolesAllowed({Roles.APP, Roles.REP, Roles.MANAGER, Roles.ADMIN})
public class ConnectionResource {

    private final DataSource app;
    private final Caller caller;
    private final Clock clock;

    ConnectionResource(DataSource app, Caller caller, Clock clock) {
        this.app = app;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("/{contactId}")
    @Transactional
    @Operation(
            summary = "A contact's connection",
            description = "Stage and strength with what gave them, and the next touch or why there is none."
                    + " Of a contact that was merged: that of the one that remains (P12).")
    public ConnectionView connection(@PathParam("contactId") UUID contactId) throws SQLException {
        Subject named = new Subject(caller.workspace(), contactId);
        try (Connection connection = app.getConnection()) {
            Subject contact = Subjects.look(connection, named).survivor(named);
            return Connections.find(connection, contact, clock.instant())
                    .map(now -> ConnectionView.of(contact.id(), now))
                    .orElseThrow(() -> ProblemException.notFound("connection of a contact", contactId));
        }
    }
}
