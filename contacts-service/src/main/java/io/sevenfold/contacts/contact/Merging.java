package io.sevenfold.contacts.contact;

import io.sevenfold.contacts.SubjectLock;
import io.sevenfold.contacts.WriteTransaction;
import io.sevenfold.contacts.WriteTransaction.Overtaken;
import io.sevenfold.contacts.rep.Reps;
import io.sevenfold.delivery.Endings;
import io.sevenfold.delivery.Outbox;
import io.sevenfold.delivery.OutgoingEvent;
import io.sevenfold.delivery.Subject;
import io.sevenfold.events.ContactChanged;
import io.sevenfold.events.ContactMerged;
import io.sevenfold.events.Topic;
import io.sevenfold.rest.Caller;
import io.sevenfold.rest.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Makes one contact of two (P12), in one transaction under the locks of both. */
@ApplicationScoped
class Merging {

    private final Caller caller;
    private final ContactAccess access;
    private final Outbox outbox;

    Merging(Caller caller, ContactAccess access, Outbox outbox) {
        this.caller = caller;
        this.access = access;
        this.outbox = outbox;
    }

    /**
     * Lets one contact go into another, or into whom that one went into; gives the one that remains. Two that are one already stay so.
     *
     * @throws ProblemException 404 where one of them is not there, 409 where the first went into a third, 422 into itself
     */
    ContactView merge(UUID id, UUID into) {
        if (id.equals(into)) {
            throw ProblemException.rule("P12", "into", "A contact cannot go into itself.");
        }
        return WriteTransaction.run(() -> {
            Subject merged = new Subject(caller.workspace(), id);
            Subject asked = new Subject(caller.workspace(), into);
            Endings endings = SubjectLock.lock(merged, asked);
            requireThere(endings, merged);
            requireThere(endings, asked);
            Subject survivor = endings.survivor(asked);
            if (endings.survivor(merged).equals(survivor)) {
                Contact remaining = locked(survivor);
                access.requireOwn(remaining);
                return remaining.view();
            }
            if (!endings.survivor(merged).equals(merged)) {
                throw ProblemException.conflict("already-merged", "This contact was merged into another one before.")
                        .with("contactId", endings.survivor(merged).id());
            }
            return merge(merged, survivor);
        });
    }

    private ContactView merge(Subject mergedSubject, Subject survivorSubject) {
        Optional<UUID> owner = keepOwner(mergedSubject);
        boolean mergedFirst = mergedSubject.compareTo(survivorSubject) < 0;
        Contact first = locked(mergedFirst ? mergedSubject : survivorSubject);
        Contact second = locked(mergedFirst ? survivorSubject : mergedSubject);
        Contact merged = mergedFirst ? first : second;
        Contact survivor = mergedFirst ? second : first;
        if (!Objects.equals(merged.ownerId, owner.orElse(null))) {
            throw new Overtaken();
        }
        access.requireOwn(merged);
        access.requireOwn(survivor);
        ContactFields all = survivor.fields().filledFrom(merged.fields());
        if (all.tags().size() > ContactFields.MOST_TAGS) {
            throw ProblemException.refused(
                    "too-many-tags",
                    "into",
                    "Together they have " + all.tags().size() + " tags; " + ContactFields.MOST_TAGS
                            + " is the most there can be.");
        }

        NeverInteraction.move(mergedSubject, survivor.id);
        survivor.doNotContact.unite(merged.doNotContact);
        merged.delete();
        // Before the one that remains gets what only one contact may have: its e-mail and externalId.
        Contact.flush();
        survivor.takeIn(merged, all);
        survivor.version++;
        Contact.flush();
        NeverInteraction.settle(survivor);
        SubjectLock.merge(mergedSubject, survivor.id);
        publish(mergedSubject, new ContactMerged(merged.id, merged.version + 1, survivor.id));
        publish(survivorSubject, new ContactChanged(survivor.event()));
        return survivor.view();
    }

    /** Keeps the owner of a contact from being erased meanwhile: before any contact is locked, as who erases a rep does it. */
    private Optional<UUID> keepOwner(Subject contact) {
        Optional<UUID> owner = Contact.ownerOf(contact);
        owner.ifPresent(rep -> Reps.exists(contact.workspace(), rep));
        return owner;
    }

    private static void requireThere(Endings endings, Subject contact) {
        if (endings.erased(contact)) {
            throw ProblemException.notFound("contact", contact.id());
        }
    }

    private static Contact locked(Subject contact) {
        return Contact.locked(contact).orElseThrow(() -> ProblemException.notFound("contact", contact.id()));
    }

    private void publish(Subject subject, Object event) {
        outbox.append(OutgoingEvent.of(Topic.CONTACTS.topicName(), subject, event));
    }
}
