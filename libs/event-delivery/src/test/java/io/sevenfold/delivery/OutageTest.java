package io.sevenfold.delivery;

import static io.sevenfold.delivery.Notes.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sevenfold.infra.ServiceTestResource;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "notes"))
@WithTestResource(NotesResource.class)
class OutageTest {

    @Inject
    Notes notes;

    @Test
    void handlesEverythingOnceThoughItsConnectionsAreCutAgainAndAgain() {
        // Given
        Subject subject = Notes.subject();

        // When
        for (int version = 1; version <= 200; version++) {
            notes.publish(Note.event(subject, version, "v"));
            if (version % 20 == 0) {
                cutWorkersConnections();
            }
        }

        // Then
        eventually().until(() -> Notes.changes(subject).size() == 200);
        assertEquals(versions(200), Notes.changes(subject));
        assertEquals(List.of(), TopicReader.about(subject, Note.TOPIC + DeadLetters.TOPIC_SUFFIX));
    }

    @Test
    void waitsForTheDatabaseForAsLongAsItIsAway() {
        // Given
        Subject subject = Notes.subject();
        Notes.change("alter role notes_worker nologin");
        cutWorkersConnections();

        // When
        for (int version = 1; version <= 20; version++) {
            ForeignProducer.send(version % 4, subject, version, "v");
        }
        eventually()
                .until(() -> Notes.asSuperuser("select 1 from pg_stat_activity where usename = 'notes_worker'")
                        .isEmpty());
        Notes.change("alter role notes_worker login");

        // Then
        eventually()
                .until(() -> Notes.texts(subject).equals(List.of("v"))
                        && Notes.changes(subject).contains("20"));
        assertEquals(List.of(), TopicReader.about(subject, Note.TOPIC + DeadLetters.TOPIC_SUFFIX));
    }

    @Test
    void publishesAfterAnOutageOfKafkaWhatWasWrittenMeanwhile() {
        // Given
        Subject subject = Notes.subject();
        notes.publish(Note.event(subject, 1, "before"));
        eventually().until(() -> Notes.changes(subject).size() == 1);
        ServiceTestResource.kafka().stop();

        // When
        for (int version = 2; version <= 50; version++) {
            notes.publish(Note.event(subject, version, "meanwhile"));
        }
        List<String> waiting =
                Notes.asSuperuser("select count(*) from outbox where workspace_id = '%s'", subject.workspace());
        ServiceTestResource.kafka().start();
        notes.publish(Note.event(subject, 51, "after"));

        // Then
        assertEquals(List.of("49"), waiting);
        eventually().until(() -> Notes.changes(subject).size() == 51);
        assertEquals(versions(51), Notes.changes(subject));
    }

    @Test
    void rollsBackWhatWasPolledFromAPartitionThatAnotherInstanceTookOver() {
        // Given
        Subject subject = Notes.subject();
        Subject before = Notes.subject();
        int partition = 3;
        long first = ForeignProducer.send(partition, before, 1, "before").offset();
        eventually().until(() -> Notes.nextOffset(partition) == first + 1);

        // When
        Notes.change(
                "update consumer_offset set next_offset = %d where topic = 'notes' and partition = %d",
                first + 2, partition);
        ForeignProducer.send(partition, subject, 1, "handled by the other instance");
        ForeignProducer.send(partition, subject, 2, "left to this one");

        // Then
        eventually().until(() -> Notes.texts(subject).equals(List.of("left to this one")));
        assertEquals(List.of("2"), Notes.changes(subject));
    }

    private static List<String> versions(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(Integer::toString).toList();
    }

    private static void cutWorkersConnections() {
        Notes.asSuperuser("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'notes_worker'");
    }
}
