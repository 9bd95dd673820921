package io.sevenfold.cadence;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.restassured.path.json.JsonPath;
import io.sevenfold.events.ContactAdded;
import io.sevenfold.events.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    void namesNoFieldThatWouldBeRefused() {
        assertEquals(
                Set.of("ownerId", "cadenceId", "enrolled"),
                api.<Map<String, Object>>get("components.schemas.EnrollmentJobFilter.properties")
                        .keySet());
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
    void hasExamplesOfEnrollmentsThatWorkAsTheyStand() {
        // Given
        UUID contact = UUID.fromString("018f3c1e-0000-7000-8000-000000000001");
        UUID colleague = UUID.fromString("018f3c1e-0000-7000-8000-000000000004");
        acme.deliver(Topic.CONTACTS, contact, new ContactAdded(Workspace.state(contact, 1, acme.rep())));
        acme.added(Reps.inBerlin(colleague, 1, 20));
        acme.cadence(UUID.fromString("018f3c1e-0000-7000-8000-000000000002"), "ANY_TIME", 0);
        acme.cadence(UUID.fromString("018f3c1e-0000-7000-8000-000000000003"), "ANY_TIME", 0);
        String enrollments = "/v1/enrollments";

        // Then
        postExample("EnrollmentStart", enrollments, 201);
        postExample("EnrollmentPause", enrollments + "/" + acme.enrollment(contact) + "/pause", 200);
        postExample("EnrollmentMove", enrollments + "/" + acme.enrollment(contact) + "/move", 200);
        postExample("EnrollmentEnd", enrollments + "/" + acme.enrollment(contact) + "/end", 200);
        postExample("EnrollmentJobRequest", enrollments + "/jobs", 202);
        assertEquals(
                List.of("start", "end", "pause", "resume", "move"),
                api.getList("components.schemas.EnrollmentJobRequest.properties.action.enum"));
    }

    private void postExample(String schema, String path, int status) {
        Object example = api.get("components.schemas." + schema + ".examples[0]");
        assertNotNull(example, schema);
        acme.as("manager").body(example).post(path).then().statusCode(status);
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
                "'/v1/calendars/{repId}'.get",
                "'/v1/calendars/{repId}'.post",
                "'/v1/calendars/{repId}'.delete",
                "'/v1/settings'.get",
                "'/v1/settings'.put",
                "'/v1/enrollments'.post",
                "'/v1/enrollments'.get",
                "'/v1/enrollments/{id}'.get",
                "'/v1/enrollments/{id}/end'.post",
                "'/v1/enrollments/{id}/pause'.post",
                "'/v1/enrollments/{id}/resume'.post",
                "'/v1/enrollments/{id}/move'.post",
                "'/v1/enrollments/jobs'.post",
                "'/v1/enrollments/jobs/{id}'.get",
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
