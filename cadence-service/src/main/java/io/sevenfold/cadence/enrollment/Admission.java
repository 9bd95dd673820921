package io.sevenfold.cadence.enrollment;

import io.sevenfold.cadence.enrollment.Standing.Enrolled;
import io.sevenfold.cadence.enrollment.Target.Offer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Who may be started in a cadence (P8, P9). */
final class Admission {

    private static final String TABLE = "What an interaction does";
    private static final String REENROLLING = "P8";
    private static final String CONTACT = "contactId";
    private static final String CADENCE = "cadenceId";

    private final Offer cadence;
    private final Instant now;

    /** @param cadence null: there is none of that id */
    Admission(Offer cadence, Instant now) {
        this.cadence = cadence;
        this.now = now;
    }

    /** Why nobody can be started in it; null: some may. */
    Refusal refuseAll() {
        if (cadence == null) {
            return Refusal.refused("unknown-cadence", CADENCE, "There is no such cadence here.");
        }
        return cadence.retiredAt() == null
                ? null
                : Refusal.refused("cadence-retired", CADENCE, "It was retired at " + cadence.retiredAt() + ".");
    }

    /**
     * @param owned whether the contact has an owner we know, or will have
     * @param active the enrollment that would go on
     * @return null: they may
     */
    Refusal refuse(Standing standing, boolean owned, Optional<Enrolled> active) {
        Refusal refusal = refuseAll();
        if (refusal != null) {
            return refusal;
        }
        if (standing.optedOut()) {
            return Refusal.rule(TABLE, CONTACT, "They said never: nothing is planned for them until that is lifted.");
        }
        if (!owned) {
            return Refusal.rule("P9", CONTACT, "Nothing starts for a contact without an owner.");
        }
        if (cadence.onceOnly() && standing.wasIn(cadence.id())) {
            return Refusal.rule(REENROLLING, CADENCE, "They were in this cadence before, and it takes nobody again.");
        }
        if (active.isPresent() && !cadence.anyTime()) {
            return Refusal.rule(
                    REENROLLING,
                    CONTACT,
                    "They are in a cadence since " + active.get().startedAt()
                            + ", and this one takes only who is in none: end enrollment "
                            + active.get().id() + " or move it.");
        }
        return quiet(standing);
    }

    private Refusal quiet(Standing standing) {
        if (cadence.quietDays() == 0 || standing.lastTouchAt() == null) {
            return null;
        }
        LocalDate from = standing.dateOf(standing.lastTouchAt()).plusDays(cadence.quietDays());
        return standing.dateOf(now).isBefore(from)
                ? Refusal.rule(
                        REENROLLING,
                        CADENCE,
                        "It takes " + cadence.quietDays() + " quiet days since the last touch: from " + from + " on.")
                : null;
    }
}
