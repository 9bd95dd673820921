package io.sevenfold.notifier.sending;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Puts the sending of a mail into the trace of what made its touchpoint due. */
@ApplicationScoped
public class MailTrace {

    private final Tracer tracer;

    MailTrace(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer("io.sevenfold.notifier");
    }

    /** Begins a span of this attempt and makes it the current one; closing ends it. */
    Scope of(Attempt attempt) {
        Context cause = W3CTraceContextPropagator.getInstance()
                .extract(Context.root(), attempt.traceparent(), Traceparent.INSTANCE);
        Span span = tracer.spanBuilder("reminder send")
                .setParent(cause)
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute("sevenfold.reminder.id", attempt.id().toString())
                .startSpan();
        Scope scope = span.makeCurrent();
        return () -> {
            scope.close();
            span.end();
        };
    }

    /** A carrier that is the header itself. */
    private enum Traceparent implements TextMapGetter<String> {
        INSTANCE;

        @Override
        public Iterable<String> keys(String traceparent) {
            return List.of("traceparent");
        }

        @Override
        public String get(String traceparent, String name) {
            return name.equals("traceparent") ? traceparent : null;
        }
    }
}
