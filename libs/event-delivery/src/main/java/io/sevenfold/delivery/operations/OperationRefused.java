package io.sevenfold.delivery.operations;

import java.util.LinkedHashMap;
import java.util.Map;

/** Ends an operation with a problem as RFC 9457 writes it. Made by the factory that fits the kind of refusal. */
public final class OperationRefused extends RuntimeException {

    private static final String TYPE_PREFIX = "urn:sevenfold:problem:";

    private final int status;
    private final String type;
    private final String title;

    private OperationRefused(int status, String type, String title, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.type = type;
        this.title = title;
    }

    /** 400: a part of the call, which the detail names, cannot be read or is out of its bounds. */
    public static OperationRefused invalid(String detail) {
        return new OperationRefused(400, "invalid-request", "The request is not valid", detail);
    }

    /** 403: nobody who may. */
    static OperationRefused forbidden(String detail) {
        return new OperationRefused(403, "forbidden", "Not allowed", detail);
    }

    /** 404: nothing of that name or id. */
    public static OperationRefused notFound(String detail) {
        return new OperationRefused(404, "not-found", "Not found", detail);
    }

    /** 409: the state of things forbids it; {@code type} says which kind of conflict. */
    public static OperationRefused conflict(String type, String detail) {
        return new OperationRefused(409, type, "Conflict", detail);
    }

    /** 422: it was tried, or looked into, and cannot be done; {@code type} says which kind of thing it is. */
    public static OperationRefused impossible(String type, String detail) {
        return new OperationRefused(422, type, "This cannot be done", detail);
    }

    /** 503: something that is needed is away for a while; the same may succeed later. */
    static OperationRefused notNow(String type, String detail) {
        return new OperationRefused(503, type, "Not available just now", detail);
    }

    /** 500: a fault of ours. */
    static OperationRefused unexpected() {
        return new OperationRefused(
                500, "unexpected", "Something went wrong here", "It was logged; nothing was changed.");
    }

    int status() {
        return status;
    }

    Map<String, Object> problem() {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", TYPE_PREFIX + type);
        problem.put("title", title);
        problem.put("status", status);
        problem.put("detail", getMessage());
        return problem;
    }
}
