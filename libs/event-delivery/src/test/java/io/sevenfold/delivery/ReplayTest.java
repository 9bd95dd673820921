package io.sevenfold.delivery;

import static io.sevenfold.delivery.Notes.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sevenfold.infra.ServiceTestResource;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "notes"))
@WithTestResource(NotesResource.class)
class ReplayTest {

    @Inject
    Notes notes;

    @Test
    void handlesTheSameEventTwiceAsOnce() {
        // Given
        Subject subject = Notes.subject();
        Subject last = Notes.subject();

        // When
        notes.publish(Note.event(subject, 1, "first"), Note.event(subject, 1, "first"));
        notes.publish(Note.event(subject, 2, "second"));
        notes.publish(Note.event(subject, 2, "second"), Note.event(subject, 1, "first"));
        notes.publish(Note.event(last, 1, "last"));
        eventually().until(() -> everythingIsHandled());

        // Then
        assertEquals(List.of("second"), Notes.texts(subject));
        assertEquals(List.of("1", "2"), Notes.changes(subject));
    }

    @Test
    void changesNothingWhenTheTopicIsReplayedFromZero() {
        // Given
        Subject subject = Notes.subject();
        for (int version = 1; version <= 20; version++) {
            notes.publish(Note.event(subject, version, "v" + version));
        }
        eventually().until(() -> Notes.texts(subject).equals(List.of("v20")));
        // What other tests have mended since it was put aside is handled by now.
        replayAll(subject);
        List<String> before = Notes.asSuperuser("select note::text from note order by workspace_id, id");
        List<String> changes = Notes.asSuperuser("select count(*) from change");

        // When
        replayAll(subject);

        // Then
        assertEquals(before, Notes.asSuperuser("select note::text from note order by workspace_id, id"));
        assertEquals(changes, Notes.asSuperuser("select count(*) from change"));
    }

    private static void replayAll(Subject subject) {
        eventually().until(() -> everythingIsHandled());
        Notes.change("update consumer_offset set next_offset = 0");
        // Whoever reads on from its own memory finds the offset changed, and reads again from what is stored.
        for (int partition = 0; partition < 4; partition++) {
            ForeignProducer.send(partition, subject, 1, "v1");
        }
        eventually().until(() -> everythingIsHandled());
    }

    private static boolean everythingIsHandled() {
        return Notes.asSuperuser("select 1 from outbox").isEmpty()
                && TopicReader.all(Note.TOPIC).stream()
                        .allMatch(each -> Notes.nextOffset(each.partition()) > each.offset());
    }
}
