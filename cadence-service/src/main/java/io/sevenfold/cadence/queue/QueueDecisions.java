package io.sevenfold.cadence.queue;

import static java.util.stream.Collectors.toMap;

import com.github.f4b6a3.uuid.UuidCreator;
import io.sevenfold.cadence.plan.Decisions;
import io.sevenfold.cadence.plan.HandOver;
import io.sevenfold.cadence.plan.HandOvers;
import io.sevenfold.cadence.plan.RepCalendars;
import io.sevenfold.cadence.plan.StoredTouchpoint;
import io.sevenfold.cadence.planning.Decision;
import io.sevenfold.delivery.Outbox;
import io.sevenfold.delivery.OutgoingEvent;
import io.sevenfold.delivery.Subject;
import io.sevenfold.events.Topic;
import io.sevenfold.events.TouchpointKind;
import io.sevenfold.events.TouchpointSkipped;
import io.sevenfold.events.TouchpointState;
import io.sevenfold.rest.Caller;
import io.sevenfold.rest.ProblemException;
import io.sevenfold.rest.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * What a person decides about one or many touchpoints of a queue at once. Each call may be repeated; one refusal does not stop the
 * others, and says what already happened.
 */
@Path("/v1/queues/{repId}")
@Tag(name = "Queues")
@RolesAllowed({Roles.REP, Roles.MANAGER, Roles.ADMIN})
public class QueueDecisions {

    private static final String SELECTION = "touchpointIds";

    private final DataSource app;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    QueueDecisions(DataSource app, Outbox outbox, Caller caller, Clock clock) {
        this.app = app;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Path("/hand-over")
    @Transactional
    @Operation(
            summary = "Hand over",
            description =
                    "The contacts of these touchpoints are the other rep's from now on, with all that is planned for them.")
    public Results handOver(@PathParam("repId") UUID repId, @NotNull @Valid HandOverOrder order) throws SQLException {
        refuseUnlessOwn(repId);
        if (order.toRepId().equals(repId)) {
            throw ProblemException.invalid("toRepId", "must be another rep");
        }
        try (Connection connection = app.getConnection()) {
            if (RepCalendars.rep(connection, caller.workspace(), order.toRepId())
                    .isEmpty()) {
                throw ProblemException.refused("unknown-rep", "toRepId", "There is no such rep here.");
            }
            Selected selected =
                    Selected.hold(connection, caller.workspace(), new LinkedHashSet<>(order.touchpointIds()));
            Instant now = now();
            selected.refuseClosed();
            Set<Subject> before = Set.copyOf(selected.contacts());
            Map<Subject, HandOver> handOvers = HandOvers.to(connection, order.toRepId(), before).stream()
                    .collect(toMap(HandOver::contact, it -> it));
            selected.settled(it -> !handOvers.containsKey(new Subject(caller.workspace(), it.contactId())));
            refuseOthers(selected, repId);
            selected.refuse(
                    it -> !mayGive(handOvers.get(new Subject(caller.workspace(), it.contactId()))),
                    ProblemException.forbidden("Only the contact's owner or a manager hands it over."));
            List<HandOver> left = selected.contacts().stream()
                    .map(handOvers::get)
                    .filter(Objects::nonNull)
                    .toList();
            outbox.append(selected.replanned(HandOvers.keep(connection, left, caller.name(), now), now));
            return selected.results();
        }
    }

    @POST
    @Path("/let-go")
    @Transactional
    @Operation(
            summary = "Let go",
            description =
                    "Skips these steps and thank-yous. A reply owed is refused: it wants an answer, or the decision that none"
                            + " is needed.")
    public Results letGo(@PathParam("repId") UUID repId, @NotNull @Valid Selection selection) throws SQLException {
        return skip(
                repId,
                selection,
                it -> it.touchpoint().kind() == TouchpointKind.REPLY_OWED,
                ProblemException.rule(
                        "P5", SELECTION, "A reply owed is not let go; answer it, or say that no answer is needed."));
    }

    @POST
    @Path("/no-answer-needed")
    @Transactional
    @Operation(summary = "No answer needed", description = "Closes these replies owed; the plans go on from there.")
    public Results noAnswerNeeded(@PathParam("repId") UUID repId, @NotNull @Valid Selection selection)
            throws SQLException {
        return skip(
                repId,
                selection,
                it -> it.touchpoint().kind() != TouchpointKind.REPLY_OWED,
                ProblemException.rule(
                        "What an interaction does", SELECTION, "Only a reply owed needs no answer; a step is let go."));
    }

    private Results skip(UUID repId, Selection selection, Predicate<StoredTouchpoint> other, ProblemException why)
            throws SQLException {
        refuseUnlessOwn(repId);
        try (Connection connection = app.getConnection()) {
            Selected selected =
                    Selected.hold(connection, caller.workspace(), new LinkedHashSet<>(selection.touchpointIds()));
            Instant now = now();
            refuseOthers(selected, repId);
            selected.refuse(other, why);
            selected.settled(it -> it.touchpoint().state() == TouchpointState.SKIPPED);
            selected.refuseClosed();
            List<Decisions.Of> decisions = new ArrayList<>();
            List<OutgoingEvent> told = new ArrayList<>();
            for (StoredTouchpoint it : selected.left()) {
                Subject contact = new Subject(caller.workspace(), it.contactId());
                decisions.add(new Decisions.Of(contact, decision(it, now, selection.reason())));
                told.add(
                        OutgoingEvent.of(Topic.TOUCHPOINTS.topicName(), contact, skipped(it, now, selection.reason())));
            }
            Decisions.keep(connection, decisions);
            outbox.append(selected.replanned(told, now));
            return selected.results();
        }
    }

    private Decision decision(StoredTouchpoint it, Instant now, String reason) {
        return new Decision(
                UuidCreator.getTimeOrderedEpoch(),
                null,
                it.touchpoint().id(),
                Decision.Kind.SKIP,
                now,
                caller.name(),
                it.touchpoint().dueOn(),
                null,
                reason,
                null);
    }

    private TouchpointSkipped skipped(StoredTouchpoint it, Instant now, String reason) {
        return new TouchpointSkipped(
                it.contactId(), it.touchpoint().id(), it.ownerId(), it.round(), now, caller.name(), reason);
    }

    private void refuseUnlessOwn(UUID repId) {
        if (!caller.actsOnAll() && !caller.is(repId)) {
            throw ProblemException.forbidden("Only the rep or a manager decides about a queue.");
        }
    }

    /** Who covers does the touches; whose the contact is stays the owner's to say (P9). */
    private boolean mayGive(HandOver handOver) {
        return caller.actsOnAll() || caller.is(handOver.from());
    }

    private static void refuseOthers(Selected selected, UUID repId) {
        selected.refuse(
                it -> !repId.equals(it.ownerId()),
                ProblemException.conflict(
                        "not-in-queue", "It is not this rep's: it is, or was, somebody else's to do."));
    }

    /** As the database keeps instants; asked once the locks are held, for whoever had them before decided before. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
