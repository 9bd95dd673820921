package io.sevenfold.cadence.touchpoint;

import io.sevenfold.cadence.plan.StoredTouchpoint;
import io.sevenfold.rest.ProblemException;
import java.util.UUID;

/**
 * What a touchpoint was when somebody decided what to do with it. Whoever decided by an old sight of it does not act.
 *
 * @param round in which it is open; null: any, and closed ones too
 * @param repId who is to do it; null: anybody
 */
public record Expected(Integer round, UUID repId) {

    /** Whatever it is by now. */
    static final Expected ANYTHING = new Expected(null, null);

    /** @throws ProblemException 409 where it is something else by now */
    void check(StoredTouchpoint stored) {
        boolean same = round == null
                || stored.touchpoint().state().isOpen() && stored.round() == round && repId.equals(stored.ownerId());
        if (!same) {
            throw ProblemException.conflict("touchpoint-changed", "It is not what it was when this was decided.");
        }
    }
}
