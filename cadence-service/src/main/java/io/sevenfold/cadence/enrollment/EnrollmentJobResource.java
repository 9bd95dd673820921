package io.sevenfold.cadence.enrollment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.sevenfold.cadence.plan.Trace;
import io.sevenfold.rest.Caller;
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
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Enrollments of many contacts at once: accepted here, worked off by {@link EnrollmentJob}. */
@Path("/v1/enrollments/jobs")
@Tag(name = "Enrollments")
@RolesAllowed({Roles.APP, Roles.REP, Roles.MANAGER, Roles.ADMIN})
public class EnrollmentJobResource {

    private static final int USUAL_LIMIT = 50;

    private final DataSource app;
    private final Caller caller;
    private final Clock clock;
    private final ObjectMapper json;

    EnrollmentJobResource(DataSource app, Caller caller, Clock clock, ObjectMapper json) {
        this.app = app;
        this.caller = caller;
        this.clock = clock;
        this.json = json;
    }

    @POST
    @Transactional
    @Operation(
            summary = "Start, end, pause, resume or move many",
            description =
                    "Up to 10,000 contacts. Each is decided on as it would be alone, and one that is refused does not stop the others."
                            + " A rep's filter finds their own contacts only.")
    @APIResponse(
            responseCode = "202",
            description = "Accepted, now or before; Location says where to see how far it is")
    @APIResponse(responseCode = "409", description = "id-taken")
    @APIResponse(responseCode = "422", description = "unknown-cadence, cadence-retired, unknown-rep, too-many-contacts")
    public RestResponse<JobView> accept(@Valid @NotNull JobRequest body) throws SQLException {
        body.check();
        UUID id = body.id() == null ? UuidCreator.getTimeOrderedEpoch() : body.id();
        UUID digest = digest(body);
        Asker asker = Asker.of(caller);
        Instant now = clock.instant();
        try (Connection connection = app.getConnection()) {
            if (!Jobs.isOf(connection, caller.workspace(), id, digest)) {
                refuseForAll(connection, body.order(asker), now);
                Optional<Long> contacts =
                        Jobs.accept(connection, caller.workspace(), id, digest, asker, Trace.current(), body, now);
                boolean acceptedMeanwhile = contacts.isEmpty() && Jobs.isOf(connection, caller.workspace(), id, digest);
                if (!acceptedMeanwhile) {
                    refuseUnlessFits(id, contacts);
                }
            }
            return ResponseBuilder.create(Status.ACCEPTED, find(connection, id, firstPage()))
                    .location(URI.create("/v1/enrollments/jobs/" + id))
                    .build();
        }
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(summary = "How far a job is", description = "The refusals come in pages: send their nextCursor.")
    public JobView read(@PathParam("id") UUID id, @BeanParam @Valid PageRequest page) throws SQLException {
        try (Connection connection = app.getConnection()) {
            return find(connection, id, page);
        }
    }

    private static PageRequest firstPage() {
        PageRequest page = new PageRequest();
        page.limit = USUAL_LIMIT;
        return page;
    }

    private JobView find(Connection connection, UUID id, PageRequest page) throws SQLException {
        return Jobs.find(connection, caller.workspace(), id, page)
                .orElseThrow(() -> ProblemException.notFound("job", id));
    }

    /** What every one of them would be refused for is told at once. */
    private void refuseForAll(Connection connection, Order order, Instant now) throws SQLException {
        Target target = Target.of(connection, caller.workspace(), order);
        Refusal refusal = order.cadenceId() == null ? null : new Admission(target.cadence(), now).refuseAll();
        if (refusal == null && order.ownerId() != null && !target.repKnown()) {
            refusal = Refusal.unknownRep();
        }
        if (refusal != null) {
            throw refusal.problem();
        }
    }

    private static void refuseUnlessFits(UUID id, Optional<Long> contacts) {
        if (contacts.isEmpty()) {
            throw ProblemException.conflict("id-taken", "The id " + id + " is that of another job.");
        }
        if (contacts.get() > JobRequest.MOST) {
            throw ProblemException.refused(
                    "too-many-contacts", "filter", "It fits more than " + JobRequest.MOST + " contacts: narrow it.");
        }
    }

    private UUID digest(JobRequest body) {
        try {
            return UUID.nameUUIDFromBytes(json.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What came as JSON cannot be written as JSON", e);
        }
    }
}
