package io.sevenfold.cadence.touchpoint;

import com.github.f4b6a3.uuid.UuidCreator;
import io.sevenfold.cadence.plan.StoredTouchpoint;
import io.sevenfold.cadence.planning.Decision;
import io.sevenfold.cadence.planning.PlannedTouchpoint;
import io.sevenfold.cadence.planning.TouchpointIds;
import io.sevenfold.delivery.Outbox;
import io.sevenfold.events.TouchpointSkipped;
import io.sevenfold.events.TouchpointSnoozed;
import io.sevenfold.events.TouchpointState;
import io.sevenfold.rest.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What a person does with a touchpoint, by the API or on a page. Each may be repeated; one that comes too late is told what
 * happened, by a 409.
 */
@ApplicationScoped
public class TouchpointActions {

    private final DataSource app;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    TouchpointActions(DataSource app, Outbox outbox, Caller caller, Clock clock) {
        this.app = app;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /** Done: that is an interaction, of the caller's, or of who was to do it. */
    @Transactional
    public StoredTouchpoint complete(UUID id, Completion completion, Expected expected) throws SQLException {
        try (Connection connection = app.getConnection()) {
            OpenTouchpoint open = hold(connection, id, expected);
            Instant now = open.now();
            PlannedTouchpoint touchpoint = open.stored().touchpoint();
            if (touchpoint.state() == TouchpointState.DONE
                    && TouchpointIds.done(id).equals(touchpoint.closedBy())
                    && open.wasDoneWith(completion)) {
                return open.stored();
            }
            open.refuseUnlessOpen();
            UUID repId = caller.repId().orElse(open.stored().ownerId());
            return open.complete(completion.of(open.stored(), repId, now));
        }
    }

    /** Not to be done; of a reply owed: no answer is needed. */
    @Transactional
    public StoredTouchpoint skip(UUID id, Skip skip, Expected expected) throws SQLException {
        try (Connection connection = app.getConnection()) {
            OpenTouchpoint open = hold(connection, id, expected);
            Instant now = open.now();
            StoredTouchpoint stored = open.stored();
            if (stored.touchpoint().state() == TouchpointState.SKIPPED) {
                return stored;
            }
            open.refuseUnlessOpen();
            Decision decision = decision(stored, Decision.Kind.SKIP, now, null, skip.reason());
            return open.decide(
                    decision,
                    new TouchpointSkipped(
                            stored.contactId(),
                            id,
                            stored.ownerId(),
                            stored.round(),
                            now,
                            caller.name(),
                            skip.reason()));
        }
    }

    /** Not before a later date. */
    @Transactional
    public StoredTouchpoint snooze(UUID id, Snooze snooze, Expected expected) throws SQLException {
        try (Connection connection = app.getConnection()) {
            OpenTouchpoint open = hold(connection, id, expected);
            Instant now = open.now();
            StoredTouchpoint stored = open.stored();
            open.refuseUnlessOpen();
            if (snooze.isDecided(stored)) {
                return stored;
            }
            snooze.check(stored, open.today());
            Decision decision = decision(stored, Decision.Kind.SNOOZE, now, snooze.until(), null);
            return open.decide(decision, snoozed(stored, now, snooze.until()));
        }
    }

    /** On another date, earlier or later; one that is due and is given today stays due. */
    @Transactional
    public StoredTouchpoint reschedule(UUID id, Reschedule reschedule, Expected expected) throws SQLException {
        try (Connection connection = app.getConnection()) {
            OpenTouchpoint open = hold(connection, id, expected);
            Instant now = open.now();
            StoredTouchpoint stored = open.stored();
            open.refuseUnlessOpen();
            if (open.isRescheduledTo(reschedule.date())) {
                return stored;
            }
            LocalDate today = open.today();
            reschedule.check(stored, today);
            boolean announced = stored.touchpoint().state() == TouchpointState.DUE;
            if (announced && reschedule.date().equals(today)) {
                return stored;
            }
            Decision decision = decision(stored, Decision.Kind.RESCHEDULE, now, reschedule.date(), reschedule.reason());
            Object[] putOff = announced ? new Object[] {snoozed(stored, now, reschedule.date())} : new Object[0];
            return open.decide(decision, putOff);
        }
    }

    private OpenTouchpoint hold(Connection connection, UUID id, Expected expected) throws SQLException {
        OpenTouchpoint open = OpenTouchpoint.hold(connection, outbox, caller, id, clock);
        expected.check(open.stored());
        return open;
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
}
