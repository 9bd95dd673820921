package io.sevenfold.cadence;

import static io.restassured.RestAssured.given;
import static io.sevenfold.cadence.Database.eventually;
import static io.sevenfold.cadence.DomainClockOfTests.CLOCK;
import static io.sevenfold.cadence.Mailed.get;
import static io.sevenfold.cadence.Mailed.head;
import static io.sevenfold.cadence.Mailed.post;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.sevenfold.events.Contact;
import io.sevenfold.events.ContactAdded;
import io.sevenfold.events.ContactErased;
import io.sevenfold.events.ContactMerged;
import io.sevenfold.events.RepErased;
import io.sevenfold.events.Topic;
import io.sevenfold.rest.links.Link;
import io.sevenfold.rest.links.Link.Purpose;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** N6: a link opens one touchpoint's pages and nothing else; fetching changes nothing; nothing of it is left anywhere. */
@CadenceServiceTest
class PageSafetyTest {

    @TestHTTPResource(value = "/metrics", management = true)
    String metrics;

    private static final Pattern ADDRESS = Pattern.compile("(?:href|action)=\"(/[^\"]+)\"");
    private static final String HOSTILE = "Eve <script>alert(1)</script> \"'> & {7*7}";

    private Workspace acme;
    private UUID contact;
    private UUID first;
    private String page;

    @BeforeEach
    void dueOnMonday() {
        Workspace.onMonday();
        acme = Workspace.withCapacity(20);
        contact = acme.contact();
        acme.awaitDue(contact);
        first = acme.step(contact, 1);
        page = Mailed.touchpoint(acme, acme.rep(), first, 1);
    }

