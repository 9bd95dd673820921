package io.sevenfold.cadence;

import static io.sevenfold.cadence.DomainClockOfTests.CLOCK;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Outcome;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hand over, let go, no answer needed: what a person decides about many of a queue at once. */
@CadenceServiceTest
class QueueDecisionsTest {

    private Workspace acme;
    private UUID contact;
    private UUID other;
    private UUID wrote;
    private UUID first;
    private UUID second;
    private UUID reply;

    @BeforeEach
    void onMondayWithTwoStepsAndAReply() {
        Workspace.onMonday();
        acme = Workspace.withCapacity(20);
        contact = acme.contact();
        other = acme.contact();
        wrote = acme.contact();
        acme.happened(wrote, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant());
        acme.awaitDue(contact, other, wrote);
        first = acme.step(contact, 1);
        second = acme.step(other, 1);
        reply = acme.queue().getUUID("touchpoints[0].id");
    }

    @Test
    void letsGoOfManyAndRefusesEachThatCannotBeWithItsReason() {
        // Given one that was done before
        acme.act(second, "complete", "{\"outcome\": \"no-answer\"}").then().statusCode(200);
        UUID stranger = UUID.randomUUID();

        // When
        JsonPath results = decide("let-go", first, second, reply, stranger);

        // Then
        assertEquals(1, results.getInt("done"));
        assertEquals(3, results.getInt("refused"));
        assertEquals(
                Stream.of(first, second, reply, stranger).map(UUID::toString).toList(),
                results.getList("results.touchpointId"));
        assertEquals(List.of(true, false, false, false), results.getList("results.done"));
        assertEquals(409, results.getInt("results[1].problem.status"));
        assertEquals(
                "It was already done at 2026-11-23T09:00:00Z, by email with outcome no-answer.",
                results.getString("results[1].problem.detail"));
        assertEquals("done", results.getString("results[1].problem.touchpoint.state"));
        assertEquals("P5", results.getString("results[2].problem.rule"));
        assertEquals(404, results.getInt("results[3].problem.status"));
        acme.awaitDue(wrote);
        JsonPath skipped = acme.told(contact, "TouchpointSkipped").get(0);
        assertEquals(first.toString(), skipped.getString("touchpointId"));
        assertEquals("all at once", skipped.getString("reason"));
        assertEquals("planned", acme.state(contact, 2));
    }

    @Test
    void changesNothingWhenAskedAgain() {
        // Given
        decide("let-go", first, second);
        List<String> before = Database.everything(acme);

        // When
        JsonPath results = decide("let-go", first, second);

        // Then
        assertEquals(2, results.getInt("done"));
        assertEquals(before, Database.everything(acme));
        assertEquals(1, acme.told(contact, "TouchpointSkipped").size());
    }

    @Test
    void saysThatNoAnswerIsNeeded() {
        // When
        JsonPath results = decide("no-answer-needed", reply, first);

        // Then
        assertEquals(List.of(true, false), results.getList("results.done"));
        assertEquals(422, results.getInt("results[1].problem.status"));
        assertEquals(
                reply.toString(), acme.told(wrote, "TouchpointSkipped").get(0).getString("touchpointId"));
        assertEquals("due", acme.state(contact, 1));
    }

    @Test
    void handsContactsOverToAnotherRep() {
        // Given
        UUID grace = UUID.randomUUID();
        acme.added(Reps.inBerlin(grace, 1, 20));

        // When
        JsonPath results = handOver(grace, first, reply);

        // Then
        assertEquals(2, results.getInt("done"));
        acme.awaitDue(other);
        assertEquals(
                Stream.of(wrote, contact).map(UUID::toString).toList(),
                acme.queue(grace).getList("touchpoints.contactId"));
        JsonPath told = acme.told(contact, "ContactHandedOver").get(0);
        assertEquals(contact.toString(), told.getString("contactId"));
        assertEquals(grace.toString(), told.getString("toRepId"));
        assertEquals("2026-11-23T09:00:00Z", told.getString("handedOverAt"));
        assertEquals(acme.rep().toString(), told.getString("by"));
        assertEquals(
                List.of(acme.rep().toString(), grace.toString()),
                acme.told(contact, "TouchpointDue").stream()
                        .map(it -> it.getString("repId"))
                        .toList());

        // When asked again, and when contacts-service says the same
        handOver(grace, first);
        acme.changed(Workspace.state(contact, 2, grace));

        // Then
        assertEquals(1, acme.told(contact, "ContactHandedOver").size());
        assertEquals(2, acme.told(contact, "TouchpointDue").size());
    }

    @Test
    void refusesWhatIsNotThatRepsToDo() {
        // Given
        UUID grace = UUID.randomUUID();
        acme.added(Reps.inBerlin(grace, 1, 20));
        UUID hers = acme.contact(grace);
        UUID step = acme.step(hers, 1);

        // When
        JsonPath results = decide("let-go", step);

        // Then
        assertEquals(409, results.getInt("results[0].problem.status"));
        assertEquals("urn:sevenfold:problem:not-in-queue", results.getString("results[0].problem.type"));
        acme.as("rep", grace)
                .body(Map.of("touchpointIds", List.of(first)))
                .post("/v1/queues/" + acme.rep() + "/let-go")
                .then()
                .statusCode(403);
        acme.as("manager", grace)
                .body(Map.of("touchpointIds", List.of(first)))
                .post("/v1/queues/" + acme.rep() + "/let-go")
                .then()
                .statusCode(200)
                .body("done", equalTo(1));
    }

    @Test
    void refusesARepNobodyKnowsAndOneself() {
        post("hand-over", Map.of("touchpointIds", List.of(first), "toRepId", UUID.randomUUID()))
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("toRepId"));
        post("hand-over", Map.of("touchpointIds", List.of(first), "toRepId", acme.rep()))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("toRepId"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hand-over", "let-go", "no-answer-needed"})
    void refusesNoneTooManyAndNothing(String what) {
        UUID grace = UUID.randomUUID();
        for (List<UUID> ids : List.of(List.<UUID>of(), Collections.nCopies(1_001, first))) {
            Map<String, Object> body = what.equals("hand-over")
                    ? Map.of("touchpointIds", ids, "toRepId", grace)
                    : Map.of("touchpointIds", ids);
            post(what, body).then().statusCode(400).body("errors[0].field", containsString("touchpointIds"));
        }
        acme.as("rep")
                .post("/v1/queues/" + acme.rep() + "/" + what)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void letsGoOfHundredsAtOnce() {
        // Given
        List<UUID> many =
                acme.contacts(200).stream().map(id -> acme.step(id, 1)).toList();

        // When
        JsonPath results = decide("let-go", many.toArray(UUID[]::new));

        // Then
        assertEquals(200, results.getInt("done"));
        assertTrue(many.stream()
                .allMatch(id -> Database.query("select state from touchpoint where id = ?", id)
                        .contains("SKIPPED")));
    }

    private JsonPath decide(String what, UUID... touchpoints) {
        return post(what, Map.of("touchpointIds", List.of(touchpoints), "reason", "all at once"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private JsonPath handOver(UUID to, UUID... touchpoints) {
        return post("hand-over", Map.of("touchpointIds", List.of(touchpoints), "toRepId", to))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private Response post(String what, Map<String, Object> body) {
        return acme.as("rep").body(body).post("/v1/queues/" + acme.rep() + "/" + what);
    }
}
