package io.sevenfold.interactions;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import io.sevenfold.events.ContactAdded;
import io.sevenfold.events.RepAdded;
import io.sevenfold.events.Topic;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@InteractionsServiceTest
class OpenApiTest {

    private static final String PATHS = "paths.'/v1/interactions";

    private final Workspace acme = Workspace.fresh();

    private JsonPath api;

    @BeforeEach
    void read() {
        api = given().accept("application/json").get("/q/openapi").jsonPath();
    }

    @Test
    void hasExamplesThatWorkAsTheyStand() {
        // Given
        UUID contact = UUID.fromString("01995c1e-7a00-7000-8000-000000000001");
        UUID rep = UUID.fromString("01995c1e-7a00-7000-8000-000000000002");
        Topics.deliver(Topic.CONTACTS, acme.subject(contact), new ContactAdded(Workspace.state(contact, 1, null)));
        Topics.deliver(Topic.REPS, acme.subject(rep), new RepAdded(Workspace.repState(rep, 1)));
        Map<String, Map<String, Object>> examples =
                api.getMap(PATHS + "'.post.requestBody.content.'application/json'.examples");
        Map<String, Map<String, Object>> patches =
                api.getMap(PATHS + "/{id}'.patch.requestBody.content.'application/json'.examples");

        // Then
        assertEquals(3, examples.size());
        examples.values()
                .forEach(each -> acme.as("app")
                        .body(each.get("value"))
                        .post("/v1/interactions")
                        .then()
                        .statusCode(201));
        acme.as("app")
                .body(patches.get("another no").get("value"))
                .patch("/v1/interactions/01995c1e-7a00-7000-8000-000000000003")
                .then()
                .statusCode(200);
    }

    @Test
    void saysWhatEachOperationDoesAndSpellsWhatItTakes() {
        assertEquals(
                5,
                Stream.of("'.post", "'.get", "/{id}'.get", "/{id}'.patch", "/{id}'.delete")
                        .filter(operation -> api.getString(PATHS + operation + ".summary") != null)
                        .count());
        assertEquals(
                List.of("email", "call", "message", "meeting", "social", "letter"),
                api.getList("components.schemas.Channel.enum"));
    }
}
