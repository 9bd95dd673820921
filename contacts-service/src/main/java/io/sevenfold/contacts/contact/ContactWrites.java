package io.sevenfold.contacts.contact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.sevenfold.contacts.RequestDigest;
import io.sevenfold.contacts.SubjectLock;
import io.sevenfold.contacts.WriteTransaction;
import io.sevenfold.contacts.WriteTransaction.Overtaken;
import io.sevenfold.contacts.rep.Reps;
import io.sevenfold.contacts.validation.Text;
import io.sevenfold.delivery.Endings;
import io.sevenfold.delivery.Outbox;
import io.sevenfold.delivery.OutgoingEvent;
import io.sevenfold.delivery.Subject;
import io.sevenfold.events.ContactAdded;
import io.sevenfold.events.ContactChanged;
import io.sevenfold.events.ContactErased;
import io.sevenfold.events.Topic;
import io.sevenfold.rest.Caller;
import io.sevenfold.rest.MergePatch;
import io.sevenfold.rest.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Everything a request does to a contact: each in one transaction, under the contact's lock, with its event. */
@ApplicationScoped
class ContactWrites {

    /** A contact as a write left it, and whether it was not there before. */
    record Written(ContactView contact, boolean created) {}

    private final Caller caller;
    private final ContactAccess access;
    private final MergePatch mergePatch;
    private final RequestDigest digest;
    private final Outbox outbox;
    private final Clock clock;

