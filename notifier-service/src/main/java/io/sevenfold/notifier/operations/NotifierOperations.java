package io.sevenfold.notifier.operations;

import io.quarkus.vertx.http.ManagementInterface;
import io.sevenfold.delivery.operations.Operation;
import io.sevenfold.delivery.operations.OperationRefused;
import io.sevenfold.delivery.operations.Operations;
import io.sevenfold.delivery.operations.OperatorsCall;
import io.sevenfold.notifier.reminder.ReminderState;
import io.sevenfold.notifier.sending.Settlement;
import io.sevenfold.rest.PageRequest;
import io.sevenfold.rest.Problem;
import io.sevenfold.rest.ProblemException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The notifier's operations, beside those that all services have. */
@Singleton
public class NotifierOperations {

    /** Whether the mail server's log has the mail, and what else there is to say. */
    record Found(Boolean arrived, String why) {}

    record Why(String why) {}

    /** What became of a reminder. */
    record Became(String workspace, UUID id, ReminderState state) {}

    private final Operations operations;
    private final UnknownReminders unknown;
    private final Settlement settlement;
    private final Pauses pauses;

    NotifierOperations(Operations operations, UnknownReminders unknown, Settlement settlement, Pauses pauses) {
        this.operations = operations;
        this.unknown = unknown;
        this.settlement = settlement;
        this.pauses = pauses;
    }

    void routes(@Observes ManagementInterface management) {
        operations.look(management, "/operations/unknown", inTheApisWords(this::unknown));
        operations.act(management, "/operations/unknown/:workspace/:id/resend", inTheApisWords(this::resend));
        operations.act(management, "/operations/unknown/:workspace/:id/settle", inTheApisWords(this::settle));
        operations.look(management, "/operations/sending", inTheApisWords(this::sending));
        operations.act(management, "/operations/sending/:workspace/pause", inTheApisWords(this::pause));
        operations.act(management, "/operations/sending/:workspace/resume", inTheApisWords(this::resume));
    }

    private Object unknown(OperatorsCall call) {
        call.knowsOnly("cursor", "limit");
        PageRequest page = new PageRequest();
        page.cursor = call.query("cursor").orElse(null);
        page.limit = call.limit();
        return unknown.page(page);
    }

    private Object resend(OperatorsCall call) {
        unknown.resend(call.path("workspace"), call.id("id"));
        return new Became(call.path("workspace"), call.id("id"), ReminderState.RETRYING);
    }

    private Object settle(OperatorsCall call) {
        UUID id = call.id("id");
        Found found = call.body(Found.class);
        if (found.arrived() == null) {
            throw OperationRefused.invalid("arrived is missing: true or false");
        }
        String workspace = call.path("workspace");
        return new Became(workspace, id, settlement.settle(workspace, id, found.arrived(), Words.of(found.why())));
    }

    private Object sending(OperatorsCall call) {
        call.knowsOnly();
        return Map.of("items", pauses.all());
    }

    private Object pause(OperatorsCall call) {
        return pauses.pause(
                call.path("workspace"), Words.of(call.body(Why.class).why()));
    }

    private Object resume(OperatorsCall call) {
        return pauses.resume(call.path("workspace"));
    }

    /** What the API refuses too is refused as there. */
    private static Operation inTheApisWords(Operation operation) {
        return call -> {
            try {
                return operation.answer(call);
            } catch (ProblemException e) {
                throw refused(e.problem());
            }
        };
    }

    private static OperationRefused refused(Problem problem) {
        return switch (problem.status()) {
            case 404 -> OperationRefused.notFound(problem.detail());
            case 409 -> OperationRefused.conflict(kind(problem), problem.detail());
            default ->
                OperationRefused.invalid(problem.errors().stream()
                        .map(error -> error.field() + " " + error.detail())
                        .collect(Collectors.joining("; ")));
        };
    }

    private static String kind(Problem problem) {
        return problem.type().substring(problem.type().lastIndexOf(':') + 1);
    }
}
