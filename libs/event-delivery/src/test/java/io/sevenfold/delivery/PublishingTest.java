package io.sevenfold.delivery;

import static io.sevenfold.delivery.Notes.eventually;
import static io.sevenfold.delivery.TopicReader.header;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sevenfold.infra.ServiceTestResource;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "notes"))
@WithTestResource(NotesResource.class)
class PublishingTest {

    private static final String CAUSE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Inject
    Notes notes;

    @Inject
    Outbox outbox;

    @Inject
    WorkerTransactions transactions;

    @Test
    void publishesACloudEventInBinaryMode() {
        // Given
        Subject subject = Notes.subject();

        // When
        notes.publish(Note.event(subject, 1, "hello").causedBy(CAUSE));
        eventually().until(() -> !TopicReader.about(subject, Note.TOPIC).isEmpty());

        // Then
        ConsumerRecord<byte[], byte[]> published =
                TopicReader.about(subject, Note.TOPIC).get(0);
        assertEquals(subject.key(), new String(published.key(), StandardCharsets.UTF_8));
        assertEquals("{\"version\":1,\"text\":\"hello\"}", new String(published.value(), StandardCharsets.UTF_8));
        assertEquals("1.0", header(published, "ce_specversion"));
        assertEquals(7, UUID.fromString(header(published, "ce_id")).version());
        assertEquals("/notes-service", header(published, "ce_source"));
        assertEquals("io.sevenfold.Note", header(published, "ce_type"));
        assertEquals("2026-11-24T09:00:00Z", header(published, "ce_time"));
        assertEquals(subject.id().toString(), header(published, "ce_subject"));
        assertEquals(subject.workspace(), header(published, "ce_workspace"));
        assertEquals("application/json", header(published, "content-type"));
        assertEquals(CAUSE, header(published, "traceparent"));
    }

    @Test
    void keepsOneSubjectsEventsInOrderAndInOnePartition() {
        // Given
        Subject subject = Notes.subject();
        List<Subject> others = Stream.generate(Notes::subject).limit(20).toList();

        // When
        for (int version = 1; version <= 50; version++) {
            notes.publish(Note.event(subject, version, "v").withKeySuffix(version % 2 == 0 ? "even" : null));
            notes.publish(Note.event(others.get(version % 20), version, "v"));
        }
        eventually().until(() -> Notes.changes(subject).size() == 50);

        // Then
        assertEquals(IntStream.rangeClosed(1, 50).mapToObj(Integer::toString).toList(), Notes.changes(subject));
        assertEquals(
                1,
                TopicReader.about(subject, Note.TOPIC).stream()
                        .map(ConsumerRecord::partition)
                        .distinct()
                        .count());
    }

    @Test
    void publishesManyBatchesOfAWorkerInOrder() {
        // Given
        Subject subject = Notes.subject();

        // When
        transactions.run(worker -> outbox.append(
                worker,
                IntStream.rangeClosed(1, 12_000)
                        .mapToObj(version -> new Note(version, "many"))
                        .map(note -> OutgoingEvent.of("unread", subject, note))
                        .toList()));
        eventually().until(() -> TopicReader.about(subject, "unread").size() == 12_000);

        // Then
        List<Long> versions = TopicReader.about(subject, "unread").stream()
                .map(each -> EventDecoder.decode(each, null).as(Note.class).version())
                .toList();
        assertEquals(versions.stream().sorted().toList(), versions);
        eventually().until(() -> Notes.asSuperuser("select 1 from outbox").isEmpty());
    }

    @Test
    void publishesNothingOfWhatIsRolledBack() {
        // Given
        Subject subject = Notes.subject();

        // When
        assertThrows(
                IllegalStateException.class,
                () -> notes.inWorkspace(subject.workspace(), () -> {
                    outbox.append(Note.event(subject, 1, "never said"));
                    throw new IllegalStateException("rolls back");
                }));
        assertThrows(
                PermanentFailure.class,
                () -> transactions.run(worker -> {
                    outbox.append(worker, List.of(Note.event(subject, 2, "never said either")));
                    throw new PermanentFailure("rolls back");
                }));
        notes.publish(Note.event(subject, 3, "said"));
        eventually().until(() -> !TopicReader.about(subject, Note.TOPIC).isEmpty());

        // Then
        List<ConsumerRecord<byte[], byte[]>> published = TopicReader.about(subject, Note.TOPIC);
        assertEquals(1, published.size());
        assertEquals(
                "said",
                EventDecoder.decode(published.get(0), null).as(Note.class).text());
    }

    @Test
    void publishesATombstoneWithoutData() {
        // Given
        Subject subject = Notes.subject();

        // When
        notes.publish(OutgoingEvent.tombstone(Note.TOPIC, subject, "x"));
        eventually().until(() -> !TopicReader.about(subject, Note.TOPIC).isEmpty());

        // Then
        ConsumerRecord<byte[], byte[]> published =
                TopicReader.about(subject, Note.TOPIC).get(0);
        assertNull(published.value());
        assertTrue(EventDecoder.decode(published, null).isTombstone());
        assertEquals("x", EventDecoder.decode(published, null).keySuffix());
    }

    @Test
    void handlesAnEventInTheTraceOfItsCause() {
        // Given
        Subject subject = Notes.subject();

        // When
        notes.publish(Note.event(subject, 1, "traced").causedBy(CAUSE));
        eventually().until(() -> !Notes.texts(subject).isEmpty());

        // Then
        String handled = Notes.asSuperuser("select traceparent from note where id = '%s'", subject.id())
                .get(0);
        assertNotNull(handled);
        assertEquals(CAUSE.split("-")[1], handled.split("-")[1], "the trace");
        assertTrue(!CAUSE.split("-")[2].equals(handled.split("-")[2]), "a span of its own");
    }

    @Test
    void refusesWhatKafkaWouldNotTake() {
        // Given
        Subject subject = Notes.subject();
        String text = "x".repeat(OutboxRow.MAX_BYTES);

        // When
        PermanentFailure refused =
                assertThrows(PermanentFailure.class, () -> notes.publish(Note.event(subject, 1, text)));

        // Then
        assertEquals(
                "Note of %s is larger than the 1000000 bytes an event may have".formatted(subject.key()),
                refused.getMessage());
    }

    @Test
    void refusesToAppendOutsideATransaction() {
        assertThrows(IllegalStateException.class, () -> outbox.append(Note.event(Notes.subject(), 1, "lost")));
    }
}
