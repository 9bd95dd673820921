package io.sevenfold.cadence.planning;

import io.sevenfold.events.Direction;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.Outcome;

/** From whom an interaction came, as stage and strength count it (S1, S2). */
enum Side {
    /** Any inbound by a person, and any outbound in which they spoke. */
    THEIRS,
    /** Any other outbound. */
    OURS,
    /** An automatic reply: nothing of anybody. */
    NOBODYS;

    static Side of(Interaction it) {
        if (it.outcome() == Outcome.AUTO_REPLY) {
            return NOBODYS;
        }
        return it.direction() == Direction.INBOUND || Outbound.theySpoke(it.outcome()) ? THEIRS : OURS;
    }

    /** Theirs, and ours with an outcome but none and no-answer. */
    static boolean isMeaningful(Interaction it) {
        return switch (of(it)) {
            case THEIRS -> true;
            case OURS -> it.outcome() != Outcome.NONE && it.outcome() != Outcome.NO_ANSWER;
            case NOBODYS -> false;
        };
    }
}
