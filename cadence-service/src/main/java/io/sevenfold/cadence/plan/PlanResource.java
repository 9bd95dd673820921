package io.sevenfold.cadence.plan;

import io.sevenfold.cadence.planning.Planner;
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
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Plans, derived at the moment of asking. */
@Path("/v1/plans")
@Tag(name = "Plans")
@RolesAllowed({Roles.APP, Roles.REP, Roles.MANAGER, Roles.ADMIN})
public class PlanResource {

    private final DataSource app;
    private final Caller caller;
    private final Clock clock;

    PlanResource(DataSource app, Caller caller, Clock clock) {
        this.app = app;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("/{contactId}")
    @Transactional
    @Operation(
            summary = "A contact's plan",
            description = "All touchpoints with date, channel, intent, guidance, state and the reasons for the date."
                    + " Of a contact that was merged: that of the one that remains (P12).")
    public PlanView plan(@PathParam("contactId") UUID contactId) throws SQLException {
        Subject named = new Subject(caller.workspace(), contactId);
        try (Connection connection = app.getConnection()) {
            Subject contact = Subjects.look(connection, named).survivor(named);
            return Facts.of(connection, List.of(contact)).stream()
                    .map(facts -> PlanView.of(facts, Planner.plan(facts.situation(), clock.instant())))
                    .findFirst()
                    .orElseThrow(() -> ProblemException.notFound("plan of a contact", contactId));
        }
    }
}
