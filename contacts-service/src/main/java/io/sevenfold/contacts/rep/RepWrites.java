package io.sevenfold.contacts.rep;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.orm.panache.Panache;
import io.sevenfold.contacts.RequestDigest;
import io.sevenfold.contacts.SubjectLock;
import io.sevenfold.contacts.WriteTransaction;
import io.sevenfold.contacts.contact.Ownership;
import io.sevenfold.contacts.validation.Text;
import io.sevenfold.delivery.Endings;
import io.sevenfold.delivery.Outbox;
import io.sevenfold.delivery.OutgoingEvent;
import io.sevenfold.delivery.Subject;
import io.sevenfold.events.RepAdded;
import io.sevenfold.events.RepChanged;
import io.sevenfold.events.RepErased;
import io.sevenfold.events.Topic;
import io.sevenfold.rest.Caller;
import io.sevenfold.rest.MergePatch;
import io.sevenfold.rest.ProblemException;
import io.sevenfold.rest.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Everything a request does to a rep: each in one transaction, with its events. */
@ApplicationScoped
class RepWrites {

    /** A rep as a write left them, and whether they were not there before. */
    record Written(RepView rep, boolean created) {}

    /** Not a rep: its lock is held by each write about any rep of a workspace, for managers and covers are rules between several. */
    private static final UUID ALL_REPS = new UUID(0, 0);

    private final Caller caller;
    private final MergePatch mergePatch;
    private final RequestDigest digest;
    private final Ownership ownership;
    private final Outbox outbox;

    RepWrites(Caller caller, MergePatch mergePatch, RequestDigest digest, Ownership ownership, Outbox outbox) {
        this.caller = caller;
        this.mergePatch = mergePatch;
        this.digest = digest;
        this.ownership = ownership;
        this.outbox = outbox;
    }

    /** Creates them; the same request under the same id again finds whom it created. */
    Written create(RepFields fields) {
        UUID id = fields.id() == null ? UuidCreator.getTimeOrderedEpoch() : fields.id();
        return WriteTransaction.run(() -> create(id, fields));
    }

    /** Changes what the patch names. */
    RepView patch(UUID id, ObjectNode patch, String ifMatch) {
        if (isOnlyRep() && !caller.is(id)) {
            throw ProblemException.forbidden("A rep changes their own record only.");
        }
        long expected = MergePatch.expectedVersion(patch, ifMatch);
        return WriteTransaction.run(() -> {
            lock(id);
            Rep rep = Rep.at(caller.workspace(), id).orElseThrow(() -> ProblemException.notFound("rep", id));
            if (expected != rep.version) {
                throw MergePatch.stale(expected, rep.version);
            }
            return change(rep, mergePatch.apply(rep.fields(), patch, RepFields.class));
        });
    }

    /** Erases them: their contacts have no owner then, and they are nobody's manager or cover. One who is erased already stays so. */
    void erase(UUID id, String ifMatch) {
        WriteTransaction.run(() -> {
            Subject subject = new Subject(caller.workspace(), id);
            if (lock(id).erased(subject)) {
                return null;
            }
            Rep rep = Rep.at(caller.workspace(), id).orElseThrow(() -> ProblemException.notFound("rep", id));
            MergePatch.requireMatch(ifMatch, rep.version);
            closeToNewContacts(subject);
            for (Rep other : Rep.naming(caller.workspace(), id)) {
                other.forget(id);
                publishChange(other);
            }
            ownership.end(subject);
            rep.delete();
            Rep.flush();
            SubjectLock.erase(subject);
            publish(subject, new RepErased(id, rep.version + 1));
            return null;
        });
    }

    private Written create(UUID id, RepFields fields) {
        Subject subject = new Subject(caller.workspace(), id);
        UUID createdFrom = digest.of(fields);
        if (lock(id).erased(subject)) {
            throw ProblemException.conflict("id-erased", "The rep of this id was erased; they do not come back.");
        }
        Optional<Rep> there = Rep.at(caller.workspace(), id);
        if (there.isPresent()) {
            if (!there.get().createdFrom.equals(createdFrom)) {
                throw ProblemException.conflict("id-taken", "Another rep was created under this id.")
                        .with("repId", id);
            }
            return new Written(there.get().view(), false);
        }
        requireFree(id, fields);
        RepRules.check(caller.workspace(), id, null, fields);

        Rep rep = new Rep();
        rep.workspace = caller.workspace();
        rep.id = id;
        rep.version = 1;
        rep.createdFrom = createdFrom;
        rep.take(fields);
        rep.persistAndFlush();
        publish(subject, new RepAdded(rep.event()));
        return new Written(rep.view(), true);
    }

    private RepView change(Rep rep, RepFields fields) {
        if (fields.equals(rep.fields())) {
            return rep.view();
        }
        if (!rep.id.equals(fields.id())) {
            throw ProblemException.invalid("id", "never changes");
        }
        if (isOnlyRep() && !Objects.equals(rep.managerId, fields.managerId())) {
            throw ProblemException.forbidden("Who manages a rep is not theirs to change.");
        }
        requireFree(rep.id, fields);
        RepRules.check(rep.workspace, rep.id, rep.fields(), fields);
        rep.take(fields);
        publishChange(rep);
        return rep.view();
    }

    private void publishChange(Rep rep) {
        rep.version++;
        Rep.flush();
        publish(rep.subject(), new RepChanged(rep.event()));
    }

    private Endings lock(UUID id) {
        return SubjectLock.lock(new Subject(caller.workspace(), id), new Subject(caller.workspace(), ALL_REPS));
    }

    /** Waits for those who just made this rep an owner ({@link Reps#require}), and keeps others from it. */
    private static void closeToNewContacts(Subject rep) {
        Panache.getSession()
                .createNativeQuery("select id from rep where workspace_id = ?1 and id = ?2 for update", UUID.class)
                .setParameter(1, rep.workspace())
                .setParameter(2, rep.id())
                .list();
    }

    private void requireFree(UUID self, RepFields fields) {
        Rep.idByEmail(caller.workspace(), Text.emailKey(fields.email()))
                .filter(id -> !id.equals(self))
                .ifPresent(id -> {
                    throw ProblemException.conflict("email-taken", "A rep with this e-mail is there already.")
                            .with("repId", id);
                });
    }

    private boolean isOnlyRep() {
        return !caller.has(Roles.APP) && !caller.actsOnAll();
    }

    private void publish(Subject subject, Object event) {
        outbox.append(OutgoingEvent.of(Topic.REPS.topicName(), subject, event));
    }
}
