package io.sevenfold.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sevenfold.infra.ServiceTestResource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "notes"))
@WithTestResource(NotesResource.class)
class DeliveryMetricsTest {

    @Inject
    Notes notes;

    @Inject
    SimpleMeterRegistry registry;

    @Test
    void showsWhatWasHandledPutAsideAndIsStillToDo() {
        // Given
        Subject subject = Notes.subject();
        Counter letters =
                registry.get("sevenfold.dead.letters").tag("topic", Note.TOPIC).counter();
        double before = letters.count();

        // When
        notes.publish(Note.event(subject, 1, "good"), Note.event(subject, 2, Note.POISON));
        Notes.eventually().until(() -> letters.count() == before + 1);

        // Then
        assertTrue(registry.get("sevenfold.consumed.events")
                        .tag("topic", Note.TOPIC)
                        .counter()
                        .count()
                >= 1);
        assertEquals(1, registry.get("sevenfold.relay.leader").gauge().value());
        Notes.eventually()
                .until(() -> registry.find("sevenfold.consumer.topic.lag").gauge() != null);
        Notes.eventually()
                .until(() -> registry.get("sevenfold.consumer.lag").gauge().value() == 0);
        Notes.eventually()
                .until(() -> registry.get("sevenfold.outbox.depth").gauge().value() == 0);
        Notes.eventually()
                .until(() -> registry.get("sevenfold.outbox.age").timeGauge().value() == 0);
    }
}
