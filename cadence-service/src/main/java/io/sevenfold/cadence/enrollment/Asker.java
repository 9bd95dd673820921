package io.sevenfold.cadence.enrollment;

import io.sevenfold.rest.Caller;
import io.sevenfold.rest.Roles;
import java.util.UUID;

/**
 * Who asks, also for a job that is worked off later.
 *
 * @param name under which decisions are kept
 * @param onlyFor the rep whose contacts they may act on; null: on all
 */
record Asker(String name, UUID onlyFor) {

    static Asker of(Caller caller) {
        boolean all = caller.has(Roles.APP) || caller.actsOnAll();
        return new Asker(caller.name(), all ? null : caller.repId().orElseThrow());
    }

    boolean mayActFor(UUID ownerId) {
        return onlyFor == null || onlyFor.equals(ownerId);
    }
}
