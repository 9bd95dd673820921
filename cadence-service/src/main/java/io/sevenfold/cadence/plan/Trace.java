package io.sevenfold.cadence.plan;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;

/** The trace a request runs in, kept with the plan for what becomes due later. */
public final class Trace {

    private Trace() {}

    /** W3C {@code traceparent} of the current span; null where there is none. */
    public static String current() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : null;
    }
}
