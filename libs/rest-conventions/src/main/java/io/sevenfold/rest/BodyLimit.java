package io.sevenfold.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Answers bodies over 1 MB with a problem: by their length where that is stated, else as soon as they have become too long. */
@ApplicationScoped
public class BodyLimit {

    private static final int MAX_BYTES = 1_000_000;
    private static final int BEFORE_ALL_ELSE = 1_000;

    private final ObjectMapper json;

    BodyLimit(ObjectMapper json) {
        this.json = json;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_ALL_ELSE);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && length.length() >= 7 && Long.parseLong(length) > MAX_BYTES) {
            refuse(context);
        } else if (length == null && request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            readWhole(context);
        } else {
            context.next();
        }
    }

    /** Read late, an endless body would be cut off by the server with a bare 413 and a stack trace in the log. */
    private void readWhole(RoutingContext context) {
        HttpServerRequest request = context.request();
        Buffer body = Buffer.buffer();
        request.handler(chunk -> {
            if (!context.response().ended() && body.length() + chunk.length() > MAX_BYTES) {
                refuse(context);
            } else if (!context.response().ended()) {
                body.appendBuffer(chunk);
            }
        });
        request.endHandler(end -> {
            if (!context.response().ended()) {
                ((RoutingContextInternal) context).setBody(body);
                context.next();
            }
        });
        request.resume();
    }

    private void refuse(RoutingContext context) {
        Problem problem = ProblemException.of(
                        413,
                        "body-too-large",
                        "The body is too large",
                        "A body may have at most 1 MB (" + MAX_BYTES + " bytes).")
                .problem();
        try {
            context.response()
                    .setStatusCode(problem.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .putHeader(HttpHeaders.CONNECTION, "close")
                    .end(json.writeValueAsString(problem));
        } catch (JsonProcessingException e) {
            context.fail(e);
        }
    }
}
