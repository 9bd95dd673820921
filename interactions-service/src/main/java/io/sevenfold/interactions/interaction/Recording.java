package io.sevenfold.interactions.interaction;

import io.sevenfold.delivery.Endings;
import io.sevenfold.delivery.Outbox;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.Subjects;
import io.sevenfold.events.Interaction;
import io.sevenfold.interactions.RequestTransactions;
import io.sevenfold.interactions.known.Mentioned;
import io.sevenfold.rest.Caller;
import io.sevenfold.rest.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Records an interaction, once however often it is sent. */
@ApplicationScoped
class Recording {

    private final Caller caller;
    private final InteractionAccess access;
    private final Clock clock;
    private final Patience patience;
    private final RequestTransactions transactions;
    private final Outbox outbox;

    Recording(
            Caller caller,
            InteractionAccess access,
            Clock clock,
            Patience patience,
            RequestTransactions transactions,
            Outbox outbox) {
        this.caller = caller;
        this.access = access;
        this.clock = clock;
        this.patience = patience;
        this.transactions = transactions;
        this.outbox = outbox;
    }

    Recorded record(InteractionFields sent) {
        InteractionFields fields = sent.by(access.repOfNew(sent.repId()));
        return patience.with(() -> transactions.call(connection -> record(connection, fields)));
    }

    private Recorded record(Connection connection, InteractionFields fields) throws SQLException {
        Subject contact = new Subject(caller.workspace(), fields.contactId());
        Endings endings = Subjects.lock(connection, contact);
        if (endings.erased(contact)) {
            throw ProblemException.of(
                    410, "contact-erased", "The contact is gone", "'contactId': " + contact.id() + " was erased.");
        }
        Subject survivor = endings.survivor(contact);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Interaction interaction = fields.recorded(survivor.id(), now);
        InteractionRules.check(interaction, now);
        InteractionRules.checkMentioned(
                interaction, Mentioned.by(connection, survivor, interaction.repId(), interaction.touchpointId()));

        InteractionRow row = new InteractionRow(caller.workspace(), interaction, fields.digest());
        List<InteractionRow> stored = InteractionTable.insert(connection, List.of(row));
        if (stored.isEmpty()) {
            return new Recorded(recordedBefore(connection, row), false);
        }
        outbox.append(InteractionEvents.recorded(caller.workspace(), interaction));
        return new Recorded(interaction, true);
    }

    private Interaction recordedBefore(Connection connection, InteractionRow row) throws SQLException {
        UUID id = row.interaction().id();
        InteractionRow before = InteractionTable.find(connection, caller.workspace(), id)
                .orElseThrow(
                        () -> taken("id-removed", id, "was an interaction that was removed; it does not come back."));
        if (!row.recordedFrom().equals(before.recordedFrom())) {
            throw taken("id-taken", id, "is another interaction.");
        }
        return before.interaction();
    }

    private static ProblemException taken(String type, UUID id, String why) {
        return ProblemException.conflict(type, "'id': " + id + " " + why).with("interactionId", id);
    }
}
