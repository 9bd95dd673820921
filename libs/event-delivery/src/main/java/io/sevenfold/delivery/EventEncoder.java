package io.sevenfold.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.github.f4b6a3.uuid.UuidCreator;
import io.cloudevents.core.v1.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes an event the Kafka record it will be: CloudEvents 1.0 in binary mode, with its trace context. */
@Singleton
final class EventEncoder {

    static final String TYPE_PREFIX = "io.sevenfold.";

    private final URI source;
    private final Clock clock;
    private final Tracing tracing;

    EventEncoder(@ConfigProperty(name = "sevenfold.service") String service, Clock clock, Tracing tracing) {
        this.source = URI.create("/" + service + "-service");
        this.clock = clock;
        this.tracing = tracing;
    }

    /** @throws PermanentFailure when the record is larger than Kafka takes */
    OutboxRow encode(OutgoingEvent event) {
        CloudEventBuilder cloudEvent = new CloudEventBuilder()
                .withId(UuidCreator.getTimeOrderedEpoch().toString())
                .withSource(source)
                .withType(TYPE_PREFIX + event.type())
                .withTime(clock.instant().atOffset(ZoneOffset.UTC))
                .withSubject(event.subject().id().toString())
                .withExtension("workspace", event.subject().workspace());
        if (event.data() != null) {
            cloudEvent.withData("application/json", json(event));
        }
        ProducerRecord<byte[], byte[]> produced = KafkaMessageFactory.createWriter(
                        event.topic(), event.key().getBytes(StandardCharsets.UTF_8))
                .writeBinary(cloudEvent.build());
        String traceparent = event.traceparent() == null ? tracing.current() : event.traceparent();
        if (traceparent != null) {
            produced.headers().add(Tracing.TRACEPARENT, traceparent.getBytes(StandardCharsets.UTF_8));
        }
        OutboxRow row = OutboxRow.of(event.subject().workspace(), produced);
        if (row.bytes() > OutboxRow.MAX_BYTES) {
            throw new PermanentFailure("%s of %s is larger than the %d bytes an event may have"
                    .formatted(event.type(), event.subject().key(), OutboxRow.MAX_BYTES));
        }
        return row;
    }

    private static byte[] json(OutgoingEvent event) {
        try {
            return EventJson.mapper().writeValueAsBytes(event.data());
        } catch (JsonProcessingException e) {
            throw new PermanentFailure(event.type() + " cannot be written as JSON", e);
        }
    }
}
