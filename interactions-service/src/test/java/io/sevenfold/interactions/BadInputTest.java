package io.sevenfold.interactions;

import static io.sevenfold.interactions.Workspace.id;
import static io.sevenfold.interactions.Workspace.inbound;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.sevenfold.infra.Database;
import io.sevenfold.infra.Logged;
import io.sevenfold.infra.ServiceTestResource;
import io.sevenfold.infra.SigningKeys;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be right is answered with a problem that names the field, changes nothing, and leaves no stack trace in the log. */
@InteractionsServiceTest
class BadInputTest {

    private static final String PATH = "/v1/interactions";

    private final Workspace acme = Workspace.fresh();
    private final Logged logged = new Logged();
    private UUID contact;

    @BeforeEach
    void listen() {
        contact = acme.contact();
    }

    @AfterEach
    void changesNothingAndLogsNoStackTrace() {
        logged.close();
        assertEquals(List.of(), logged.withStackTraces());
        assertEquals(List.of(), Database.query("select 1 from interaction where workspace_id = ?", acme.name()));
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                arguments("", "body", 400),
                arguments("{", "body", 400),
                arguments("[]", "body", 400),
                arguments("null", "body", 400),
                arguments("{} {}", "body", 400),
                arguments("{'contactId': null, 'direction': 'inbound', 'channel': 'email'}", "contactId", 400),
                arguments("{'contactId': 'CONTACT', 'channel': 'email'}", "direction", 400),
                arguments("{'contactId': 'CONTACT', 'direction': 'inbound'}", "channel", 400),
                arguments("{'contactId': 'CONTACT', 'direction': 'inbound', 'channel': 'fax'}", "channel", 400),
                arguments("{'contactId': 'CONTACT', 'direction': 0, 'channel': 'email'}", "direction", 400),
                arguments("{'contactId': 'Ada', 'direction': 'inbound', 'channel': 'email'}", "contactId", 400),
                arguments("{'contactId': ['CONTACT'], 'direction': 'inbound', 'channel': 'email'}", "contactId", 400),
                arguments(with("'id': 7"), "id", 400),
                arguments(with("'contactId': 'CONTACT'"), "body", 400),
                arguments(with("'colour': 'red'"), "colour", 400),
                arguments(with("'version': 1"), "version", 400),
                arguments(with("'outcome': 'maybe'"), "outcome", 400),
                arguments(with("'outcome': {}"), "outcome", 400),
                arguments(with("'note': 7"), "note", 400),
                arguments(with("'note': 'a\\u0000b'"), "note", 400),
                arguments(with("'gave': 'half \\ud83d'"), "gave", 400),
                arguments(with("'note': '" + "n".repeat(4_001) + "'"), "note", 400),
                arguments(with("'gave': '" + "g".repeat(501) + "'"), "gave", 400),
                arguments(with("'occurredAt': 'yesterday'"), "occurredAt", 400),
                arguments(with("'occurredAt': '2026-11-24T08:00:00'"), "occurredAt", 400),
                arguments(with("'occurredAt': true"), "occurredAt", 400),
                arguments(with("'occurredAt': 1764000000"), "occurredAt", 400),
                arguments(with("'outcome': 'not-now', 'revisitOn': [2027, 3, 1]"), "revisitOn", 400),
                arguments(with("'outcome': 'not-now', 'revisitOn': 20000"), "revisitOn", 400),
                arguments(with("'occurredAt': '1969-12-31T23:59:59Z'"), "occurredAt", 400),
                arguments(with("'occurredAt': '2026-11-24T09:00:31Z'"), "occurredAt", 422),
                arguments(with("'occurredAt': '+1000000000-12-31T23:59:59Z'"), "occurredAt", 422),
                arguments(with("'outcome': 'no-answer'"), "outcome", 422),
                arguments(with("'revisitOn': '2027-03-01'"), "revisitOn", 422),
                arguments(with("'outcome': 'not-now', 'revisitOn': '2027-02-29'"), "revisitOn", 400),
                arguments(with("'outcome': 'not-now', 'revisitOn': '+999999999-01-01'"), "revisitOn", 400),
                arguments(with("'outcome': 'not-now', 'revisitOn': '2026-11-22'"), "revisitOn", 422),
                arguments(with("'returnOn': '2027-03-01'"), "returnOn", 422),
                arguments(with("'meetingOn': '2027-03-01'"), "meetingOn", 422),
                arguments(with("'outcome': 'never', 'optOutOf': 'fax'"), "optOutOf", 400),
                arguments(with("'outcome': 'not-now', 'optOutOf': 'call'"), "optOutOf", 422),
                arguments(with("'optOutOf': 'call'"), "optOutOf", 422),
                arguments(with("'outcome': 'never', 'mergedFrom': 'CONTACT'"), "mergedFrom", 400),
                arguments(with("'outcome': 'meeting-booked'"), "meetingOn", 422));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void refusesToRecord(String body, String field, int status) {
        refused(as("app").body(json(body)).post(PATH), status, field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limit=10000 | limit",
                "limit=0 | limit",
                "limit=many | limit",
                "cursor=!! | cursor",
                "cursor=YWJj | cursor",
                "cursor=Kzk5OTk5OTk5OS0xMi0zMVQyMzo1OTo1OVovNmY5NjE5ZmYtOGI4Ni1kMDExLWI0MmQtMDBjMDRmYzk2NGZm | cursor",
                "outcome=never | outcome",
                "contact=Ada | contact"
            })
    void refusesToList(String query, String field) {
        refused(
                as("app").get(PATH + "?" + (query.startsWith("contact") ? "" : "contact=" + contact + "&") + query),
                400,
                field);
    }

