package io.sevenfold.cadence;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.restassured.path.json.JsonPath;
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
        for (Map.Entry<String, String> each : Map.of("complete", "Completion", "skip", "Skip", "snooze", "Snooze")
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
    void cadencesAndSettingsHaveExamplesThatWorkAsTheyStand() {
        // Given
        String cadences = "paths.'/v1/cadences'.post.requestBody.content.'application/json'.examples";
        String cadence = acme.as("manager")
                .body(api.<Object>get(cadences + ".'five touches'.value"))
                .post("/v1/cadences")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // Then
        for (Map.Entry<String, String> each : Map.of(
                        "/v1/cadences/{id}", "calmer", "/v1/settings", "nothing starts by itself")
                .entrySet()) {
            String example = "paths.'" + each.getKey() + "'.put.requestBody.content.'application/json'.examples.'"
                    + each.getValue() + "'.value";
            acme.as("manager")
                    .body(api.<Object>get(example))
                    .put(each.getKey().replace("{id}", cadence))
                    .then()
                    .statusCode(200)
                    .body("version", equalTo(2));
        }
    }

    @Test
    void saysWhatEachOperationDoesAndSpellsWhatItTakes() {
        for (String operation : List.of(
                "'/v1/plans/{contactId}'.get",
                "'/v1/connections/{contactId}'.get",
                "'/v1/queues/{repId}'.get",
                "'/v1/cadences'.get",
                "'/v1/cadences'.post",
                "'/v1/cadences/{id}'.get",
                "'/v1/cadences/{id}'.put",
                "'/v1/cadences/{id}/retire'.post",
                "'/v1/cadences/{id}/dry-run'.post",
                "'/v1/settings'.get",
                "'/v1/settings'.put",
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
