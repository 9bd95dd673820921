package io.sevenfold.cadence.enrollment;

import com.github.f4b6a3.uuid.UuidCreator;
import io.sevenfold.cadence.plan.Trace;
import io.sevenfold.delivery.Outbox;
import io.sevenfold.delivery.OutgoingEvent;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.Subjects;
import io.sevenfold.rest.Caller;
import io.sevenfold.rest.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** What a request does with one contact's enrollment, in its transaction. */
@RequestScoped
class Enrolling {

    private final DataSource app;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    Enrolling(DataSource app, Outbox outbox, Caller caller, Clock clock) {
        this.app = app;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /** An enrollment, and whether this very request started it. */
    record Started(EnrollmentView enrollment, boolean now) {}

    /**
     * Starts one; the same request under the same id again finds what it started.
     *
     * @throws ProblemException 409 where the id is another's; what {@link Rules} say
     */
    Started start(UUID wantedId, UUID contactId, UUID cadenceId) throws SQLException {
        UUID id = wantedId == null ? UuidCreator.getTimeOrderedEpoch() : wantedId;
        try (Connection connection = app.getConnection()) {
            Subject contact = Subjects.lock(connection, new Subject(caller.workspace(), contactId))
                    .survivor(new Subject(caller.workspace(), contactId));
            Instant now = now();
            boolean there =
                    EnrollmentList.find(connection, caller.workspace(), id, now).isPresent();
            if (!there) {
                carryOut(connection, contactId, Order.start(Asker.of(caller), id, cadenceId), now);
            }
            EnrollmentView enrollment = find(connection, id, now);
            if (!enrollment.contactId().equals(contact.id())
                    || !enrollment.cadence().id().equals(cadenceId)) {
                throw ProblemException.conflict("id-taken", "The id " + id + " is that of another enrollment.");
            }
            return new Started(enrollment, !there);
        }
    }

    /**
     * Carries out an order about one that is there.
     *
     * @return the enrollment that its contact is in afterwards
     * @throws ProblemException 404 where the workspace has none of that id; what {@link Rules} say
     */
    EnrollmentView act(Order order) throws SQLException {
        try (Connection connection = app.getConnection()) {
            UUID contactId = find(connection, order.enrollmentId(), now()).contactId();
            Subjects.lock(connection, new Subject(caller.workspace(), contactId));
            Instant now = now();
            UUID after = carryOut(connection, contactId, order, now);
            return find(connection, after, now);
        }
    }

    private UUID carryOut(Connection connection, UUID contactId, Order order, Instant now) throws SQLException {
        Verdict verdict = Judging.judge(connection, caller.workspace(), Map.of(contactId, order), now)
                .get(contactId);
        if (verdict.isRefused()) {
            throw verdict.refusal().problem();
        }
        List<OutgoingEvent> events = Deeds.carryOut(connection, List.of(verdict), caller.name(), Trace.current(), now);
        outbox.append(events.toArray(OutgoingEvent[]::new));
        return verdict.enrollmentId();
    }

    private EnrollmentView find(Connection connection, UUID id, Instant now) throws SQLException {
        return EnrollmentList.find(connection, caller.workspace(), id, now)
                .orElseThrow(() -> ProblemException.notFound("enrollment", id));
    }

    /** As the database keeps instants. Of what is decided, asked once the lock is held: whoever had it before decided before. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