    @Test
    void refusesIdsThatAreNoIds() {
        refused(as("app").get(PATH + "/Ada"), 400, "id");
        refused(as("app").delete(PATH + "/Ada"), 400, "id");
        refused(as("app").body("{}").patch(PATH + "/Ada"), 400, "id");
    }

    @Test
    void refusesPatchesThatAreNone() {
        // Given
        Workspace other = Workspace.fresh();
        UUID id = id(other.record(inbound(other.contact(), "outcome", "won")));

        // Then
        refused(other.as("app").body("[]").patch(PATH + "/" + id), 400, "body");
        refused(other.as("app").body("{").patch(PATH + "/" + id), 400, "body");
        refused(other.as("app").body("").patch(PATH + "/" + id), 400, "body");
        refused(other.as("app").body("{\"version\": \"x\"}").patch(PATH + "/" + id), 400, "version");
        refused(other.as("app").body("{\"version\": 1, \"colour\": 1}").patch(PATH + "/" + id), 400, "colour");
        refused(other.as("app").body("{\"version\": 1, \"channel\": null}").patch(PATH + "/" + id), 400, "channel");
        refused(
                other.as("app").body("{\"version\": 1, \"occurredAt\": null}").patch(PATH + "/" + id),
                400,
                "occurredAt");
        other.as("app").body("{\"note\": \"x\"}").patch(PATH + "/" + id).then().statusCode(428);
        other.get(id).then().body("version", equalTo(1));
    }

    @Test
    void refusesBodiesOverAMegabyte() {
        as("app")
                .body("{\"note\": \"" + "n".repeat(1_000_001) + "\"}")
                .post(PATH)
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @Test
    void refusesOtherMediaTypes() {
        as("app")
                .contentType(ContentType.TEXT)
                .body("contact")
                .post(PATH)
                .then()
                .statusCode(415);
    }

    @Test
    void refusesTokensItDoesNotTrust(@TempDir Path folder) {
        SigningKeys foreign = SigningKeys.in(folder);
        Duration minute = Duration.ofMinutes(1);
        unauthorized(RestAssured.given());
        unauthorized(RestAssured.given().auth().oauth2("no.token.atall"));
        unauthorized(RestAssured.given().auth().oauth2(foreign.token(acme.name(), "app", null, minute)));
        SigningKeys ours = ServiceTestResource.tokens();
        unauthorized(RestAssured.given().auth().oauth2(ours.token(acme.name(), "app", null, Duration.ofHours(-1))));
        unauthorized(RestAssured.given().auth().oauth2(ours.token(null, "app", null, minute)));
        unauthorized(RestAssured.given().auth().oauth2(ours.token("No Slug", "app", null, minute)));
        unauthorized(RestAssured.given().auth().oauth2(ours.token(acme.name(), "rep", null, minute)));
        RestAssured.given()
                .auth()
                .oauth2(ours.token(acme.name(), "guest", null, minute))
                .get(PATH + "?contact=" + contact)
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
    }

    private void unauthorized(RequestSpecification caller) {
        caller.contentType(ContentType.JSON)
                .body(inbound(contact))
                .post(PATH)
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    private RequestSpecification as(String role) {
        return acme.as(role);
    }

    private static void refused(Response response, int status, String field) {
        response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", startsWith("urn:sevenfold:problem:"))
                .body("errors[0].field", equalTo(field));
    }

    private static String with(String more) {
        return "{'contactId': 'CONTACT', 'direction': 'inbound', 'channel': 'email', " + more + "}";
    }

    private String json(String body) {
        return body.replace("CONTACT", contact.toString()).replace('\'', '"');
    }
}
