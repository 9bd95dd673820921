package io.sevenfold.cadence.enrollment;

import io.sevenfold.rest.ProblemException;

/**
 * Why something is not done. Names no person, so that it may be kept.
 *
 * @param status the HTTP status it is answered with where it is one contact's
 * @param type which kind of problem
 * @param rule of DOMAIN.md; null where none is broken
 */
record Refusal(int status, String type, String rule, String field, String detail) {

    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;
    private static final int FORBIDDEN = 403;
    private static final int RETRY_AFTER_SECONDS = 2;
    private static final String NOT_KNOWN_YET = "unknown-contact";

    static Refusal rule(String rule, String field, String detail) {
        return new Refusal(UNPROCESSABLE, "rule-broken", rule, field, detail);
    }

    static Refusal refused(String type, String field, String detail) {
        return new Refusal(UNPROCESSABLE, type, null, field, detail);
    }

    /** The state of things forbids it; the detail says what already happened. */
    static Refusal conflict(String type, String detail) {
        return new Refusal(CONFLICT, type, null, null, detail);
    }

    static Refusal forbidden() {
        return new Refusal(
                FORBIDDEN, "forbidden", null, null, "Only the contact's owner, a manager or an application does this.");
    }

    /** They may be on their way: topics are not ordered among each other. */
    static Refusal notKnownYet() {
        return refused(NOT_KNOWN_YET, "contactId", "There is no such contact here yet.");
    }

    static Refusal unknownRep() {
        return refused("unknown-rep", "ownerId", "There is no such rep here, or not any more.");
    }

    ProblemException problem() {
        return switch (status) {
            case FORBIDDEN -> ProblemException.forbidden(detail);
            case CONFLICT -> ProblemException.conflict(type, detail);
            default ->
                rule != null
                        ? ProblemException.rule(rule, field, detail)
                        : type.equals(NOT_KNOWN_YET)
                                ? ProblemException.notKnownYet(type, field, detail, RETRY_AFTER_SECONDS)
                                : ProblemException.refused(type, field, detail);
        };
    }
}
