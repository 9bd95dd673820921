package io.sevenfold.interactions.interaction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sevenfold.delivery.Outbox;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.Subjects;
import io.sevenfold.events.Interaction;
import io.sevenfold.interactions.RequestTransactions;
import io.sevenfold.interactions.known.KnownContacts;
import io.sevenfold.interactions.known.Mentioned;
import io.sevenfold.rest.Caller;
import io.sevenfold.rest.MergePatch;
import io.sevenfold.rest.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;

/** Corrects and removes interactions. */
@ApplicationScoped
class Editing {

    private final Caller caller;
    private final InteractionAccess access;
    private final Clock clock;
    private final MergePatch mergePatch;
    private final Patience patience;
    private final RequestTransactions transactions;
    private final Outbox outbox;

    Editing(
            Caller caller,
            InteractionAccess access,
            Clock clock,
            MergePatch mergePatch,
            Patience patience,
            RequestTransactions transactions,
            Outbox outbox) {
        this.caller = caller;
        this.access = access;
        this.clock = clock;
        this.mergePatch = mergePatch;
        this.patience = patience;
        this.transactions = transactions;
        this.outbox = outbox;
    }

    /** Corrects what the patch names; what changes nothing makes no new version. */
    Interaction correct(UUID id, ObjectNode patch, String ifMatch) {
        long expectedVersion = MergePatch.expectedVersion(patch, ifMatch);
        return patience.with(() -> transactions.call(connection -> correct(connection, id, expectedVersion, patch)));
    }

    /** Removes it; one that is removed already stays so. */
    void remove(UUID id, String ifMatch) {
        transactions.call(connection -> {
            if (!InteractionTable.isRemoved(connection, caller.workspace(), id)) {
                Interaction current = lockedForWrite(connection, id);
                MergePatch.requireMatch(ifMatch, current.version());
                InteractionTable.remove(connection, caller.workspace(), id, clock.instant());
                outbox.append(InteractionEvents.removed(caller.workspace(), current));
            }
            return null;
        });
    }

    private Interaction correct(Connection connection, UUID id, long expectedVersion, ObjectNode patch)
            throws SQLException {
        Interaction current = lockedForWrite(connection, id);
        if (current.version() != expectedVersion) {
            throw MergePatch.stale(expectedVersion, current.version());
        }
        InteractionFields before = InteractionFields.of(current);
        InteractionFields fields = mergePatch.apply(before, patch, InteractionFields.class);
        if (fields.equals(before)) {
            return current;
        }
        requireSame("id", before.id(), fields.id());
        requireSame("contactId", before.contactId(), fields.contactId());
        access.requireHandOver(before.repId(), fields.repId());
        Interaction next = fields.after(current);
        InteractionRules.check(next, clock.instant());
        checkMentioned(connection, current, next);

        InteractionTable.update(connection, caller.workspace(), next);
        outbox.append(InteractionEvents.corrected(caller.workspace(), next));
        return next;
    }

    /** The interaction, which nobody else changes until the transaction ends, wherever its contact was merged to meanwhile. */
    private Interaction lockedForWrite(Connection connection, UUID id) throws SQLException {
        Subjects.lock(connection, contactOf(find(connection, id)));
        Interaction interaction = find(connection, id);
        access.requireWrite(
                interaction,
                KnownContacts.ownerOf(connection, contactOf(interaction)).orElse(null));
        return interaction;
    }

    private Interaction find(Connection connection, UUID id) throws SQLException {
        return InteractionTable.find(connection, caller.workspace(), id)
                .map(InteractionRow::interaction)
                .orElseThrow(() -> ProblemException.notFound("interaction", id));
    }

    private Subject contactOf(Interaction interaction) {
        return new Subject(caller.workspace(), interaction.contactId());
    }

    /** Only what changed: the rest may have come from a topic before that of those it mentions. */
    private void checkMentioned(Connection connection, Interaction current, Interaction next) throws SQLException {
        UUID newRep = Objects.equals(current.repId(), next.repId()) ? null : next.repId();
        UUID newTouchpoint = Objects.equals(current.touchpointId(), next.touchpointId()) ? null : next.touchpointId();
        if (newRep != null || newTouchpoint != null) {
            InteractionRules.checkMentioned(next, Mentioned.by(connection, contactOf(next), newRep, newTouchpoint));
        }
    }

    private static void requireSame(String field, UUID before, UUID after) {
        if (!before.equals(after)) {
            throw ProblemException.invalid(
                    field, "never changes; remove this interaction and record the one that happened");
        }
    }
}
