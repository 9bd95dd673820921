package io.sevenfold.cadence;

import static io.sevenfold.cadence.Database.eventually;
import static io.sevenfold.cadence.DomainClockOfTests.CLOCK;
import static io.sevenfold.cadence.Workspace.at;
import static io.sevenfold.cadence.Workspace.state;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sevenfold.cadence.due.DueNow;
import io.sevenfold.cadence.plan.PlanNow;
import io.sevenfold.events.ContactAdded;
import io.sevenfold.events.RepAdded;
import io.sevenfold.events.Topic;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (UUID rep : reps) {
            sent.add(Topics.send(Topic.REPS, acme.subject(rep), null, new RepAdded(Reps.inBerlin(rep, 1, 1))));
            for (int i = 0; i < 3; i++) {
                UUID contact = UUID.randomUUID();
                sent.add(Topics.send(
                        Topic.CONTACTS, acme.subject(contact), null, new ContactAdded(state(contact, 1, rep))));
            }
        }
        Topics.awaitHandled(sent);
        PlanNow.anew();

        for (String day : List.of("2026-11-23", "2026-11-24", "2026-11-25")) {
            // When
            CLOCK.set(Instant.parse(day + "T07:30:00Z"));
            CompletableFuture<?>[] replicas = IntStream.range(0, 3)
                    .mapToObj(i -> CompletableFuture.runAsync(DueNow::release))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(replicas).join();
            at(day + "T07:30:00Z");

            // Then
            assertEquals(
                    List.of(String.valueOf(REPS)),
                    Database.query(
                            "select count(*) from rep_day where workspace_id = ? and day = ? and used = 1",
                            acme.name(),
                            LocalDate.parse(day)));
            assertEquals(
                    List.of(),
                    Database.query(
                            "select rep_id from release where workspace_id = ? group by rep_id, released_on having count(*) > 1",
                            acme.name()));
        }

        // Then
        assertEquals(
                List.of(),
                Database.query("select 1 from touchpoint where workspace_id = ? and round > 1", acme.name()));
        for (UUID rep : reps.subList(0, 10)) {
            assertEquals(
                    List.of("2026-11-23", "2026-11-24", "2026-11-25"),
                    acme.told(rep, "DayBegun").stream()
                            .map(begun -> begun.getString("date"))
                            .toList());
        }
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
