package io.sevenfold.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Answers bodies over 1 MB with a problem before they are read; those without a stated length are cut off by the HTTP server. */
@ApplicationScoped
public class BodyLimit {

    private static final long MAX_BYTES = 1_000_000;
    private static final int BEFORE_ALL_ELSE = 1_000;

    private final ObjectMapper json;

    BodyLimit(ObjectMapper json) {
        this.json = json;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_ALL_ELSE);
    }

    private void check(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || length.length() < 7 || Long.parseLong(length) <= MAX_BYTES) {
            request.next();
            return;
        }
        Problem problem = ProblemException.of(
                        413,
                        "body-too-large",
                        "The body is too large",
                        "A body may have at most 1 MB (" + MAX_BYTES + " bytes).")
                .problem();
        try {
            request.response()
                    .setStatusCode(problem.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .putHeader(HttpHeaders.CONNECTION, "close")
                    .end(json.writeValueAsString(problem));
        } catch (JsonProcessingException e) {
            request.fail(e);
        }
    }
}
