package io.sevenfold.cadence;

import static io.sevenfold.cadence.Database.eventually;
import static io.sevenfold.cadence.DomainClockOfTests.CLOCK;
import static io.sevenfold.cadence.Workspace.at;
import static io.sevenfold.cadence.Workspace.state;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sevenfold.cadence.due.DueNow;
import io.sevenfold.events.ContactAdded;
import io.sevenfold.events.RepAdded;
import io.sevenfold.events.Topic;
import io.sevenfold.infra.Events;
import io.sevenfold.infra.Events.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many reps, many contacts, and several replicas at once. */
@CadenceServiceTest
class ManyTest {

    private static final int REPS = 50;

    private Workspace acme;

    @BeforeEach
    void onSunday() {
        Workspace.onMonday();
        CLOCK.set(Instant.parse("2026-11-22T12:00:00Z"));
        acme = Workspace.fresh();
    }

    @Test
    void releasesNothingTwiceWhenReplicasRace_P5() {
        // Given
        List<UUID> reps =
                IntStream.range(0, REPS).mapToObj(i -> UUID.randomUUID()).toList();
        Topics.awaitHandled(reps.stream()
                .map(rep -> Topics.send(Topic.REPS, acme.subject(rep), null, new RepAdded(Reps.inBerlin(rep, 1, 4))))
                .toList());
        List<String> days = List.of("2026-11-23", "2026-11-24", "2026-11-25");

        for (String day : days) {
            // Given
            Topics.awaitHandled(reps.stream().map(this::newContact).toList());

            // When
            CLOCK.set(Instant.parse(day + "T07:30:00Z"));
            CompletableFuture<?>[] replicas = IntStream.range(0, 3)
                    .mapToObj(i -> CompletableFuture.runAsync(DueNow::release))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(replicas).join();

            // Then
            eventually()
                    .untilAsserted(() -> assertEquals(
                            String.valueOf(REPS),
                            Database.query(
                                            "select count(*) from release where workspace_id = ? and released_on = ?",
                                            acme.name(),
                                            LocalDate.parse(day))
                                    .get(0)));
            at(day + "T15:30:00Z");
        }

        // Then
        eventually().until(() -> Database.query("select 1 from outbox").isEmpty());
        List<Event> told = Events.of(Topic.TOUCHPOINTS.topicName(), acme.name() + "/");
        assertEquals(
                REPS * days.size(),
                told.stream().filter(it -> it.type().equals("DayBegun")).count());
        assertEquals(
                REPS * days.size(),
                told.stream().filter(it -> it.type().equals("TouchpointDue")).count());
    }

    private Future<RecordMetadata> newContact(UUID owner) {
        UUID id = UUID.randomUUID();
        return Topics.send(Topic.CONTACTS, acme.subject(id), null, new ContactAdded(state(id, 1, owner)));
    }

    @Test
    void plansThousandsAnewInBatchesWhenTheirOwnersAbsenceIsKnown_T1() {
        // Given
        acme.added(Reps.inBerlin(acme.rep(), 1, 20));
        acme.contacts(1_200);
        assertEquals(List.of("1200"), firstStepsOn("2026-11-23"));

        // When
        acme.changed(Reps.away(acme.rep(), 2, 20, LocalDate.parse("2026-11-23"), LocalDate.parse("2026-11-24")));

        // Then
        eventually().until(() -> firstStepsOn("2026-11-25").equals(List.of("1200")));
        assertEquals(List.of(), Database.query("select 1 from replan_request"));

        // When
        at("2026-11-25T07:30:00Z");

        // Then
        eventually().until(() -> firstStepsOn("2026-11-26").equals(List.of("1180")));
        assertEquals(
                List.of("20"),
                Database.query(
                        "select count(*) from touchpoint where workspace_id = ? and state = 'DUE'", acme.name()));
    }

    private List<String> firstStepsOn(String date) {
        return Database.query(
                "select count(*) from touchpoint where workspace_id = ? and step = 1 and due_on = ?",
                acme.name(),
                LocalDate.parse(date));
    }
}