    ContactWrites(
            Caller caller,
            ContactAccess access,
            MergePatch mergePatch,
            RequestDigest digest,
            Outbox outbox,
            Clock clock) {
        this.caller = caller;
        this.access = access;
        this.mergePatch = mergePatch;
        this.digest = digest;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Creates it; the same request under the same id again finds what it created. */
    Written create(ContactFields asked) {
        ContactFields fields = asked.with(access.ownerOfNew(asked.ownerId()), asked.externalId());
        UUID id = asked.id() == null ? UuidCreator.getTimeOrderedEpoch() : asked.id();
        return WriteTransaction.run(() -> create(id, fields, ContactWrites::externalIdTaken));
    }

    /** Creates or changes the contact that another application knows by this id. */
    Written put(String inPath, ContactFields asked) {
        String externalId = Text.trimmed(inPath);
        if (externalId == null) {
            throw ProblemException.invalid("externalId", "is blank");
        }
        if (asked.externalId() != null && !asked.externalId().equals(externalId)) {
            throw ProblemException.invalid("externalId", "is another one than in the path");
        }
        UUID newId = asked.id() == null ? UuidCreator.getTimeOrderedEpoch() : asked.id();
        return WriteTransaction.run(() -> Contact.idByExternalId(caller.workspace(), externalId)
                .flatMap(this::lock)
                .filter(contact -> externalId.equals(contact.externalId))
                .map(contact -> new Written(replace(contact, asked), false))
                .orElseGet(() -> create(
                        newId, asked.with(access.ownerOfNew(asked.ownerId()), externalId), there -> new Overtaken())));
    }

    /** Changes what the patch names. */
    ContactView patch(UUID id, ObjectNode patch, String ifMatch) {
        long expected = MergePatch.expectedVersion(patch, ifMatch);
        return WriteTransaction.run(() -> {
            Contact contact = lock(id).orElseThrow(() -> ProblemException.notFound("contact", id));
            access.requireWrite(contact);
            if (expected != contact.version) {
                throw MergePatch.stale(expected, contact.version);
            }
            return change(contact, mergePatch.apply(contact.fields(), patch, ContactFields.class));
        });
    }

    /** Erases it: nothing of the person remains here. One that is erased already stays so. */
    void erase(UUID id, String ifMatch) {
        WriteTransaction.run(() -> {
            Subject asked = new Subject(caller.workspace(), id);
            Endings endings = SubjectLock.lock(asked);
            if (endings.erased(asked)) {
                return null;
            }
            Subject subject = endings.survivor(asked);
            Contact contact = Contact.locked(subject).orElseThrow(() -> ProblemException.notFound("contact", id));
            access.requireWrite(contact);
            MergePatch.requireMatch(ifMatch, contact.version);
            contact.delete();
            NeverInteraction.forget(subject);
            Contact.flush();
            SubjectLock.erase(subject);
            publish(subject, new ContactErased(subject.id(), contact.version + 1));
            return null;
        });
    }

    private Written create(UUID id, ContactFields fields, Function<UUID, RuntimeException> externalIdTaken) {
        Subject subject = new Subject(caller.workspace(), id);
        UUID createdFrom = digest.of(fields);
        Endings endings = SubjectLock.lock(subject);
        if (endings.erased(subject)) {
            throw ProblemException.conflict("id-erased", "The contact of this id was erased; it does not come back.");
        }
        if (!endings.survivor(subject).equals(subject)) {
            throw ProblemException.conflict("id-merged", "The contact of this id was merged into another.")
                    .with("contactId", endings.survivor(subject).id());
        }
        Optional<Contact> there = Contact.locked(subject);
        if (there.isPresent()) {
            if (!there.get().createdFrom.equals(createdFrom)) {
                throw ProblemException.conflict("id-taken", "Another contact was created under this id.")
                        .with("contactId", id);
            }
            return new Written(there.get().view(), false);
        }
        requireFree(id, fields, externalIdTaken);
        Reps.require(caller.workspace(), fields.ownerId(), "ownerId");

        Contact contact = new Contact();
        contact.workspace = caller.workspace();
        contact.id = id;
        contact.version = 1;
        contact.createdFrom = createdFrom;
        contact.take(fields, now());
        contact.persistAndFlush();
        NeverInteraction.settle(contact);
        publish(subject, new ContactAdded(contact.event()));
        return new Written(contact.view(), true);
    }

    private ContactView replace(Contact contact, ContactFields fields) {
        if (fields.id() != null && !fields.id().equals(contact.id)) {
            throw externalIdTaken(contact.id);
        }
        access.requireWrite(contact);
        return change(contact, fields.over(contact.fields()));
    }

    private ContactView change(Contact contact, ContactFields fields) {
        ContactFields before = contact.fields();
        if (fields.equals(before)) {
            return contact.view();
        }
        if (!contact.id.equals(fields.id())) {
            throw ProblemException.invalid("id", "never changes");
        }
        requireFree(contact.id, fields, ContactWrites::externalIdTaken);
        if (fields.ownerId() != null && !fields.ownerId().equals(contact.ownerId)) {
            access.requireHandOver(contact, fields.ownerId());
            Reps.require(contact.workspace, fields.ownerId(), "ownerId");
        }
        contact.take(fields, now());
        contact.version++;
        Contact.flush();
        publish(contact.subject(), new ContactChanged(contact.event()));
        return contact.view();
    }

    /** The contact to write to, which is the one that remains where this one was merged; empty where there is none. */
    private Optional<Contact> lock(UUID id) {
        Subject subject = new Subject(caller.workspace(), id);
        Endings endings = SubjectLock.lock(subject);
        return endings.erased(subject) ? Optional.empty() : Contact.locked(endings.survivor(subject));
    }

    /** Asks for the e-mail first: whoever took it just now with the same external id is then seen by that. */
    private void requireFree(UUID self, ContactFields fields, Function<UUID, RuntimeException> externalIdTaken) {
        Optional<UUID> sameEmail = Contact.idByEmail(caller.workspace(), Text.emailKey(fields.email()))
                .filter(id -> !id.equals(self));
        Optional<UUID> sameExternalId =
                Contact.idByExternalId(caller.workspace(), fields.externalId()).filter(id -> !id.equals(self));
        sameExternalId.ifPresent(id -> {
            throw externalIdTaken.apply(id);
        });
        sameEmail.ifPresent(id -> {
            throw ProblemException.conflict("email-taken", "A contact with this e-mail is there already.")
                    .with("contactId", id);
        });
    }

    private static ProblemException externalIdTaken(UUID id) {
        return ProblemException.conflict("external-id-taken", "A contact with this externalId is there already.")
                .with("contactId", id);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void publish(Subject subject, Object event) {
        outbox.append(OutgoingEvent.of(Topic.CONTACTS.topicName(), subject, event));
    }
}
