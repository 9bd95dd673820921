package io.sevenfold.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.opentelemetry.api.OpenTelemetry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class TracingTest {

    private final Tracing off = new Tracing(OpenTelemetry.noop());

    @Test
    void passesTheTraceOnUnchangedWhenTracingIsOff() {
        // Given
        String cause = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        ConsumerRecord<byte[], byte[]> consumed = new ConsumerRecord<>("notes", 0, 0, null, null);
        consumed.headers().add("traceparent", ForeignProducer.bytes(cause));

        // When
        String handled = Tracing.traceparent(off.handling(consumed));

        // Then
        assertEquals(cause, handled);
    }

    @Test
    void knowsNoTraceWhereThereIsNone() {
        assertNull(Tracing.traceparent(off.handling(new ConsumerRecord<>("notes", 0, 0, null, null))));
        assertNull(off.current());
    }
}
