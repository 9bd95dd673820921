package io.sevenfold.cadence.touchpoint;

import static io.sevenfold.delivery.sql.Sql.query;

import io.sevenfold.cadence.plan.Decisions;
import io.sevenfold.cadence.plan.Interactions;
import io.sevenfold.cadence.plan.RepCalendars;
import io.sevenfold.cadence.plan.Replanning;
import io.sevenfold.cadence.plan.StoredTouchpoint;
import io.sevenfold.cadence.plan.Trace;
import io.sevenfold.cadence.planning.Decision;
import io.sevenfold.delivery.Outbox;
import io.sevenfold.delivery.OutgoingEvent;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.Subjects;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.Topic;
import io.sevenfold.rest.Caller;
import io.sevenfold.rest.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A touchpoint held under its contact's lock while a person acts on it. */
final class OpenTouchpoint {

    private final Connection connection;
    private final Outbox outbox;
    private final Instant now;
    private final Subject contact;
    private final StoredTouchpoint stored;

    private OpenTouchpoint(
            Connection connection, Outbox outbox, Instant now, Subject contact, StoredTouchpoint stored) {
        this.connection = connection;
        this.outbox = outbox;
        this.now = now;
        this.contact = contact;
        this.stored = stored;
    }

    /**
     * Waits for the contact's lock and looks at the touchpoint and the clock: whoever had the lock before decided before.
     *
     * @throws ProblemException 404 where the workspace has none of that id, 403 where the caller may not act on it
     */
    static OpenTouchpoint hold(Connection connection, Outbox outbox, Caller caller, UUID id, Clock clock)
            throws SQLException {
        UUID contactId = find(connection, caller, id).contactId();
        Subject contact = new Subject(caller.workspace(), contactId);
        Subjects.lock(connection, contact);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        StoredTouchpoint stored = find(connection, caller, id);
        boolean mayAct = caller.actsOnAll() || caller.is(stored.ownerId()) || owns(connection, caller, contact);
        if (!mayAct) {
            throw ProblemException.forbidden(
                    "Only who is to do it, the contact's owner or a manager acts on a touchpoint.");
        }
        return new OpenTouchpoint(connection, outbox, now, contact, stored);
    }

    /** While the touchpoint is with who covers for them, the owner may act on it too (P9). */
    private static boolean owns(Connection connection, Caller caller, Subject contact) throws SQLException {
        return query(
                        connection,
                        "select owner_id from contact where workspace_id = ? and id = ?",
                        row -> row.uuid("owner_id"),
                        contact.workspace(),
                        contact.id())
                .stream()
                .anyMatch(caller::is);
    }

    /** When it is acted on, as the database keeps instants. */
    Instant now() {
        return now;
    }

    StoredTouchpoint stored() {
        return stored;
    }

    /** The local date now of who is to do it; of one that nobody is to do, that of UTC. */
    LocalDate today() throws SQLException {
        return RepCalendars.find(connection, contact.workspace(), stored.ownerId())
                .map(calendar -> calendar.dateOf(now))
                .orElseGet(() -> LocalDate.ofInstant(now, ZoneOffset.UTC));
    }

    /** @throws ProblemException 409 that says what already happened */
    void refuseUnlessOpen() throws SQLException {
        if (!stored.touchpoint().state().isOpen()) {
            throw Closing.refusals(connection, contact.workspace(), List.of(stored))
                    .get(stored.touchpoint().id());
        }
    }

    /** Whether the last that was decided about its date is that it is to be this one. */
    boolean isRescheduledTo(LocalDate date) throws SQLException {
        return query(
                        connection,
                        """
                        select kind = 'RESCHEDULE' and until = ? as same from decision
                         where workspace_id = ? and contact_id = ? and touchpoint_id = ? and kind in ('RESCHEDULE', 'SNOOZE')
                         order by decided_at desc, id desc limit 1""",
                        row -> row.flag("same"),
                        date,
                        contact.workspace(),
                        contact.id(),
                        stored.touchpoint().id())
                .contains(true);
    }

    /** Whether the interaction that closed it came to the same, as far as this says: then completing it again changes nothing. */
    boolean wasDoneWith(Completion again) throws SQLException {
        return !query(
                        connection,
                        """
                        select id from interaction
                         where workspace_id = ? and id = ? and outcome = ?
                           and coalesce(?::date, revisit_on) is not distinct from revisit_on
                           and coalesce(?::date, meeting_on) is not distinct from meeting_on""",
                        row -> row.uuid("id"),
                        contact.workspace(),
                        stored.touchpoint().closedBy(),
                        again.outcomeOrNone(),
                        again.revisitOn(),
                        again.meetingOn())
                .isEmpty();
    }

    /**
     * Keeps what was done as an interaction and plans anew.
     *
     * @throws ProblemException 409 where it was done so before, and that was corrected or removed since: only another interaction
     *     can do it again; 422 where the touchpoint was not open then
     */
    StoredTouchpoint complete(Interaction done) throws SQLException {
        if (Interactions.knows(connection, contact.workspace(), done.id())) {
            throw ProblemException.conflict(
                    "completion-taken-back",
                    "It was completed before, and that was corrected or removed since. Record an interaction that names it.");
        }
        Interactions.keep(connection, List.of(new Interactions.Version(contact, done, null, false)));
        StoredTouchpoint after = replan(Map.of(done.id(), done));
        if (!done.id().equals(after.touchpoint().closedBy())) {
            throw ProblemException.rule(
                    "What an interaction does", "occurredAt", "At that time this touchpoint was not open.");
        }
        return after;
    }

    /** Keeps a decision, plans anew and tells of it, where there is anything to tell. */
    StoredTouchpoint decide(Decision decision, Object... events) throws SQLException {
        Decisions.keep(connection, List.of(new Decisions.Of(contact, decision)));
        return replan(
                Map.of(),
                Stream.of(events)
                        .map(event -> OutgoingEvent.of(Topic.TOUCHPOINTS.topicName(), contact, event))
                        .toArray(OutgoingEvent[]::new));
    }

    private StoredTouchpoint replan(Map<UUID, Interaction> completions, OutgoingEvent... first) throws SQLException {
        Map<Subject, String> cause =
                Stream.ofNullable(Trace.current()).collect(Collectors.toMap(trace -> contact, trace -> trace));
        List<OutgoingEvent> events = Replanning.replan(connection, List.of(contact), cause, completions, now);
        outbox.append(Stream.concat(Stream.of(first), events.stream()).toArray(OutgoingEvent[]::new));
        return StoredTouchpoint.find(
                        connection, contact.workspace(), stored.touchpoint().id())
                .orElseThrow();
    }

    private static StoredTouchpoint find(Connection connection, Caller caller, UUID id) throws SQLException {
        return StoredTouchpoint.find(connection, caller.workspace(), id)
                .orElseThrow(() -> ProblemException.notFound("touchpoint", id));
    }
}
