package io.sevenfold.interactions;

import static io.sevenfold.interactions.Topics.eventually;
import static io.sevenfold.interactions.Workspace.id;
import static io.sevenfold.interactions.Workspace.inbound;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import io.sevenfold.events.ContactAdded;
import io.sevenfold.events.RepAdded;
import io.sevenfold.events.Topic;
import io.sevenfold.infra.Database;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@InteractionsServiceTest
class RecordingTest {

    private final Workspace acme = Workspace.fresh();

    @Test
    void recordsAnInteractionAndPublishesIt() {
        // Given
        UUID contact = acme.contact();
        UUID rep = acme.rep();
        Map<String, Object> fields = inbound(
                contact, "repId", rep, "outcome", "not-now", "note", "After the fair", "revisitOn", "2027-03-01");

        // When
        Response recorded = acme.record(fields);

        // Then
        UUID id = id(recorded);
        recorded.then()
                .header("Location", containsString("/v1/interactions/" + id))
                .header("ETag", "\"1\"")
                .body("version", equalTo(1))
                .body("outcome", equalTo("not-now"))
                .body("occurredAt", equalTo("2026-11-24T09:00:00Z"))
                .body("recordedAt", equalTo("2026-11-24T09:00:00Z"));
        assertEquals(recorded.asString(), acme.get(id).asString());
        eventually().until(() -> Topics.published(acme.subject(contact)), List.of("Recorded " + id + " v1")::equals);
    }

    @Test
    void needsNoMoreThanContactDirectionAndChannel() {
        // When
        Response recorded = acme.record(inbound(acme.contact()));

        // Then
        recorded.then().statusCode(201).body("outcome", equalTo("none")).body("repId", nullValue());
    }

    @Test
    void recordsWhatHappenedEarlier() {
        // When
        Response recorded = acme.record(inbound(acme.contact(), "occurredAt", "2019-05-02T07:30:00.123456789+02:00"));

        // Then
        recorded.then()
                .statusCode(201)
                .body("occurredAt", equalTo("2019-05-02T05:30:00.123456Z"))
                .body("recordedAt", equalTo("2026-11-24T09:00:00Z"));
    }

    @Test
    void recordsTheSameIdOnce() {
        // Given
        UUID contact = acme.contact();
        Map<String, Object> fields = inbound(contact, "id", UUID.randomUUID());
        Response first = acme.record(fields);

        // When
        Response again = acme.record(fields);

        // Then
        assertEquals(201, first.statusCode());
        assertEquals(200, again.statusCode());
        assertEquals(first.asString(), again.asString());
        assertEquals(1, Stored.interactionsOf(acme.subject(contact)).size());
    }

    @Test
    void knowsTheRepeatedRequestAlsoAfterACorrection() {
        // Given
        Map<String, Object> fields = inbound(acme.contact(), "id", UUID.randomUUID());
        UUID id = id(acme.record(fields));
        acme.patch(id, Map.of("version", 1, "note", "corrected")).then().statusCode(200);

        // When
        Response again = acme.record(fields);

        // Then
        again.then().statusCode(200).body("version", equalTo(2)).body("note", equalTo("corrected"));
    }

    @Test
    void refusesOtherContentUnderTheSameId() {
        // Given
        UUID contact = acme.contact();
        UUID id = id(acme.record(inbound(contact, "id", UUID.randomUUID())));

        // When
        Response other = acme.record(inbound(contact, "id", id, "channel", "call"));

        // Then
        other.then()
                .statusCode(409)
                .body("type", equalTo("urn:sevenfold:problem:id-taken"))
                .body("interactionId", equalTo(id.toString()));
        acme.get(id).then().body("channel", equalTo("email"));
    }

    @Test
    void recordsTheSameIdOnceWhenRequestsRace() {
        // Given
        UUID contact = acme.contact();
        UUID id = UUID.randomUUID();

        // When
        List<Integer> statuses =
                inParallel(8, i -> acme.record(inbound(contact, "id", id)).statusCode());

        // Then
        assertEquals(
                List.of(200, 200, 200, 200, 200, 200, 200, 201),
                statuses.stream().sorted().toList());
        eventually().until(Database::isAllPublished);
        assertEquals(List.of("Recorded " + id + " v1"), Topics.published(acme.subject(contact)));
    }

    @Test
    void letsOneOfTwoContactsHaveAnIdWhenRequestsRace() {
        // Given
        List<UUID> contacts = Stream.generate(acme::contact).limit(4).toList();
        UUID id = UUID.randomUUID();

        // When
        List<Integer> statuses = inParallel(
                4, i -> acme.record(inbound(contacts.get(i), "id", id)).statusCode());

        // Then
        assertEquals(List.of(201, 409, 409, 409), statuses.stream().sorted().toList());
    }

    @Test
    void waitsForAContactThatIsOnItsWay() {
        // Given
        UUID contact = UUID.randomUUID();
        CompletableFuture<Response> recording = CompletableFuture.supplyAsync(() -> acme.record(inbound(contact)));

        // When
        CompletableFuture.runAsync(
                () -> Topics.publish(
                        Topic.CONTACTS, acme.subject(contact), new ContactAdded(Workspace.state(contact, 1, null))),
                CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS));

        // Then
        recording.join().then().statusCode(201);
    }

    @Test
    void waitsForARepWhoIsOnTheirWay() {
        // Given
        UUID contact = acme.contact();
        UUID rep = UUID.randomUUID();
        CompletableFuture<Response> recording =
                CompletableFuture.supplyAsync(() -> acme.record(inbound(contact, "repId", rep)));

        // When
        CompletableFuture.runAsync(
                () -> Topics.publish(Topic.REPS, acme.subject(rep), new RepAdded(Workspace.repState(rep, 1))),
                CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS));

        // Then
        recording.join().then().statusCode(201);
    }

    @Test
    void saysOfAContactThatNeverComesThatItCanBeTriedAgain() {
        // Given
        UUID contact = UUID.randomUUID();
        long start = System.nanoTime();

        // When
        Response refused = acme.record(inbound(contact));

        // Then
        assertTrue(Duration.ofNanos(System.nanoTime() - start).compareTo(Duration.ofMillis(1_900)) > 0);
        refused.then()
                .statusCode(422)
                .header("Retry-After", "2")
                .body("type", equalTo("urn:sevenfold:problem:unknown-contact"))
                .body("retryable", equalTo(true))
                .body("errors[0].field", equalTo("contactId"));
        assertEquals(List.of(), Stored.interactionsOf(acme.subject(contact)));
    }

    @Test
    void holdsNoConnectionWhileItWaits() {
        // Given
        UUID contact = acme.contact();
        int moreThanThereAreConnections = 40;
        List<CompletableFuture<Response>> waiting = IntStream.range(0, moreThanThereAreConnections)
                .mapToObj(i -> async(() -> acme.record(inbound(UUID.randomUUID()))))
                .toList();

        // When
        Response other = acme.record(inbound(contact));

        // Then
        assertTrue(waiting.stream().noneMatch(CompletableFuture::isDone), "the other had to wait");
        other.then().statusCode(201);
        waiting.forEach(each -> each.join().then().statusCode(422));
    }

    private static <T> List<T> inParallel(int times, IntFunction<T> request) {
        return IntStream.range(0, times).mapToObj(i -> async(() -> request.apply(i))).toList().stream()
                .map(CompletableFuture::join)
                .toList();
    }

    private static <T> CompletableFuture<T> async(Supplier<T> request) {
        return CompletableFuture.supplyAsync(request, each -> new Thread(each).start());
    }
}
