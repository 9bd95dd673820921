package io.sevenfold.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.sevenfold.infra.Logged;
import io.sevenfold.infra.ServiceTestResource;
import io.sevenfold.infra.SigningKeys;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What callers get wrong: a problem that names the field, nothing changed, no stack trace logged. */
@ContactsServiceTest
class BadInputTest {

    private static final String UNKNOWN = "/v1/contacts/" + UUID.randomUUID();

    private final Workspace acme = Workspace.fresh();

    static Stream<Arguments> bodies() {
        return Stream.of(
                arguments("malformed JSON", "contacts", "{\"name\": ", 400, "body"),
                arguments("no JSON at all", "contacts", "hello", 400, "body"),
                arguments("nothing", "contacts", "", 400, "body"),
                arguments("null", "contacts", "null", 400, "body"),
                arguments("a list", "contacts", "[]", 400, "body"),
                arguments("more after the end", "contacts", "{\"name\": \"Ada\"} {}", 400, "body"),
                arguments("an unknown field", "contacts", "{\"name\": \"Ada\", \"nmae\": 1}", 400, "nmae"),
                arguments("a field twice", "contacts", "{\"name\": \"Ada\", \"name\": \"Ben\"}", 400, "body"),
                arguments("a number for a text", "contacts", "{\"name\": 5}", 400, "name"),
                arguments("an object for a text", "contacts", "{\"name\": {}}", 400, "name"),
                arguments(
                        "a text for a flag",
                        "contacts",
                        "{\"name\": \"Ada\", \"doNotContact\": \"yes\"}",
                        400,
                        "doNotContact"),
                arguments("a text for a list", "contacts", "{\"name\": \"Ada\", \"tags\": \"fair\"}", 400, "tags"),
                arguments("null in a list", "contacts", "{\"name\": \"Ada\", \"tags\": [null]}", 400, "tags[0]"),
                arguments(
                        "an unknown channel",
                        "contacts",
                        "{\"name\": \"Ada\", \"doNotContactChannels\": [\"fax\"]}",
                        400,
                        "doNotContactChannels[0]"),
                arguments("an id that is none", "contacts", "{\"name\": \"Ada\", \"id\": \"17\"}", 400, "id"),
                arguments(
                        "an owner's id that is none",
                        "contacts",
                        "{\"name\": \"Ada\", \"ownerId\": \"me\"}",
                        400,
                        "ownerId"),
                arguments(
                        "an owner who is nobody",
                        "contacts",
                        "{\"name\": \"Ada\", \"ownerId\": \"" + UUID.randomUUID() + "\"}",
                        422,
                        "ownerId"),
                arguments("no name", "contacts", "{}", 400, "name"),
                arguments("a blank name", "contacts", "{\"name\": \"  \"}", 400, "name"),
                arguments(
                        "a name of 201 characters", "contacts", "{\"name\": \"" + "x".repeat(201) + "\"}", 400, "name"),
                arguments("a line break in a name", "contacts", "{\"name\": \"Ada\\r\\nBcc: all\"}", 400, "name"),
                arguments("a line break after a name", "contacts", "{\"name\": \"Ada\\n\"}", 400, "name"),
                arguments("NUL in a name", "contacts", "{\"name\": \"A\\u0000da\"}", 400, "name"),
                arguments("half a surrogate in a name", "contacts", "{\"name\": \"A\\ud800da\"}", 400, "name"),
                arguments(
                        "an e-mail that is none", "contacts", "{\"name\": \"Ada\", \"email\": \"ada\"}", 400, "email"),
                arguments(
                        "a line break in an e-mail",
                        "contacts",
                        "{\"name\": \"Ada\", \"email\": \"a@example.com\\r\\nBcc: b@example.com\"}",
                        400,
                        "email"),
                arguments(
                        "letters no phone has",
                        "contacts",
                        "{\"name\": \"Ada\", \"phone\": \"<script>\"}",
                        400,
                        "phone"),
                arguments(
                        "an unknown time zone",
                        "contacts",
                        "{\"name\": \"Ada\", \"timeZone\": \"Europe/Atlantis\"}",
                        400,
                        "timeZone"),
                arguments("51 tags", "contacts", "{\"name\": \"Ada\", \"tags\": [" + tags(51) + "]}", 400, "tags"),
                arguments("an unknown time zone of a rep", "reps", rep("\"timeZone\": \"CEST+2\""), 400, "timeZone"),
                arguments("an unknown locale", "reps", rep("\"locale\": \"xx\""), 400, "locale"),
                arguments("an ill-formed locale", "reps", rep("\"locale\": \"de_AT\""), 400, "locale"),
                arguments("an unknown region", "reps", rep("\"holidayRegion\": \"XX\""), 400, "holidayRegion"),
                arguments("an unknown subdivision", "reps", rep("\"holidayRegion\": \"DE-XX\""), 400, "holidayRegion"),
                arguments(
                        "a stock exchange's region", "reps", rep("\"holidayRegion\": \"NYSE\""), 400, "holidayRegion"),
                arguments(
                        "a country whose holidays are not known",
                        "reps",
                        rep("\"holidayRegion\": \"KP\""),
                        400,
                        "holidayRegion"),
                arguments("an ill-formed region", "reps", rep("\"holidayRegion\": \"Bavaria\""), 400, "holidayRegion"),
                arguments("an unknown weekday", "reps", rep("\"workingDays\": [\"MONTAG\"]"), 400, "workingDays[0]"),
                arguments("a weekday's number", "reps", rep("\"workingDays\": [1]"), 400, "workingDays[0]"),
                arguments("null among weekdays", "reps", rep("\"workingDays\": [null]"), 400, "workingDays[0]"),
                arguments("no working day (T2)", "reps", rep("\"workingDays\": []"), 422, "workingDays"),
                arguments(
                        "equal start and end (T4)",
                        "reps",
                        rep("\"workingHours\": {\"from\": \"09:00\", \"to\": \"09:00\"}"),
                        422,
                        "workingHours"),
                arguments(
                        "half of the hours",
                        "reps",
                        rep("\"workingHours\": {\"from\": \"09:00\"}"),
                        400,
                        "workingHours.to"),
                arguments(
                        "an hour that is none",
                        "reps",
                        rep("\"workingHours\": {\"from\": \"25:00\", \"to\": \"09:00\"}"),
                        400,
                        "workingHours.from"),
                arguments("no capacity", "reps", rep("\"dailyCapacity\": 0"), 400, "dailyCapacity"),
                arguments("a capacity below none", "reps", rep("\"dailyCapacity\": -5"), 400, "dailyCapacity"),
                arguments("a capacity beyond all days", "reps", rep("\"dailyCapacity\": 1001"), 400, "dailyCapacity"),
                arguments("no time to reply", "reps", rep("\"replyClockHours\": 0"), 400, "replyClockHours"),
                arguments("a negative time to reply", "reps", rep("\"replyClockHours\": -1"), 400, "replyClockHours"),
                arguments("a digest at no time", "reps", rep("\"digestTime\": \"24:30\""), 400, "digestTime"),
                arguments(
                        "a cover's id that is none",
                        "reps",
                        rep(
                                "\"absences\": [{\"from\": \"2026-02-20\", \"to\": \"2026-02-21\", \"coverRepId\": \"me\"}]"),
                        400,
                        "absences[0].coverRepId"),
                arguments("half a touchpoint", "reps", rep("\"dailyCapacity\": 1.5"), 400, "dailyCapacity"),
                arguments("a capacity as text", "reps", rep("\"dailyCapacity\": \"5\""), 400, "dailyCapacity"),
                arguments(
                        "a date that is none",
                        "reps",
                        rep("\"absences\": [{\"from\": \"2026-02-30\", \"to\": \"2026-03-01\"}]"),
                        400,
                        "absences[0].from"),
                arguments(
                        "an absence beyond all calendars",
                        "reps",
                        rep("\"absences\": [{\"from\": \"2026-02-20\", \"to\": \"+999999999-12-31\"}]"),
                        400,
                        "absences[0]"),
                arguments("null among absences", "reps", rep("\"absences\": [null]"), 400, "absences[0]"),
                arguments(
                        "an open absence",
                        "reps",
                        rep("\"absences\": [{\"from\": \"2026-02-20\"}]"),
                        400,
                        "absences[0].to"));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("bodies")
    void namesTheFieldOfABody(String what, String where, String body, int status, String field) {
        try (Logged logged = new Logged()) {
            // When
            Response answer = acme.as("app").body(body).post("/v1/" + where);

            // Then
            problem(answer, status).body("errors.field", hasItem(field));
            assertThat(logged.withStackTraces()).isEmpty();
        }
        acme.as("app").get("/v1/" + where).then().body("items", hasSize(0));
    }

    @Test
    void saysOfANumberBeyondAllBoundsThatItIsTooLarge() {
        // When
        Response answer =
                acme.as("app").body(rep("\"dailyCapacity\": 99999999999")).post("/v1/reps");

        // Then
        problem(answer, 400)
                .body("errors[0].field", equalTo("dailyCapacity"))
                .body("errors[0].detail", equalTo("is too large or too small a number"));
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                arguments(Method.GET, "/v1/contacts/17", "", 400, "id"),
                arguments(Method.GET, "/v1/reps/me", "", 400, "id"),
                arguments(Method.DELETE, "/v1/contacts/17", "", 400, "id"),
                arguments(Method.PATCH, "/v1/contacts/17", "{}", 400, "id"),
                arguments(Method.GET, "/v1/contacts?limit=10000", "", 400, "limit"),
                arguments(Method.GET, "/v1/contacts?limit=0", "", 400, "limit"),
                arguments(Method.GET, "/v1/contacts?limit=many", "", 400, "limit"),
                arguments(Method.GET, "/v1/reps?limit=10000", "", 400, "limit"),
                arguments(Method.GET, "/v1/contacts?cursor=%2B%2B", "", 400, "cursor"),
                arguments(Method.GET, "/v1/contacts?cursor=bm90LWFuLWlk", "", 400, "cursor"),
                arguments(Method.GET, "/v1/contacts?owner=me", "", 400, "owner"),
                arguments(Method.GET, "/v1/contacts?ownerId=me&limit=10", "", 400, "ownerId"),
                arguments(Method.GET, "/v1/reps?owner=me", "", 400, "owner"),
                arguments(Method.GET, UNKNOWN + "?version=1", "", 400, "version"),
                arguments(Method.GET, "/v1/contacts?externalId=a%00b", "", 400, "externalId"),
                arguments(Method.POST, UNKNOWN + "/merge", "{}", 400, "into"),
                arguments(Method.POST, "/v1/contacts/17/merge", "{}", 400, "id"),
                arguments(Method.GET, "/v1/contacts?tag=a%00b", "", 400, "tag"),
                arguments(Method.GET, "/v1/contacts?text=a%00b", "", 400, "text"),
                arguments(Method.PUT, "/v1/contacts/by-external-id/a%00b", "{\"name\": \"Ada\"}", 400, "externalId"),
                arguments(
                        Method.PUT,
                        "/v1/contacts/by-external-id/a",
                        "{\"name\": \"Ada\", \"externalId\": \"b\"}",
                        400,
                        "externalId"),
                arguments(Method.PUT, "/v1/contacts/by-external-id/%20", "{\"name\": \"Ada\"}", 400, "externalId"),
                arguments(Method.PATCH, UNKNOWN, "{\"version\": \"one\"}", 400, "version"),
                arguments(Method.PATCH, UNKNOWN, "[]", 400, "body"),
                arguments(Method.PATCH, UNKNOWN, "{\"name\": \"Ada\"}", 428, null),
                arguments(Method.PATCH, UNKNOWN, "{\"version\": 1}", 404, null),
                arguments(Method.DELETE, UNKNOWN, "", 404, null),
                arguments(Method.GET, "/v1/nothing", "", 404, null),
                arguments(Method.PUT, "/v1/contacts", "{}", 405, null));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("requests")
    void namesTheParameterOfARequest(Method method, String path, String body, int status, String field) {
        try (Logged logged = new Logged()) {
            // When
            Response answer =
                    acme.as("app").urlEncodingEnabled(false).body(body).request(method, path);

            // Then
            ValidatableResponse problem = problem(answer, status);
            if (field != null) {
                problem.body("errors.field", hasItem(field));
            }
            assertThat(logged.withStackTraces()).isEmpty();
        }
    }

    @Test
    void namesTheFieldOfAPatch() {
        // Given
        UUID id = acme.addContact(java.util.Map.of("name", "Ada"));

        // Then
        for (String[] patch : new String[][] {
            {"{\"version\": 1, \"name\": null}", "name"},
            {"{\"version\": 1, \"nmae\": \"Ben\"}", "nmae"},
            {"{\"version\": 1, \"name\": 5}", "name"},
            {"{\"version\": 1, \"tags\": {\"a\": 1}}", "tags"},
            {"{\"version\": 1, \"email\": \"ada\"}", "email"},
            {"{\"version\": 1, \"id\": \"" + UUID.randomUUID() + "\"}", "id"},
        }) {
            problem(acme.as("app").body(patch[0]).patch("/v1/contacts/" + id), 400)
                    .body("errors.field", hasItem(patch[1]));
        }
        acme.contact(id).then().body("version", org.hamcrest.Matchers.equalTo(1));
    }

    @Test
    void refusesOtherMediaTypes() {
        problem(acme.as("app").contentType(ContentType.TEXT).body("Ada").post("/v1/contacts"), 415);
    }

    @Test
    void refusesBodiesOverOneMegabyte() {
        try (Logged logged = new Logged()) {
            problem(
                    acme.as("app")
                            .body("{\"name\": \"" + "x".repeat(1_100_000) + "\"}")
                            .post("/v1/contacts"),
                    413);
            assertThat(logged.withStackTraces()).isEmpty();
        }
    }

    @Test
    void refusesBodiesOverOneMegabyteWhoseLengthIsNotStated() throws Exception {
        // Given
        HttpRequest chunked = chunked(acme.name(), "{\"name\": \"" + "x".repeat(1_100_000) + "\"}");

        try (Logged logged = new Logged()) {
            // When
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(chunked, HttpResponse.BodyHandlers.ofString());

            // Then
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(logged.withStackTraces()).isEmpty();
        }
    }

    @Test
    void readsASmallBodyWhoseLengthIsNotStated() throws Exception {
        // Given
        HttpRequest chunked = chunked(acme.name(), "{\"name\": \"Ada\"}");

        // When
        HttpResponse<String> answer = HttpClient.newHttpClient().send(chunked, HttpResponse.BodyHandlers.ofString());

        // Then
        assertThat(answer.statusCode()).isEqualTo(201);
    }

    static Stream<Arguments> tokens() {
        SigningKeys ours = ServiceTestResource.tokens();
        Duration valid = Duration.ofMinutes(5);
        return Stream.of(
                arguments("missing", null),
                arguments("no token", "abc"),
                arguments("expired", ours.token("acme", "app", null, Duration.ofHours(-1))),
                arguments("signed by somebody else", foreign().token("acme", "app", null, valid)),
                arguments("without a workspace", ours.token(null, "app", null, valid)),
                arguments("with a workspace that is no slug", ours.token("Acme/../1", "app", null, valid)),
                arguments("of a rep who is not named", ours.token("acme", "rep", null, valid)),
                arguments("of a rep whose id is none", ours.token("acme", "rep", "me", valid)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tokens")
    void refusesTokens(String what, String token) {
        try (Logged logged = new Logged()) {
            // When
            Response answer = token == null
                    ? io.restassured.RestAssured.get("/v1/contacts")
                    : io.restassured.RestAssured.given().auth().oauth2(token).get("/v1/contacts");

            // Then
            problem(answer, 401);
            assertThat(logged.withStackTraces()).isEmpty();
        }
    }

    private static HttpRequest chunked(String workspace, String body) {
        String token = ServiceTestResource.tokens().token(workspace, "app", null, Duration.ofMinutes(5));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(
                        URI.create("http://localhost:" + io.restassured.RestAssured.port + "/v1/contacts"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
                .build();
    }

    private static ValidatableResponse problem(Response answer, int status) {
        return answer.then().statusCode(status).contentType("application/problem+json");
    }

    private static SigningKeys foreign() {
        try {
            return SigningKeys.in(Files.createTempDirectory("foreign").resolve("keys"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String rep(String field) {
        String zone = field.contains("timeZone") ? "" : "\"timeZone\": \"UTC\", ";
        return "{\"name\": \"Mara\", \"email\": \"mara@example.com\", " + zone + field + "}";
    }

    private static String tags(int count) {
        return Stream.iterate(1, i -> i + 1)
                .limit(count)
                .map(i -> "\"t" + i + "\"")
                .collect(java.util.stream.Collectors.joining(","));
    }
}
