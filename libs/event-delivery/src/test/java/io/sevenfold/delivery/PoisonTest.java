package io.sevenfold.delivery;

import static io.sevenfold.delivery.ForeignProducer.bytes;
import static io.sevenfold.delivery.Notes.eventually;
import static io.sevenfold.delivery.TopicReader.header;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sevenfold.infra.ServiceTestResource;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "notes"))
@WithTestResource(NotesResource.class)
class PoisonTest {

    private static final String DEAD = Note.TOPIC + DeadLetters.TOPIC_SUFFIX;

    @Inject
    Notes notes;

    @Test
    void putsPoisonBetweenGoodOnesAsideWholeAndHandlesTheRest() {
        // Given
        Subject subject = Notes.subject();

        // When
        notes.publish(
                Note.event(subject, 1, "good"),
                Note.event(subject, 2, Note.POISON),
                Note.event(subject, 3, "better"),
                Note.event(subject, 4, Note.BUG),
                Note.event(subject, 5, "best"));
        eventually().until(() -> TopicReader.about(subject, DEAD).size() == 2);

        // Then
        eventually().until(() -> Notes.changes(subject).equals(List.of("1", "3", "5")));
        List<ConsumerRecord<byte[], byte[]>> originals = TopicReader.about(subject, Note.TOPIC);
        ConsumerRecord<byte[], byte[]> poison = originals.get(1);
        ConsumerRecord<byte[], byte[]> letter = TopicReader.about(subject, DEAD).get(0);
        assertArrayEquals(poison.value(), letter.value());
        assertArrayEquals(poison.key(), letter.key());
        assertEquals(poison.partition(), letter.partition());
        poison.headers()
                .forEach(original -> assertEquals(original, letter.headers().lastHeader(original.key())));
        assertEquals(
                "io.sevenfold.delivery.PermanentFailure: This note can never be handled",
                header(letter, DeadLetters.REASON));
        assertEquals(Integer.toString(poison.partition()), header(letter, DeadLetters.PARTITION));
        assertEquals(Long.toString(poison.offset()), header(letter, DeadLetters.OFFSET));
        assertEquals("notes", header(letter, DeadLetters.TOPIC));
    }

    @Test
    void doesNotTakeForPoisonWhatIsCommittedAlready() {
        // Given
        Subject subject = Notes.subject();

        // When
        notes.publish(Note.event(subject, 1, Note.UNTOLD));
        eventually().until(() -> Notes.changes(subject).equals(List.of("1")));
        notes.publish(Note.event(subject, 2, "told"));
        eventually().until(() -> Notes.texts(subject).equals(List.of("told")));

        // Then
        eventually().until(() -> Notes.asSuperuser("select 1 from outbox").isEmpty());
        assertEquals(List.of(), TopicReader.about(subject, DEAD));
    }

    @Test
    void tellsOfABugItsPlaceAndNobodysName() {
        // Given
        Subject subject = Notes.subject();

        // When
        notes.publish(Note.event(subject, 1, Note.BUG));
        eventually().until(() -> !TopicReader.about(subject, DEAD).isEmpty());

        // Then
        String reason = header(TopicReader.about(subject, DEAD).get(0), DeadLetters.REASON);
        assertTrue(reason.startsWith("java.lang.IllegalStateException at "), reason);
        assertTrue(reason.contains("NoteConsumer"), reason);
        assertFalse(reason.contains("jane"), reason);
    }

    @Test
    void putsAsideWhatCannotBeParsed() {
        // Given
        Subject subject = Notes.subject();
        byte[] noUtf8 = {(byte) 0xc3, 0x28, 0};
        String marker = subject.key();

        // When
        ForeignProducer.send(cloudEvent(null, marker + " without key"));
        ForeignProducer.send(cloudEvent(noUtf8, marker + " key not UTF-8"));
        ForeignProducer.send(cloudEvent(bytes("acme"), marker + " key without id"));
        ForeignProducer.send(cloudEvent(bytes("acme/1-1-1-1-1"), marker + " key with an odd id"));
        ForeignProducer.send(
                cloudEvent(bytes("ac\0me/" + subject.id()), marker + " key that PostgreSQL does not store"));
        ForeignProducer.send(cloudEvent(bytes(subject.key()), marker + " no JSON"));
        ForeignProducer.send(
                new ProducerRecord<>(Note.TOPIC, 0, bytes(subject.key()), bytes(marker + " without headers")));
        ForeignProducer.send(0, subject, 1, "good");
        eventually().until(() -> Notes.texts(subject).equals(List.of("good")));
        Predicate<ConsumerRecord<byte[], byte[]>> ours =
                each -> each.value() != null && new String(each.value()).startsWith(marker);
        eventually().until(() -> TopicReader.all(DEAD).stream().filter(ours).count() == 7);

        // Then
        List<ConsumerRecord<byte[], byte[]>> letters =
                TopicReader.all(DEAD).stream().filter(ours).toList();
        ConsumerRecord<byte[], byte[]> keyless = letters.stream()
                .filter(each -> new String(each.value()).endsWith("without key"))
                .findFirst()
                .orElseThrow();
        assertNull(keyless.key());
        assertTrue(letters.stream().anyMatch(each -> java.util.Arrays.equals(noUtf8, each.key())));
    }

    private static ProducerRecord<byte[], byte[]> cloudEvent(byte[] key, String value) {
        ProducerRecord<byte[], byte[]> produced = new ProducerRecord<>(Note.TOPIC, 0, key, bytes(value));
        ForeignProducer.cloudEvent(produced.headers());
        return produced;
    }
}
