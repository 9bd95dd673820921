package io.sevenfold.delivery;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Carries the W3C trace context from writing through Kafka to handling; passes it on when tracing is off. */
@Singleton
final class Tracing {

    static final String TRACEPARENT = "traceparent";

    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();

    private final Tracer tracer;

    @Inject
    Tracing(Instance<OpenTelemetry> telemetry) {
        this(telemetry.isResolvable() ? telemetry.get() : OpenTelemetry.noop());
    }

    Tracing(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer("io.sevenfold.delivery");
    }

    /** The current span's context, or null where there is none. */
    String current() {
        return traceparent(Context.current());
    }

    /** Begins a span of handling a record, child of the one that published it. */
    Span handling(ConsumerRecord<byte[], byte[]> consumed) {
        return tracer.spanBuilder(consumed.topic() + " process")
                .setParent(W3C.extract(Context.root(), consumed, RecordHeaders.INSTANCE))
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.operation.type", "process")
                .setAttribute("messaging.destination.name", consumed.topic())
                .setAttribute("messaging.destination.partition.id", Integer.toString(consumed.partition()))
                .setAttribute("messaging.kafka.offset", consumed.offset())
                .startSpan();
    }

    /** What is caused within the span carries this. */
    static String traceparent(Span span) {
        return traceparent(Context.root().with(span));
    }

    private static String traceparent(Context context) {
        Map<String, String> carrier = new HashMap<>();
        W3C.inject(context, carrier, Map::put);
        return carrier.get(TRACEPARENT);
    }

    private enum RecordHeaders implements TextMapGetter<ConsumerRecord<byte[], byte[]>> {
        INSTANCE;

        @Override
        public Iterable<String> keys(ConsumerRecord<byte[], byte[]> consumed) {
            return List.of(TRACEPARENT);
        }

        @Override
        public String get(ConsumerRecord<byte[], byte[]> consumed, String name) {
            Header header = consumed.headers().lastHeader(name);
            return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
        }
    }
}
