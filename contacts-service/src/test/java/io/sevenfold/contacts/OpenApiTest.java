package io.sevenfold.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The description of the API, whose examples work as they stand. */
@ContactsServiceTest
class OpenApiTest {

    private final Workspace acme = Workspace.fresh();
    private JsonNode api;

    @BeforeEach
    void readIt() throws JsonProcessingException {
        api = new ObjectMapper()
                .readTree(RestAssured.get("/q/openapi?format=json").asString());
    }

    @Test
    void itsExamplesWorkAsTheyStand() {
        for (String what : List.of("reps", "contacts")) {
            // Given
            JsonNode examples = bodies("/v1/" + what, "post");
            List<UUID> added = new ArrayList<>();

            // When
            examples.forEach(example -> added.add(Workspace.created(
                    acme.as("app").body(example.get("value").toString()).post("/v1/" + what))));
            Response changed = acme.as("app")
                    .contentType("application/merge-patch+json")
                    .body(bodies("/v1/" + what + "/{id}", "patch")
                            .elements()
                            .next()
                            .get("value")
                            .toString())
                    .patch("/v1/" + what + "/" + added.get(0));

            // Then
            assertThat(added).hasSize(2);
            changed.then().statusCode(200);
        }
        UUID card = acme.addContact(Map.of("name", "A. Okafor"));
        acme.as("app")
                .body(bodies("/v1/contacts/{id}/merge", "post")
                        .elements()
                        .next()
                        .get("value")
                        .toString())
                .post("/v1/contacts/" + card + "/merge")
                .then()
                .statusCode(200);
        Workspace.created(acme.as("app")
                .body(bodies("/v1/contacts/by-external-id/{externalId}", "put")
                        .elements()
                        .next()
                        .get("value")
                        .toString())
                .put("/v1/contacts/by-external-id/crm-1"));
    }

    @Test
    void saysOfEachOperationWhatItIsForAndThatItNeedsAToken() {
        api.get("paths").forEach(path -> path.fields().forEachRemaining(this::isDescribed));
    }

    private void isDescribed(Map.Entry<String, JsonNode> operation) {
        if (operation.getValue().isObject()) {
            assertThat(operation.getValue().path("summary").asText()).isNotBlank();
            assertThat(operation.getValue().path("security")).isNotEmpty();
        }
    }

    private JsonNode bodies(String path, String method) {
        JsonNode content =
                api.at("/paths").get(path).get(method).get("requestBody").get("content");
        return content.elements().next().get("examples");
    }
}
