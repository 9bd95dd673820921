package io.sevenfold.contacts.contact;

import io.sevenfold.rest.Caller;
import io.sevenfold.rest.ProblemException;
import io.sevenfold.rest.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Who may write which contact: apps, managers and admins all; a rep their own and those that nobody owns. */
@ApplicationScoped
class ContactAccess {

    private final Caller caller;

    ContactAccess(Caller caller) {
        this.caller = caller;
    }

    /** The owner a new contact gets: what a rep creates is theirs. */
    UUID ownerOfNew(UUID asked) {
        if (writesAll()) {
            return asked;
        }
        if (asked != null && !caller.is(asked)) {
            throw ProblemException.forbidden("A rep creates contacts for themselves only.");
        }
        return caller.repId().orElseThrow();
    }

    void requireWrite(Contact contact) {
        if (!writesAll() && contact.ownerId != null && !caller.is(contact.ownerId)) {
            throw ProblemException.forbidden("Another rep owns this contact.");
        }
    }

    /** A rep makes one of two contacts only where both are theirs. */
    void requireOwn(Contact contact) {
        if (!writesAll() && !caller.is(contact.ownerId)) {
            throw ProblemException.forbidden("A rep merges their own contacts only.");
        }
    }

    /** A rep hands over what is theirs and takes what is nobody's; what is nobody's they give to no one else. */
    void requireHandOver(Contact contact, UUID newOwner) {
        if (!writesAll() && contact.ownerId == null && newOwner != null && !caller.is(newOwner)) {
            throw ProblemException.forbidden("A rep takes a contact that nobody owns for themselves only.");
        }
    }

    private boolean writesAll() {
        return caller.has(Roles.APP) || caller.actsOnAll();
    }
}
