package io.sevenfold.cadence;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@CadenceServiceTest
class OpenApiTest {

    private Workspace acme;
    private JsonPath api;

    @BeforeEach
    void read() {
        Workspace.onMonday();
        acme = Workspace.withCapacity(20);
        api = given().accept("application/json").get("/q/openapi").jsonPath();
    }

    @Test
    void hasExamplesThatWorkAsTheyStand() {
        for (Map.Entry<String, String> each : Map.of(
                        "complete", "Completion", "skip", "Skip", "snooze", "Snooze", "reschedule", "Reschedule")
                .entrySet()) {
            // Given
            UUID contact = acme.contact();
            Object example = api.get("components.schemas." + each.getValue() + ".examples[0]");

            // Then
            assertNotNull(example);
            acme.as("rep")
                    .body(example)
                    .post("/v1/touchpoints/" + acme.step(contact, 1) + "/" + each.getKey())
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void hasExamplesOfDecisionsAboutAQueueThatNeedOnlyTheIds() {
        for (Map.Entry<String, String> each : Map.of(
                        "let-go", "Selection", "no-answer-needed", "Selection", "hand-over", "HandOver")
                .entrySet()) {
            // Given
            Map<String, Object> example =
                    new HashMap<>(api.getMap("components.schemas." + each.getValue() + ".examples[0]"));
            UUID grace = UUID.randomUUID();
            acme.added(Reps.inBerlin(grace, 1, 20));
            example.computeIfPresent("toRepId", (name, id) -> grace);

            // Then none of that id is there
            acme.as("rep")
                    .body(example)
                    .post("/v1/queues/" + acme.rep() + "/" + each.getKey())
                    .then()
                    .statusCode(200)
                    .body("results[0].problem.status", equalTo(404));
        }
    }

    @Test
    void saysWhatEachOperationDoesAndSpellsWhatItTakes() {
        for (String operation : List.of(
                "'/v1/plans/{contactId}'.get",
                "'/v1/connections/{contactId}'.get",
                "'/v1/queues/{repId}'.get",
                "'/v1/queues/{repId}/moved'.get",
                "'/v1/queues/{repId}/load'.get",
                "'/v1/queues/{repId}/hand-over'.post",
                "'/v1/queues/{repId}/let-go'.post",
                "'/v1/queues/{repId}/no-answer-needed'.post",
                "'/v1/unseen'.get",
                "'/v1/touchpoints/{id}/reschedule'.post",
                "'/v1/touchpoints/{id}'.get",
                "'/v1/touchpoints/{id}/complete'.post",
                "'/v1/touchpoints/{id}/skip'.post",
                "'/v1/touchpoints/{id}/snooze'.post")) {
            assertNotNull(api.getString("paths." + operation + ".summary"), operation);
        }
        assertEquals(
                List.of("email", "call", "message", "meeting", "social", "letter"),
                api.getList("components.schemas.Channel.enum"));
        assertEquals(
                List.of("planned", "due", "done", "skipped", "cancelled"),
                api.getList("components.schemas.TouchpointState.enum"));
    }
}
