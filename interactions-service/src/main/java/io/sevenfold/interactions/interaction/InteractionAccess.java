package io.sevenfold.interactions.interaction;

import io.sevenfold.events.Interaction;
import io.sevenfold.rest.Caller;
import io.sevenfold.rest.ProblemException;
import io.sevenfold.rest.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Who may write which interaction: apps, managers and admins all; a rep their own and those of the contacts they own. */
@ApplicationScoped
class InteractionAccess {

    private final Caller caller;

    InteractionAccess(Caller caller) {
        this.caller = caller;
    }

    /** The rep a new interaction gets: what a rep records, they did themselves. */
    UUID repOfNew(UUID asked) {
        if (!writesAll() && asked != null && !caller.is(asked)) {
            throw ProblemException.forbidden("A rep records what they did themselves.");
        }
        return asked == null && caller.has(Roles.REP) ? caller.repId().orElse(null) : asked;
    }

    /** @param owner of the contact; null for none */
    void requireWrite(Interaction interaction, UUID owner) {
        if (!writesAll() && !caller.is(interaction.repId()) && !caller.is(owner)) {
            throw ProblemException.forbidden("Another rep recorded this, with a contact that another rep owns.");
        }
    }

    /** A rep puts nobody else in. */
    void requireHandOver(UUID before, UUID after) {
        if (!writesAll() && after != null && !after.equals(before) && !caller.is(after)) {
            throw ProblemException.forbidden("A rep puts in themselves only.");
        }
    }

    private boolean writesAll() {
        return caller.has(Roles.APP) || caller.actsOnAll();
    }
}
