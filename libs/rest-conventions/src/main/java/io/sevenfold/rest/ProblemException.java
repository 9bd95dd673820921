package io.sevenfold.rest;

import io.sevenfold.rest.Problem.FieldError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Ends a request with a {@link Problem}. Made by the factory that fits the kind of refusal. */
public final class ProblemException extends RuntimeException {

    private static final String TYPE_PREFIX = "urn:sevenfold:problem:";

    private static final String RETRYABLE = "retryable";
    private static final String RETRY_AFTER = "retryAfterSeconds";

    private final Problem problem;

    private ProblemException(Problem problem) {
        super(problem.title() + (problem.detail() == null ? "" : ": " + problem.detail()), null, false, false);
        this.problem = problem;
    }

    /** 400: what was sent cannot be read, or a value is out of its bounds. */
    public static ProblemException invalid(List<FieldError> errors) {
        return of(400, "invalid-request", "The request is not valid", null, null, errors);
    }

    /** 400: one value is wrong. */
    public static ProblemException invalid(String field, String detail) {
        return invalid(List.of(new FieldError(field, detail)));
    }

    /** 401: nobody we know. */
    public static ProblemException unauthorized(String detail) {
        return of(401, "unauthorized", "A valid bearer token is needed", detail, null, List.of());
    }

    /** 403: known, but not allowed. */
    public static ProblemException forbidden(String detail) {
        return of(403, "forbidden", "Not allowed", detail, null, List.of());
    }

    /** 404: nothing of that id in this workspace. */
    public static ProblemException notFound(String what, UUID id) {
        return of(404, "not-found", "Not found", "There is no " + what + " " + id + ".", null, List.of());
    }

    /** 409: the state of things forbids it; {@code type} says which kind of conflict. */
    public static ProblemException conflict(String type, String detail) {
        return of(409, type, "Conflict", detail, null, List.of());
    }

    /** 422: a rule of the domain forbids it. */
    public static ProblemException rule(String rule, String field, String detail) {
        return of(
                422,
                "rule-broken",
                "A rule of the domain forbids this",
                detail,
                rule,
                List.of(new FieldError(field, detail)));
    }

    /** 422: well-formed, but it speaks of what is not there or makes no sense; {@code type} says which. */
    public static ProblemException refused(String type, String field, String detail) {
        return of(422, type, "This cannot be done", detail, null, List.of(new FieldError(field, detail)));
    }

    /** 422: something that is mentioned is not known here, but may be on its way; the same request may be sent again. */
    public static ProblemException notKnownYet(String type, String field, String detail, int retryAfterSeconds) {
        return of(422, type, "Not known yet", detail, null, List.of(new FieldError(field, detail)))
                .with(RETRYABLE, true)
                .with(RETRY_AFTER, retryAfterSeconds);
    }

    /** 503: something this service needs is away for a while; the same request may be sent again. */
    public static ProblemException notNow(String type, String detail, int retryAfterSeconds) {
        return of(503, type, "Not available just now", detail, null, List.of())
                .with(RETRYABLE, true)
                .with(RETRY_AFTER, retryAfterSeconds);
    }

    /** Any other problem. */
    public static ProblemException of(int status, String type, String title, String detail) {
        return of(status, type, title, detail, null, List.of());
    }

    /** The same problem with one more member. */
    public ProblemException with(String name, Object value) {
        Map<String, Object> extra = new LinkedHashMap<>(problem.extra());
        extra.put(name, value);
        return new ProblemException(new Problem(
                problem.type(),
                problem.title(),
                problem.status(),
                problem.detail(),
                problem.rule(),
                problem.errors(),
                extra));
    }

    public Problem problem() {
        return problem;
    }

    /** Seconds after which the same may succeed, for the header {@code Retry-After} (RFC 9110); null where it will not. */
    Object retryAfter() {
        return problem.extra().get(RETRY_AFTER);
    }

    private static ProblemException of(
            int status, String type, String title, String detail, String rule, List<FieldError> errors) {
        return new ProblemException(new Problem(TYPE_PREFIX + type, title, status, detail, rule, errors, Map.of()));
    }
}
