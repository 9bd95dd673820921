package io.sevenfold.delivery.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** One call of an operation. Each method refuses what cannot be read, with a problem that names it. */
public final class OperatorsCall {

    private static final int USUAL_LIMIT = 50;
    private static final int HIGHEST_LIMIT = 200;

    private final RoutingContext context;
    private final ObjectMapper json;

    OperatorsCall(RoutingContext context, ObjectMapper json) {
        this.context = context;
        this.json = json;
    }

    /** A part of the path, by its name. */
    public String path(String name) {
        return context.pathParam(name);
    }

    /** A part of the path that is a whole number, not negative. */
    public long number(String name) {
        return number(name, path(name));
    }

    /** A part of the path that is a UUID. */
    public UUID id(String name) {
        try {
            return UUID.fromString(path(name));
        } catch (IllegalArgumentException e) {
            throw OperationRefused.invalid(name + " is not a UUID");
        }
    }

    /** Refuses a parameter that this operation does not know, so that a misspelt one is not passed over. */
    public void knowsOnly(String... parameters) {
        List<String> known = Arrays.asList(parameters);
        for (String name : context.queryParams().names()) {
            if (!known.contains(name)) {
                throw OperationRefused.invalid(name + " is not a parameter here; known are " + known);
            }
        }
    }

    /** A parameter of the query; a blank one is none. */
    public Optional<String> query(String name) {
        return context.queryParam(name).stream()
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    /** {@code ?limit=}, 1 to 200, 50 where it is left out. */
    public int limit() {
        long limit = query("limit").map(value -> number("limit", value)).orElse((long) USUAL_LIMIT);
        if (limit < 1 || limit > HIGHEST_LIMIT) {
            throw OperationRefused.invalid("limit is not between 1 and " + HIGHEST_LIMIT);
        }
        return (int) limit;
    }

    /** The body, which has to be there. */
    public <T> T body(Class<T> type) {
        String body = context.body() == null ? null : context.body().asString();
        if (body == null || body.isBlank()) {
            throw OperationRefused.invalid("There is no body");
        }
        try {
            T value = json.readValue(body, type);
            if (value != null) {
                return value;
            }
        } catch (JsonMappingException e) {
            throw OperationRefused.invalid("body: " + field(e) + " is not what is known here");
        } catch (JsonProcessingException e) {
            throw OperationRefused.invalid("The body is not JSON");
        }
        throw OperationRefused.invalid("The body is null");
    }

    private static long number(String name, String value) {
        try {
            long number = Long.parseLong(value);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // The same as a negative one.
        }
        throw OperationRefused.invalid(name + " is not a whole number from 0 on");
    }

    private static String field(JsonMappingException e) {
        String path = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "it" : path;
    }
}
