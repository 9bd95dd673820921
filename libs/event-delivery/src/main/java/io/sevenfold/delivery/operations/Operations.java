package io.sevenfold.delivery.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.ManagementInterface;
import io.sevenfold.delivery.DatabaseFailure;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;

/**
 * What all operations share: they are called from the pod's own loopback address only ({@link Loopback}), run on a worker thread,
 * answer JSON or a problem, and each write is logged.
 *
 * <pre>{@code
 * void routes(@Observes ManagementInterface management) {
 *     operations.look(management, "/operations/relay", call -> …);
 *     operations.act(management, "/operations/unknown/:workspace/:id/resend", call -> …);
 * }
 * }</pre>
 */
@Singleton
public final class Operations {

    private static final Logger LOG = Logger.getLogger(Operations.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    private final ObjectMapper json;

    Operations(ObjectMapper json) {
        this.json = json;
    }

    /** A GET, which changes nothing. */
    public void look(ManagementInterface management, String path, Operation operation) {
        route(management.router(), HttpMethod.GET, path, operation);
    }

    /** A POST, which is logged with what came of it. */
    public void act(ManagementInterface management, String path, Operation operation) {
        route(management.router(), HttpMethod.POST, path, operation);
    }

    private void route(Router router, HttpMethod method, String path, Operation operation) {
        router.route(method, path).blockingHandler(context -> serve(context, operation), false);
    }

    private void serve(RoutingContext context, Operation operation) {
        try {
            Loopback.require(context.request());
            Object answer = operation.answer(new OperatorsCall(context, json));
            respond(context, 200, "application/json", json.writeValueAsString(answer));
        } catch (Exception e) {
            refuse(context, refusal(e));
        }
    }

    private void refuse(RoutingContext context, OperationRefused refused) {
        if (refused.status() == 503) {
            context.response().putHeader("Retry-After", RETRY_AFTER_SECONDS);
        }
        try {
            respond(context, refused.status(), "application/problem+json", json.writeValueAsString(refused.problem()));
        } catch (JsonProcessingException e) {
            context.fail(e);
        }
    }

    private static OperationRefused refusal(Exception e) {
        if (e instanceof OperationRefused refused) {
            return refused;
        }
        if (e instanceof DatabaseFailure database && database.isTransient()) {
            return OperationRefused.notNow(
                    "database-away", "The database cannot be reached just now; nothing was changed.");
        }
        if (e instanceof AuthorizationException) {
            return OperationRefused.impossible("kafka-refuses", "Kafka does not let this service: " + e.getMessage());
        }
        if (e instanceof RetriableException) {
            return OperationRefused.notNow("kafka-away", "Kafka does not answer just now; nothing was changed.");
        }
        LOG.error("An operation failed unexpectedly", e);
        return OperationRefused.unexpected();
    }

    private static void respond(RoutingContext context, int status, String type, String body) {
        HttpServerRequest request = context.request();
        if (request.method() == HttpMethod.POST) {
            LOG.infof("An operator asked for %s: %d %s", request.path(), status, status == 200 ? "" : body);
        }
        HttpServerResponse response = context.response();
        response.setStatusCode(status).putHeader("Content-Type", type).end(body + "\n");
    }
}
