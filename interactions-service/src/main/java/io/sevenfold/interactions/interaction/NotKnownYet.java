package io.sevenfold.interactions.interaction;

import io.sevenfold.rest.ProblemException;

/** Something an interaction mentions is not known here, but its event may be on its way: the same may succeed soon. */
final class NotKnownYet extends RuntimeException {

    private static final int RETRY_AFTER_SECONDS = 2;

    private final transient ProblemException problem;

    /** @param what the kind of thing, for example "contact" */
    NotKnownYet(String what, String field, Object id) {
        super(what, null, false, false);
        this.problem = ProblemException.notKnownYet(
                "unknown-" + what,
                field,
                "There is no " + what + " " + id + ". If it was just added, try again.",
                RETRY_AFTER_SECONDS);
    }

    ProblemException problem() {
        return problem;
    }
}
