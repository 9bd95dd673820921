package io.sevenfold.cadence;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.sevenfold.infra.Logged;
import io.sevenfold.infra.ServiceTestResource;
import io.sevenfold.infra.SigningKeys;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be right is answered with a problem that names the field, changes nothing, and leaves no stack trace in the log. */
@CadenceServiceTest
@TestInstance(Lifecycle.PER_CLASS)
class BadInputTest {

    private Workspace acme;
    private UUID contact;
    private UUID touchpoint;
    private List<String> before;
    private Logged logged;

    @BeforeEach
    void dueOnMonday() {
        if (acme == null) {
            Workspace.onMonday();
            acme = Workspace.withCapacity(20);
            contact = acme.contact();
            acme.awaitDue(contact);
            touchpoint = acme.step(contact, 1);
            before = Database.everything(acme);
        }
        logged = new Logged();
    }

    @AfterEach
    void changesNothingAndLogsNoStackTrace() {
        logged.close();
        assertEquals(List.of(), logged.withStackTraces());
        assertEquals(before, Database.everything(acme));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "complete | { | body",
                "complete | [] | body",
                "complete | 'won' | body",
                "complete | {} {} | body",
                "complete | {'outcome': 'maybe'} | outcome",
                "complete | {'outcome': 3} | outcome",
                "complete | {'outcome': {}} | outcome",
                "complete | {'outcome': 'none', 'outcome': 'won'} | body",
                "complete | {'channel': 'fax'} | channel",
                "complete | {'colour': 'red'} | colour",
                "complete | {'contactId': 'red'} | contactId",
                "complete | {'note': 7} | note",
                "complete | {'gave': ['a']} | gave",
                "complete | {'note': 'a\\u0000b'} | note",
                "complete | {'gave': 'half \\ud83d'} | gave",
                "complete | {'occurredAt': 'yesterday'} | occurredAt",
                "complete | {'occurredAt': 1764000000} | occurredAt",
                "complete | {'occurredAt': '2026-11-23T08:00:00'} | occurredAt",
                "complete | {'occurredAt': '-999999999-01-01T00:00:00Z'} | occurredAt",
                "complete | {'outcome': 'not-now', 'revisitOn': '2027-02-29'} | revisitOn",
                "complete | {'outcome': 'not-now', 'revisitOn': 20000} | revisitOn",
                "complete | {'outcome': 'not-now', 'revisitOn': '+999999999-01-01'} | revisitOn",
                "complete | {'outcome': 'meeting-booked', 'meetingOn': '+999999999-01-01'} | meetingOn",
                "skip | {'because': 'I say so'} | because",
                "skip | {'reason': 7} | reason",
                "skip | {'reason': 'a\\u0000b'} | reason",
                "snooze | {} | until",
                "snooze | {'until': null} | until",
                "snooze | {'until': 'tomorrow'} | until",
                "snooze | {'until': '2026-12-01T09:00:00Z'} | until",
                "snooze | {'until': [2026, 12, 1]} | until",
                "snooze | {'until': '+999999999-12-31'} | until"
            })
    void refusesABodyThatIsNotRight(String what, String body, String field) {
        refused(acme.act(touchpoint, what, body.replace('\'', '"')), field);
    }

    @Test
    void refusesWordsThatAreTooLong() {
        refused(acme.act(touchpoint, "complete", "{\"note\": \"" + "n".repeat(4_001) + "\"}"), "note");
        refused(acme.act(touchpoint, "complete", "{\"gave\": \"" + "g".repeat(501) + "\"}"), "gave");
        refused(acme.act(touchpoint, "skip", "{\"reason\": \"" + "r".repeat(501) + "\"}"), "reason");
    }

    @Test
    void refusesASnoozeWithoutABody() {
        refused(acme.as("rep").post("/v1/touchpoints/" + touchpoint + "/snooze"), "until");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/plans/Ada, contactId",
        "/v1/connections/Ada, contactId",
        "/v1/queues/Ada, repId",
        "/v1/queues/Ada/moved, repId",
        "/v1/queues/Ada/load, repId",
        "/v1/unseen?owner=Ada, owner",
        "/v1/touchpoints/Ada, id"
    })
    void refusesIdsThatAreNoIds(String path, String field) {
        refused(acme.as("rep").get(path), field);
    }

    @Test
    void knowsNothingOfStrangersIds() {
        for (String path : List.of("/v1/plans/", "/v1/queues/", "/v1/touchpoints/")) {
            problem(acme.as("rep").get(path + UUID.randomUUID()), 404);
        }
        problem(acme.act(UUID.randomUUID(), "complete", "{}"), 404);
    }

    @Test
    void refusesBodiesOverAMegabyte() {
        problem(acme.act(touchpoint, "complete", "{\"note\": \"" + "n".repeat(1_000_001) + "\"}"), 413);
    }

    @Test
    void refusesOtherMediaTypesAndMethods() {
        problem(
                acme.as("rep")
                        .contentType(ContentType.TEXT)
                        .body("done")
                        .post("/v1/touchpoints/" + touchpoint + "/complete"),
                415);
        problem(acme.as("rep").delete("/v1/touchpoints/" + touchpoint), 405);
    }

    @Test
    void refusesTokensItDoesNotTrust(@TempDir Path folder) {
        Duration minute = Duration.ofMinutes(1);
        SigningKeys ours = ServiceTestResource.tokens();
        String foreign = SigningKeys.in(folder).token(acme.name(), "admin", null, minute);
        unauthorized(given());
        for (String token : List.of(
                "no.token.atall",
                foreign,
                ours.token(acme.name(), "admin", null, Duration.ofHours(-1)),
                ours.token(null, "admin", null, minute),
                ours.token("No Slug", "admin", null, minute),
                ours.token(acme.name(), "rep", null, minute))) {
            unauthorized(given().auth().oauth2(token));
        }
        RequestSpecification guest = given().auth()
                .oauth2(ours.token(acme.name(), "guest", null, minute))
                .contentType(ContentType.JSON);
        problem(guest.get("/v1/plans/" + contact), 403);
        problem(guest.body("{}").post("/v1/touchpoints/" + touchpoint + "/complete"), 403);
    }

    private void unauthorized(RequestSpecification caller) {
        problem(
                caller.contentType(ContentType.JSON).body("{}").post("/v1/touchpoints/" + touchpoint + "/complete"),
                401);
    }

    private static void refused(Response response, String field) {
        problem(response, 400);
        response.then().body("errors[0].field", equalTo(field));
    }

    private static void problem(Response response, int status) {
        response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", startsWith("urn:sevenfold:problem:"));
    }
}
