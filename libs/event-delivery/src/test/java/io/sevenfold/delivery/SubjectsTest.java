package io.sevenfold.delivery;

import static io.sevenfold.delivery.Notes.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sevenfold.infra.ServiceTestResource;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "notes"))
@WithTestResource(NotesResource.class)
class SubjectsTest {

    @Inject
    Notes notes;

    @Inject
    WorkerTransactions transactions;

    @Test
    void writesNothingAboutAnErasedSubjectAnyMore() {
        // Given
        Subject erased = Notes.subject();
        Subject other = new Subject(erased.workspace(), UUID.randomUUID());

        // When
        transactions.run(worker -> Subjects.erase(worker, erased));
        transactions.run(worker -> Subjects.erase(worker, erased));
        notes.publish(Note.event(erased, 1, "too late"), Note.event(other, 1, "in time"));
        eventually().until(() -> Notes.texts(other).equals(List.of("in time")));

        // Then
        eventually().until(() -> Notes.asSuperuser("select 1 from outbox").isEmpty());
        assertEquals(List.of(), Notes.texts(erased));
        assertTrue(lock(erased).erased(erased));
        assertFalse(lock(other).erased(other));
    }

    @Test
    void leadsFromAMergedSubjectToTheOneThatRemains() {
        // Given
        Subject first = Notes.subject();
        Subject second = new Subject(first.workspace(), UUID.randomUUID());
        Subject last = new Subject(first.workspace(), UUID.randomUUID());

        // When
        transactions.run(worker -> Subjects.merge(worker, first, second.id()));
        transactions.run(worker -> Subjects.merge(worker, second, last.id()));

        // Then
        assertEquals(last, lock(first).survivor(first));
        assertEquals(last, lock(first, last).survivor(last));
        assertFalse(lock(first).erased(first));
        assertEquals(
                last, transactions.call(worker -> Subjects.look(worker, first)).survivor(first));
    }

    @Test
    void looksWithoutWaitingForWhoeverWrites() {
        // Given
        Subject subject = Notes.subject();

        // When
        Endings looked = transactions.call(worker -> {
            Subjects.lock(worker, subject);
            Subjects.erase(worker, subject);
            return CompletableFuture.supplyAsync(() -> transactions.call(reader -> Subjects.look(reader, subject)))
                    .orTimeout(10, TimeUnit.SECONDS)
                    .join();
        });

        // Then
        assertFalse(looked.erased(subject));
        assertTrue(transactions.call(reader -> Subjects.look(reader, subject)).erased(subject));
    }

    @Test
    void erasesWithASubjectAllThatWentIntoIt() {
        // Given
        Subject merged = Notes.subject();
        Subject into = new Subject(merged.workspace(), UUID.randomUUID());
        Subject before = new Subject(merged.workspace(), UUID.randomUUID());

        // When
        transactions.run(worker -> Subjects.merge(worker, merged, into.id()));
        transactions.run(worker -> Subjects.erase(worker, into));
        transactions.run(worker -> Subjects.merge(worker, into, before.id()));

        // Then
        assertTrue(lock(merged).erased(merged));
        assertTrue(lock(into).erased(into));
        assertEquals(into, lock(into).survivor(into));
        assertFalse(lock(before).erased(before));
    }

    @Test
    void seesTheErasureThatTheLockWasWaitingFor() {
        // Given
        Subject subject = Notes.subject();

        // When
        CompletableFuture<Endings> waiting = transactions.call(worker -> {
            Subjects.lock(worker, subject);
            CompletableFuture<Endings> other = CompletableFuture.supplyAsync(() -> lock(subject));
            eventually()
                    .until(() -> !Notes.asSuperuser(
                                    "select 1 from pg_locks where locktype = 'advisory' and not granted")
                            .isEmpty());
            Subjects.erase(worker, subject);
            return other;
        });

        // Then
        assertTrue(waiting.join().erased(subject));
    }

    @Test
    void neverDeadlocksWritersOfTheSameSubjectsInAnyOrder() {
        // Given
        String workspace = Notes.subject().workspace();
        List<Subject> subjects = IntStream.range(0, 6)
                .mapToObj(i -> new Subject(workspace, UUID.randomUUID()))
                .toList();
        transactions.run(worker ->
                Subjects.merge(worker, subjects.get(0), subjects.get(5).id()));
        transactions.run(worker ->
                Subjects.merge(worker, subjects.get(1), subjects.get(4).id()));

        // When
        CompletableFuture<?>[] writers = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.runAsync(() -> {
                    for (int n = 0; n < 100; n++) {
                        Subject one = subjects.get(ThreadLocalRandom.current().nextInt(6));
                        Subject two = subjects.get(ThreadLocalRandom.current().nextInt(6));
                        lock(one, two);
                    }
                }))
                .toArray(CompletableFuture<?>[]::new);

        // Then
        CompletableFuture.allOf(writers).join();
    }

    private Endings lock(Subject... subjects) {
        return transactions.call(worker -> Subjects.lock(worker, subjects));
    }
}
