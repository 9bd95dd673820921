package io.sevenfold.cadence.enrollment;

import io.sevenfold.cadence.touchpoint.Dates;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Contacts in cadences. A rep acts on the contacts they own; each call may be repeated. */
@Path("/v1/enrollments")
@Tag(name = "Enrollments")
@RolesAllowed({Roles.APP, Roles.REP, Roles.MANAGER, Roles.ADMIN})
public class EnrollmentResource {

    private final DataSource app;
    private final Caller caller;
    private final Clock clock;
    private final Enrolling enrolling;

    EnrollmentResource(DataSource app, Caller caller, Clock clock, Enrolling enrolling) {
        this.app = app;
        this.caller = caller;
        this.clock = clock;
        this.enrolling = enrolling;
    }

    @POST
    @Transactional
    @Operation(
            summary = "Start a contact in a cadence",
            description = "Now, at the cadence's newest version. Who may be started again is the cadence's rule (P8).")
    @APIResponse(responseCode = "201", description = "Started")
    @APIResponse(responseCode = "200", description = "The same request started it before")
    @APIResponse(responseCode = "409", description = "id-taken")
    @APIResponse(
            responseCode = "422",
            description = "P8, P9, a never; unknown-cadence, cadence-retired, unknown-contact, contact-erased")
    public RestResponse<EnrollmentView> start(@Valid @NotNull StartRequest body) throws SQLException {
        Enrolling.Started started = enrolling.start(body.id(), body.contactId(), body.cadenceId());
        return ResponseBuilder.create(started.now() ? Status.CREATED : Status.OK, started.enrollment())
                .location(URI.create("/v1/enrollments/" + started.enrollment().id()))
                .build();
    }

    @GET
    @Transactional
    @Operation(summary = "List enrollments", description = "The newest first.")
    public Page<EnrollmentView> list(@BeanParam @Valid EnrollmentFilter filter, @BeanParam @Valid PageRequest page)
            throws SQLException {
        try (Connection connection = app.getConnection()) {
            return EnrollmentList.list(connection, caller.workspace(), filter, page, clock.instant());
        }
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(summary = "Read an enrollment")
    public EnrollmentView read(@PathParam("id") UUID id) throws SQLException {
        try (Connection connection = app.getConnection()) {
            return EnrollmentList.find(connection, caller.workspace(), id, clock.instant())
                    .orElseThrow(() -> ProblemException.notFound("enrollment", id));
        }
    }

    @POST
    @Path("/{id}/end")
    @Transactional
    @Operation(summary = "End an enrollment", description = "Nothing of it is due any more; nothing follows by itself.")
    @APIResponse(responseCode = "200", description = "Ended, now or by the same request before")
    @APIResponse(responseCode = "409", description = "enrollment-ended: it had ended otherwise")
    public EnrollmentView end(@PathParam("id") UUID id, @Valid EndRequest body) throws SQLException {
        return enrolling.act(Order.end(asker(), id, body == null ? null : body.reason()));
    }

    @POST
    @Path("/{id}/pause")
    @Transactional
    @Operation(summary = "Pause an enrollment", description = "No step of it is due before that date (P10).")
    @APIResponse(responseCode = "200", description = "Paused, now or by the same request before")
    @APIResponse(responseCode = "409", description = "enrollment-ended")
    @APIResponse(responseCode = "422", description = "T5: not later than today; P10: unreasonably far")
    public EnrollmentView pause(@PathParam("id") UUID id, @Valid @NotNull PauseRequest body) throws SQLException {
        Dates.check("until", body.until());
        return enrolling.act(Order.pause(asker(), id, body.until()));
    }

    @POST
    @Path("/{id}/resume")
    @Transactional
    @Operation(summary = "Resume an enrollment", description = "Before its pause is over; nothing bursts (T6).")
    @APIResponse(responseCode = "200", description = "Resumed, now or before")
    @APIResponse(responseCode = "409", description = "enrollment-ended, not-paused")
    public EnrollmentView resume(@PathParam("id") UUID id) throws SQLException {
        return enrolling.act(Order.resume(asker(), id));
    }

    @POST
    @Path("/{id}/move")
    @Transactional
    @Operation(
            summary = "Move a contact to another cadence, another rep, or both",
            description =
                    "Answers with the enrollment they are in afterwards. Another rep follows up at once; that the contact is theirs"
                            + " shows in contacts-service soon after.")
    @APIResponse(responseCode = "200", description = "Moved, now or by the same request before")
    @APIResponse(responseCode = "409", description = "enrollment-ended")
    @APIResponse(responseCode = "422", description = "P8, P9; unknown-cadence, cadence-retired, unknown-rep")
    public EnrollmentView move(@PathParam("id") UUID id, @Valid @NotNull MoveRequest body) throws SQLException {
        if (body.cadenceId() == null && body.ownerId() == null) {
            throw ProblemException.invalid("cadenceId", "say where to: a cadenceId, an ownerId or both");
        }
        return enrolling.act(Order.move(asker(), id, body.cadenceId(), body.ownerId()));
    }

    private Asker asker() {
        return Asker.of(caller);
    }
}