    @Test
    void aScannerThatFollowsEveryLinkChangesNothing() {
        // Given
        List<String> before = acme.settled();
        Deque<String> toFollow = new ArrayDeque<>(List.of(page));
        Set<String> seen = new HashSet<>(toFollow);

        // When
        while (!toFollow.isEmpty()) {
            String address = toFollow.poll();
            head(address).then().statusCode(200);
            Matcher found = ADDRESS.matcher(
                    get(address).then().statusCode(200).extract().asString());
            while (found.find()) {
                if (seen.add(found.group(1))) {
                    toFollow.add(found.group(1));
                }
            }
        }

        // Then
        assertEquals(Set.of(page, page + "/done", page + "/snooze", page + "/skip"), seen);
        assertEquals(before, Database.everything(acme));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/done", "/snooze", "/skip"})
    void keepsItsAddressToItselfAndRunsNoScript(String below) {
        for (Response each : List.of(get(page + below), head(page + below), get(page + "x" + below))) {
            assertSafe(each);
        }
        assertFalse(get(page + below).asString().contains("<script"));
        assertFalse(get(page + below).asString().contains(" style="));
    }

    @Test
    void saysSoOnEveryRefusalToo() {
        assertSafe(given().put(page).then().statusCode(405).extract().response());
        assertSafe(get(page + "/elsewhere").then().statusCode(404).extract().response());
        assertSafe(given().contentType("application/json")
                .body("{}")
                .post(page + "/done")
                .then()
                .statusCode(415)
                .extract()
                .response());
        assertSafe(post(page + "/done", Map.of("note", "x".repeat(1_100_000)))
                .then()
                .statusCode(413)
                .extract()
                .response());
    }

    @Test
    void anExpiredLinkSaysWhereToLook() {
        // When
        CLOCK.set(CLOCK.instant().plus(Mailed.VALID_FOR).plusSeconds(1));

        // Then
        for (Response each : List.of(get(page), get(page + "/done"), press("done", Map.of("outcome", "won")))) {
            each.then()
                    .statusCode(410)
                    .body(containsString("This link has expired"))
                    .body(containsString("next digest"))
                    .body(not(containsString("Ada")));
        }
    }

    @Test
    void aLinkThatIsNoneOpensNothing() {
        // Given
        String token = page.substring("/touchpoints/".length());
        String day = Mailed.token(new Link(
                Purpose.MY_DAY,
                acme.name(),
                acme.rep(),
                null,
                null,
                CLOCK.instant().plus(Mailed.VALID_FOR)));
        String[] parts = token.split("\\.");
        String unsigned = "eyJhbGciOiJub25lIn0." + parts[1] + ".";

        // Then
        for (String none : List.of(
                day,
                unsigned,
                token.substring(0, token.length() - 4) + "AAAA",
                parts[0] + "." + parts[1].substring(1) + "." + parts[2],
                first.toString(),
                "x")) {
            for (Response each : List.of(
                    get("/touchpoints/" + none),
                    get("/touchpoints/" + none + "/done"),
                    post("/touchpoints/" + none + "/skip", Map.of("round", "1")))) {
                each.then()
                        .statusCode(404)
                        .contentType("text/html;charset=UTF-8")
                        .body(containsString("This link leads nowhere"))
                        .body(not(containsString("Ada")));
            }
        }
        assertEquals("due", acme.state(contact, 1));
    }

    @Test
    void aLinkOfAnotherWorkspaceSeesNothingOfThisOne() {
        // Given
        Workspace other = Workspace.withCapacity(20);
        List<String> before = acme.settled();
        page = Mailed.touchpoint(other, acme.rep(), first, 1);

        // Then
        for (Response each : List.of(
                get(page), get(page + "/done"), press("done", Map.of("outcome", "won")), press("skip", Map.of()))) {
            each.then()
                    .statusCode(410)
                    .body(containsString("There is nothing here any more"))
                    .body(not(containsString("Ada")));
        }
        assertEquals(before, Database.everything(acme));
    }

    @Test
    void aLinkGivesNoAccessToTheApiAndATokenNoOtherPage() {
        // Given
        String token = page.substring("/touchpoints/".length());

        // Then
        given().auth().oauth2(token).get("/v1/queues/" + acme.rep()).then().statusCode(401);
        given().auth()
                .oauth2(token)
                .post("/v1/touchpoints/" + first + "/skip")
                .then()
                .statusCode(401);

        // When somebody's own token comes along
        Workspace other = Workspace.withCapacity(20);
        other.as("admin", UUID.randomUUID())
                .contentType("application/x-www-form-urlencoded")
                .formParam("round", "1")
                .post(page + "/skip")
                .then()
                .statusCode(200);

        // Then it is the link's rep who acted
        assertEquals(
                acme.rep().toString(),
                acme.told(contact, "TouchpointSkipped").get(0).getString("by"));
    }

    @Test
    void nothingOfWhatPeopleWroteIsMarkup() {
        // Given
        acme.changed(named(contact, HOSTILE, acme.rep()));
        Database.change("update touchpoint set guidance = ? where id = ?", HOSTILE, first);

        // Then
        Response form = press(
                "done",
                Map.of("outcome", HOSTILE, "channel", HOSTILE, "gave", HOSTILE, "note", "</textarea>" + HOSTILE));
        form.then().statusCode(422).body(containsString("&lt;/textarea&gt;Eve &lt;script&gt;"));
        for (Response each : List.of(
                get(page),
                get(page + "/done"),
                get(page + "/snooze"),
                get(page + "/skip"),
                form,
                press("snooze", Map.of("when", HOSTILE)),
                press("snooze", Map.of("when", "other", "date", HOSTILE)),
                press("skip", Map.of("reason", HOSTILE, "words", HOSTILE)),
                get(page))) {
            String html = each.asString();
            assertFalse(html.contains("<script"), html);
            assertFalse(html.contains("\"'>"), html);
            assertTrue(html.contains("{7*7}"), html);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "done, outcome, '', outcome, Choose what happened.",
        "done, outcome, perhaps, outcome, Choose one of these.",
        "done, outcome, no-show, outcome, no-show does no touchpoint.",
        "done, channel, pigeon, channel, Choose one of these.",
        "done, outcome, meeting-booked, meetingOn, Enter the day of the meeting.",
        "snooze, when, '', when, Choose when it is to come back.",
        "snooze, when, soon, when, 'Enter a date, such as 2026-12-31.'",
        "snooze, when, other, date, Enter a date.",
        "snooze, when, 2026-11-23, when, Choose a later day.",
        "snooze, when, 2036-11-25, when, It may be at most 10 years from today."
    })
    void badInputComesBackWithTheErrorBesideItsField(
            String action, String name, String value, String field, String error) {
        // Given
        List<String> before = acme.settled();
        Map<String, String> fields = new HashMap<>(Map.of("outcome", "none", "note", "what I wrote"));
        fields.put(name, value);

        // When
        Response shown = press(action, fields);

        // Then
        shown.then()
                .statusCode(422)
                .body(containsString("<title>Error: "))
                .body(containsString("<a href=\"#" + field + "\">" + error + "</a>"))
                .body(containsString("id=\"" + field + "-error\">" + error))
                .body(containsString("aria-describedby=\"" + field + "-error"));
        if (action.equals("done")) {
            shown.then().body(containsString(">what I wrote</textarea>"));
        }
        assertEquals(before, Database.everything(acme));
    }

    @ParameterizedTest
    @CsvSource({
        "done, gave, 501, What you gave may have 500",
        "done, note, 4001, The note may have 4000",
        "skip, words, 501, Your words may have 500"
    })
    void wordsThatAreTooLongAreKeptInTheForm(String action, String field, int length, String error) {
        // When
        String words = "ü".repeat(length);
        ValidatableResponse shown =
                press(action, Map.of("outcome", "none", field, words)).then();

        // Then
        shown.statusCode(422)
                .body(containsString(error + " characters at most."))
                .body(containsString(words));
        assertEquals("due", acme.state(contact, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "revisitOn, not-now, 2026-11-01, Choose a later day.",
        "revisitOn, not-now, x, 'Enter a date'",
        "meetingOn, meeting-booked, 9999999, 'Enter a date'",
        "meetingOn, meeting-booked, 1969-01-01, 'must be in the years'"
    })
    void datesThatMakeNoSenseAreToldBesideTheirField(String field, String outcome, String value, String error) {
        Response shown = press("done", Map.of("outcome", outcome, field, value));
        assertTrue(List.of(400, 422).contains(shown.statusCode()));
        shown.then()
                .body(containsString("id=\"" + field + "-error\">" + error))
                .body(containsString("value=\"" + value));
        assertEquals("due", acme.state(contact, 1));
    }

    @Test
    void aCharacterThatCannotBeKeptIsRefused() {
        press("skip", Map.of("words", "a\0b"))
                .then()
                .statusCode(422)
                .body(containsString("Your words may not hold such a character."));
        press("done", Map.of("outcome", "none", "round", "x")).then().statusCode(200);
        assertEquals("due", acme.state(contact, 1));
    }

    @Test
    void ofAnErasedContactNothingIsShown() {
        // When
        acme.deliver(Topic.CONTACTS, contact, new ContactErased(contact, 2));

        // Then
        for (Response each : List.of(get(page), get(page + "/skip"), press("done", Map.of("outcome", "won")))) {
            each.then()
                    .statusCode(410)
                    .body(containsString("There is nothing here any more"))
                    .body(not(containsString("Ada")))
                    .body(not(containsString("Analytical")));
        }
    }

    @Test
    void ofARepWhoLeftNoLinkShowsOrDoesAnything() {
        // Given
        acme.deliver(Topic.REPS, acme.rep(), new RepErased(acme.rep(), 2));

        // Then
        for (Response each : List.of(
                get(page), get(page + "/done"), press("done", Map.of("outcome", "won")), press("skip", Map.of()))) {
            each.then()
                    .statusCode(410)
                    .body(containsString("There is nothing here any more"))
                    .body(not(containsString("Ada")));
        }
        assertEquals(List.of(), acme.told(contact, "TouchpointDone"));
        assertEquals(List.of(), acme.told(contact, "TouchpointSkipped"));
    }

    @Test
    void ofAMergedContactItShowsThePlanThatGoesOn_P12() {
        // Given
        UUID into = UUID.randomUUID();
        acme.deliver(Topic.CONTACTS, into, new ContactAdded(named(into, "Ada King", null)));

        // When
        acme.deliver(Topic.CONTACTS, contact, new ContactMerged(contact, 2, into));

        // Then
        get(page).then().statusCode(200).body(containsString("<h1>Ada King</h1>"));
    }

    @Test
    void ofAMergedContactWhosePlanEndedItSaysSo_P12() {
        // Given
        UUID into = acme.contact();
        acme.awaitDue(contact, into);
        acme.act(acme.step(into, 1), "complete", "{}").then().statusCode(200);

        // When
        acme.deliver(Topic.CONTACTS, contact, new ContactMerged(contact, 2, into));

        // Then
        for (Response each : List.of(get(page), press("done", Map.of("outcome", "won")))) {
            each.then()
                    .statusCode(200)
                    .body(containsString("merged with another, whose plan goes on"))
                    .body(containsString("Touch 2"))
                    .body(not(containsString("<form")));
        }
    }

    @Test
    void bearsWhatTrackersAddToAnAddress() {
        get(page + "?utm_source=mail").then().statusCode(200).body(containsString("Ada Lovelace"));
    }

    @Test
    void theTokenIsInNoLogNoSpanAndNoMetric() {
        // Given
        String signature = page.substring(page.lastIndexOf('.') + 1);
        String payload = page.substring(page.indexOf('.') + 1, page.lastIndexOf('.'));
        SpansOfTests.ENDED.clear();

        // When
        try (LoggedLines log = new LoggedLines()) {
            acme.as("app").get("/v1/plans/" + contact).then().statusCode(200);
            Stream.of("", "/done", "/snooze", "/skip", "/", "/elsewhere", "x", "/done/?q=1", "?utm_source=mail")
                    .forEach(below -> {
                        get(page + below);
                        slashedTwice(page + below);
                        head(page + below);
                        given().put(page + below);
                        post(page + below, Map.of("note", "x".repeat(1_100_000)));
                        press(below, Map.of("outcome", "won", "round", "7"));
                    });
            press("done", Map.of("outcome", "none")).then().statusCode(200);
            eventually().until(() -> SpansOfTests.ENDED.stream().anyMatch(span -> span.contains("/v1/plans/")));

            // Then
            assertFalse(log.mention(signature));
            assertFalse(log.mention(payload));
        }
        assertEquals(
                List.of(),
                SpansOfTests.ENDED.stream()
                        .filter(span -> span.contains(payload) || span.contains("url.path=/touchpoints"))
                        .toList());
        String scraped = given().get(metrics).asString();
        assertTrue(scraped.contains("uri=\"/touchpoints/{token}\""));
        assertFalse(scraped.contains(payload), scraped);
        assertFalse(acme.told(contact).toString().contains(payload));
    }

    @Test
    void openApiDoesNotListThePages() {
        assertFalse(given().get("/q/openapi").asString().contains("{token}"));
    }

    private static void assertSafe(Response answer) {
        answer.then()
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Robots-Tag", "noindex, nofollow")
                .header("Content-Security-Policy", containsString("default-src 'none'; style-src 'sha256-"))
                .header("Content-Security-Policy", containsString("form-action 'self'; base-uri 'none'"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
    }

    /** As from a base address that ends with a slash; REST Assured would tidy it up. */
    private static void slashedTwice(String path) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) new URL("http://localhost:" + RestAssured.port + "/" + path).openConnection();
            connection.getResponseCode();
            connection.disconnect();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Contact named(UUID id, String name, UUID owner) {
        return new Contact(
                id, 2, name, null, null, name, null, null, owner, null, List.of(), false, List.of(), null, null);
    }

    private Response press(String action, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.putIfAbsent("round", "1");
        return post(page + "/" + action, all);
    }
}
