package io.sevenfold.notifier;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import io.sevenfold.events.TouchpointSkipped;
import io.sevenfold.infra.ServiceTestResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@NotifierServiceTest
class ReminderApiTest {

    @TestHTTPResource(value = "/health/ready", management = true)
    String ready;

    @TestHTTPResource(value = "/metrics", management = true)
    String metrics;

    private static final String UUID_OF_NOBODY = "018f3c1e-0000-7000-8000-00000000ffff";

    @ParameterizedTest
    @ValueSource(strings = {"app", "rep", "manager", "admin"})
    void showsEveryRoleTheWorkspace(String role) {
        // Given
        Workspace acme = Workspace.fresh();
        acme.addContact();
        acme.due();

        // When
        UUID reminder = acme.onlyReminder();

        // Then
        acme.as(role)
                .get("/v1/reminders/" + reminder)
                .then()
                .statusCode(200)
                .body("id", equalTo(reminder.toString()))
                .body("repId", equalTo(acme.repId().toString()))
                .body("announcements[0].contactId", equalTo(acme.contactId().toString()))
                .body("announcements[0].round", equalTo(1))
                .body("announcements[0].state", equalTo("told"))
                .body("occasion", equalTo("due"))
                .body("state", equalTo("pending"))
                .body("attempts", equalTo(0))
                .body("announcements[0].dueAt", equalTo(DomainClockOfTests.START.toString()))
                .body("messageId", nullValue());
    }

    @Test
    void findsByRepContactAndState() {
        // Given
        Workspace acme = Workspace.fresh();
        acme.addContact();
        UUID skipped = acme.due();
        acme.publish(new TouchpointSkipped(
                acme.contactId(), skipped, acme.repId(), 1, DomainClockOfTests.START, "me", null));
        acme.awaitStates("cancelled");
        acme.due();
        acme.awaitStates("pending", "cancelled");
        acme.as("rep")
                .get("/v1/announcements?state=left-out")
                .then()
                .body("items.leftOut", contains("finished"))
                .body("items.touchpointId", contains(skipped.toString()));
        acme.as("rep")
                .get("/v1/announcements?contact=" + acme.contactId())
                .then()
                .body("items", hasSize(2));
        acme.as("rep").get("/v1/announcements?rep=" + UUID_OF_NOBODY).then().body("items", empty());

        // Then
        acme.as("rep").get("/v1/reminders?state=pending").then().body("items.state", contains("pending"));
        acme.as("rep").get("/v1/reminders?occasion=due&state=pending").then().body("items", hasSize(1));
        acme.as("rep").get("/v1/reminders?occasion=digest").then().body("items", empty());
        acme.as("rep").get("/v1/reminders?state=sent").then().body("items", empty());
        acme.as("rep")
                .get("/v1/reminders?state=pending&rep=" + acme.repId())
                .then()
                .body("items", hasSize(1));
        acme.as("rep")
                .get("/v1/reminders?state=pending&contact=" + acme.contactId())
                .then()
                .body("items", hasSize(1));
        acme.as("rep").get("/v1/reminders?rep=" + UUID_OF_NOBODY).then().body("items", empty());
        acme.as("rep")
                .get("/v1/reminders?state=pending&contact=" + UUID_OF_NOBODY)
                .then()
                .body("items", empty());
    }

    @Test
    void turnsPagesFromTheNewestToTheOldest() {
        // Given
        Workspace acme = Workspace.fresh();
        acme.addContact();
        for (int i = 0; i < 5; i++) {
            acme.due();
        }
        acme.awaitReminders("due pending", "due pending", "due pending", "due pending", "due pending");
        List<String> all = acme.as("rep").get("/v1/reminders").then().extract().path("items.id");

        // When
        List<String> paged = new ArrayList<>();
        String cursor = null;
        do {
            var page = acme.as("rep")
                    .queryParam("limit", 2)
                    .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
                    .get("/v1/reminders")
                    .then()
                    .statusCode(200);
            paged.addAll(page.extract().path("items.id"));
            cursor = page.extract().path("nextCursor");
        } while (cursor != null);

        // Then
        assertEquals(all, paged);
    }

    @Test
    void hidesAnotherWorkspacesReminders() {
        // Given
        Workspace acme = Workspace.fresh();
        acme.addContact();
        acme.due();
        UUID reminder = acme.onlyReminder();

        // Then
        Workspace other = Workspace.fresh();
        other.as("admin")
                .get("/v1/reminders/" + reminder)
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        other.as("admin").get("/v1/reminders").then().body("items", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/reminders?state=lost, 400",
        "/v1/reminders?state=SENT, 400",
        "/v1/reminders?occasion=lunch, 400",
        "/v1/announcements?state=sent, 400",
        "/v1/announcements?rep=nobody, 400",
        "/v1/announcements?limit=0, 400",
        "/v1/announcements?cursor=%21%21, 400",
        "/v1/reminders?rep=nobody, 400",
        "/v1/reminders?contact=1, 400",
        "/v1/reminders?limit=10000, 400",
        "/v1/reminders?limit=0, 400",
        "/v1/reminders?limit=many, 400",
        "/v1/reminders?cursor=%21%21, 400",
        "/v1/reminders?cursor=Zm9v, 400",
        "/v1/reminders?cursor=Kzk5OTk5OTk5OS0xMi0zMVQyMzo1OTo1OVovNmY5NjE5ZmYtOGI4Ni1kMDExLWI0MmQtMDBjMDRmYzk2NGZm, 400",
        "/v1/reminders/no-id, 400",
        "/v1/reminders/018f3c1e-0000-7000-8000-00000000ffff, 404",
    })
    void refusesWithAProblem(String path, int status) {
        Workspace.fresh()
                .as("rep")
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", notNullValue())
                .body("detail", not(equalTo("It was logged; nothing was changed.")));
    }

    @Test
    void refusesWhoeverHasNoValidToken() {
        given().get("/v1/reminders").then().statusCode(401).contentType("application/problem+json");
        String expired = ServiceTestResource.tokens().token("acme", "rep", UUID_OF_NOBODY, Duration.ofMinutes(-5));
        given().auth().oauth2(expired).get("/v1/reminders").then().statusCode(401);
        String foreign = ServiceTestResource.tokens().token("acme", "stranger", null, Duration.ofMinutes(5));
        given().auth().oauth2(foreign).get("/v1/reminders").then().statusCode(403);
    }

    @Test
    void showsItsApiHealthAndMetrics() {
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.'/v1/reminders'.get.operationId", equalTo("listReminders"))
                .body("components.schemas.ReminderState.enum", hasItem("cancelled"))
                .body("components.schemas.Occasion.enum", hasItem("reply"));
        given().get(ready).then().statusCode(200);
        given().get(metrics)
                .then()
                .statusCode(200)
                .body(containsString("sevenfold_reminders{state=\"pending\"}"))
                .body(containsString("sevenfold_reminders_oldest_unsent_seconds"));
    }
}
