package io.sevenfold.cadence.touchpoint;

import com.github.f4b6a3.uuid.UuidCreator;
import io.sevenfold.cadence.plan.StoredTouchpoint;
import io.sevenfold.cadence.planning.Decision;
import io.sevenfold.cadence.planning.PlannedTouchpoint;
import io.sevenfold.cadence.planning.TouchpointIds;
import io.sevenfold.delivery.Outbox;
import io.sevenfold.events.ReasonCode;
import io.sevenfold.events.TouchpointKind;
import io.sevenfold.events.TouchpointSkipped;
import io.sevenfold.events.TouchpointSnoozed;
import io.sevenfold.events.TouchpointState;
import io.sevenfold.rest.Caller;
import io.sevenfold.rest.ProblemException;
import io.sevenfold.rest.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a person does with a touchpoint. Each call may be repeated; one that comes too late is told what happened. */
@Path("/v1/touchpoints/{id}")
@Tag(name = "Touchpoints")
@RolesAllowed({Roles.REP, Roles.MANAGER, Roles.ADMIN})
public class TouchpointResource {

    private final DataSource app;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    TouchpointResource(DataSource app, Outbox outbox, Caller caller, Clock clock) {
        this.app = app;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Transactional
    @RolesAllowed({Roles.APP, Roles.REP, Roles.MANAGER, Roles.ADMIN})
    @Operation(summary = "Read a touchpoint")
    public TouchpointView read(@PathParam("id") UUID id) throws SQLException {
        try (Connection connection = app.getConnection()) {
            return StoredTouchpoint.find(connection, caller.workspace(), id)
                    .map(TouchpointView::of)
                    .orElseThrow(() -> ProblemException.notFound("touchpoint", id));
        }
    }

    @POST
    @Path("/complete")
    @Transactional
    @Operation(
            summary = "Done",
            description = "Completing a touchpoint is an interaction: it stands among the contact's interactions too.")
    public TouchpointView complete(@PathParam("id") UUID id, @Valid Completion body) throws SQLException {
        Completion completion = body == null ? Completion.PLAIN : body;
        try (Connection connection = app.getConnection()) {
            OpenTouchpoint open = OpenTouchpoint.hold(connection, outbox, caller, id, clock);
            Instant now = open.now();
            PlannedTouchpoint touchpoint = open.stored().touchpoint();
            if (touchpoint.state() == TouchpointState.DONE
                    && TouchpointIds.done(id).equals(touchpoint.closedBy())
                    && open.wasDoneWith(completion)) {
                return TouchpointView.of(open.stored());
            }
            open.refuseUnlessOpen();
            UUID repId = caller.repId().orElse(open.stored().ownerId());
            return TouchpointView.of(open.complete(completion.of(open.stored(), repId, now)));
        }
    }

    @POST
    @Path("/skip")
    @Transactional
    @Operation(
            summary = "Skip",
            description =
                    "The next step counts from the later of its date and the skipping. Of a reply owed: no answer is needed.")
    public TouchpointView skip(@PathParam("id") UUID id, @Valid Skip body) throws SQLException {
        Skip skip = body == null ? Skip.PLAIN : body;
        try (Connection connection = app.getConnection()) {
            OpenTouchpoint open = OpenTouchpoint.hold(connection, outbox, caller, id, clock);
            Instant now = open.now();
            StoredTouchpoint stored = open.stored();
            if (stored.touchpoint().state() == TouchpointState.SKIPPED) {
                return TouchpointView.of(stored);
            }
            open.refuseUnlessOpen();
            Decision decision = decision(stored, Decision.Kind.SKIP, now, null, skip.reason());
            return TouchpointView.of(open.decide(
                    decision,
                    new TouchpointSkipped(
                            stored.contactId(),
                            id,
                            stored.ownerId(),
                            stored.round(),
                            now,
                            caller.name(),
                            skip.reason())));
        }
    }

    @POST
    @Path("/snooze")
    @Transactional
    @Operation(summary = "Snooze", description = "It becomes due again on the first working day from that date on.")
    public TouchpointView snooze(@PathParam("id") UUID id, @Valid Snooze body) throws SQLException {
        if (body == null) {
            throw ProblemException.invalid("until", "must not be null");
        }
        try (Connection connection = app.getConnection()) {
            OpenTouchpoint open = OpenTouchpoint.hold(connection, outbox, caller, id, clock);
            Instant now = open.now();
            StoredTouchpoint stored = open.stored();
            open.refuseUnlessOpen();
            if (isSnoozedUntil(stored, body.until())) {
                return TouchpointView.of(stored);
            }
            refuseUnlessLater(stored, open.today(), body.until());
            Decision decision = decision(stored, Decision.Kind.SNOOZE, now, body.until(), null);
            return TouchpointView.of(open.decide(decision, snoozed(stored, now, body.until())));
        }
    }

    @POST
    @Path("/reschedule")
    @Transactional
    @Operation(
            summary = "Reschedule",
            description =
                    "It is planned for that date, earlier or later than its gap says; the steps after it count from there."
                            + " One that is due and is given today stays due.")
    public TouchpointView reschedule(@PathParam("id") UUID id, @Valid Reschedule body) throws SQLException {
        if (body == null) {
            throw ProblemException.invalid("date", "must not be null");
        }
        try (Connection connection = app.getConnection()) {
            OpenTouchpoint open = OpenTouchpoint.hold(connection, outbox, caller, id, clock);
            Instant now = open.now();
            StoredTouchpoint stored = open.stored();
            open.refuseUnlessOpen();
            if (open.isRescheduledTo(body.date())) {
                return TouchpointView.of(stored);
            }
            LocalDate today = open.today();
            body.check(stored, today);
            boolean announced = stored.touchpoint().state() == TouchpointState.DUE;
            if (announced && body.date().equals(today)) {
                return TouchpointView.of(stored);
            }
            Decision decision = decision(stored, Decision.Kind.RESCHEDULE, now, body.date(), body.reason());
            Object[] putOff = announced ? new Object[] {snoozed(stored, now, body.date())} : new Object[0];
            return TouchpointView.of(open.decide(decision, putOff));
        }
    }

    /** Of what was announced: nobody is to be reminded of it before that date. */
    private TouchpointSnoozed snoozed(StoredTouchpoint stored, Instant now, LocalDate until) {
        return new TouchpointSnoozed(
                stored.contactId(),
                stored.touchpoint().id(),
                stored.ownerId(),
                stored.round(),
                now,
                caller.name(),
                until);
    }

    private Decision decision(
            StoredTouchpoint stored, Decision.Kind kind, Instant now, LocalDate until, String reason) {
        return new Decision(
                UuidCreator.getTimeOrderedEpoch(),
                null,
                stored.touchpoint().id(),
                kind,
                now,
                caller.name(),
                stored.touchpoint().dueOn(),
                until,
                reason,
                null);
    }

    private static boolean isSnoozedUntil(StoredTouchpoint stored, LocalDate until) {
        return stored.touchpoint().reasons().stream()
                .anyMatch(reason -> reason.code() == ReasonCode.DECIDED
                        && until.toString().equals(reason.data().get("until")));
    }

    private static void refuseUnlessLater(StoredTouchpoint stored, LocalDate today, LocalDate until) {
        if (stored.touchpoint().kind() == TouchpointKind.REPLY_OWED) {
            throw ProblemException.rule(
                    "P5", "until", "A reply owed does not move; answer it, or skip it if none is needed.");
        }
        Dates.check("until", until);
        if (!until.isAfter(today)) {
            throw ProblemException.rule("T5", "until", "It must be later than today, " + today + ".");
        }
        Dates.refuseBeyond("until", until, today);
        LocalDate dueOn = stored.touchpoint().dueOn();
        if (dueOn != null && !until.isAfter(dueOn)) {
            throw ProblemException.rule("P10", "until", "It must be later than the touchpoint's date, " + dueOn + ".");
        }
    }
}
