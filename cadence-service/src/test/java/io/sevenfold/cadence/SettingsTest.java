package io.sevenfold.cadence;

import static io.sevenfold.cadence.DomainClockOfTests.CLOCK;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.sevenfold.cadence.plan.PlanNow;
import io.sevenfold.delivery.EventJson;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Outcome;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /v1/settings} over REST, and what follows them: the week, the rest after a no, and what starts by itself. */
@CadenceServiceTest
class SettingsTest {

    private static final String SETTINGS = "/v1/settings";

    private Workspace acme;

    @BeforeEach
    void onMonday() {
        Workspace.onMonday();
        acme = Workspace.withCapacity(20);
    }

    @Test
    void aWorkspaceStartsWithAWeekAndWhatFollowsWhat() {
        // When
        JsonPath settings =
                acme.as("rep").get(SETTINGS).then().statusCode(200).extract().jsonPath();

        // Then
        assertEquals(List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"), settings.getList("week"));
        assertEquals(10, settings.getInt("restAfterNo"));
        assertEquals("connect", purpose(settings.getString("onNew")));
        assertEquals("care", purpose(settings.getString("afterWon")));
        assertEquals("keep-in-touch", purpose(settings.getString("afterLost")));
        assertEquals("keep-in-touch", purpose(settings.getString("afterCompleted")));
    }

    @Test
    void aChangeIsMadeFromTheVersionThatWasReadAndTheSameAgainIsNone() {
        // Given
        Map<String, Object> wanted = settings(Map.of("restAfterNo", 15));
        Map<String, Object> without = new HashMap<>(wanted);
        without.remove("version");

        // Then
        change(without).then().statusCode(428);
        change(wanted).then().statusCode(200).header("ETag", equalTo("\"2\"")).body("restAfterNo", equalTo(15));
        change(wanted).then().statusCode(200).body("version", equalTo(2));
        wanted.put("restAfterNo", 20);
        change(wanted).then().statusCode(409).body("currentVersion", equalTo(2));
    }

    @Test
    void onlyManagersAndAdminsChangeThem() {
        Map<String, Object> wanted = settings(Map.of("restAfterNo", 15));
        for (String role : List.of("rep", "app")) {
            acme.as(role).body(wanted).put(SETTINGS).then().statusCode(403);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "week | [] | 422 | T3",
                "week | ['MONDAY', null] | 400 |",
                "week | ['FUNDAY'] | 400 |",
                "week | null | 400 |",
                "restAfterNo | -1 | 400 |",
                "restAfterNo | 61 | 400 |",
                "restAfterNo | '10' | 400 |",
                "onNew | null | 400 |",
                "onNew | 'Connect' | 400 |",
                "onNew | '00000000-0000-4000-8000-000000000000' | 422 |",
                "afterWon | 'onNew' | 422 | principle 6",
                "afterLost | 'onNew' | 422 | principle 6",
                "afterCompleted | 'afterWon' | 422 | principle 6",
                "onNew | 'afterWon' | 422 | principle 1",
                "colour | 'red' | 400 |"
            })
    void refusesWhatCannotBe(String field, String value, int status, String rule) {
        // Given
        JsonPath now = acme.as("rep").get(SETTINGS).jsonPath();
        String json = value.replace('\'', '"')
                .replace("onNew", now.getString("onNew"))
                .replace("afterWon", now.getString("afterWon"));
        Map<String, Object> all = settings(Map.of());
        all.remove(field);

        // When
        Response response = acme.as("manager").body(with(all, field, json)).put(SETTINGS);

        // Then
        response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("rule", rule == null ? nullValue() : equalTo(rule))
                .body("errors[0].field", containsString(field));
        assertEquals(1, acme.as("rep").get(SETTINGS).jsonPath().getInt("version"));
    }

    @Test
    void aRetiredCadenceIsNotStarted() {
        // Given
        String once = connect("Once");
        acme.as("manager").post("/v1/cadences/" + once + "/retire").then().statusCode(200);

        // Then
        change(settings(Map.of("onNew", once)))
                .then()
                .statusCode(422)
                .body("type", containsString("cadence-retired"))
                .body("errors.field", contains("onNew"));
    }

    @Test
    void aNewContactStartsInTheNewestVersionOfTheCadenceNamed() {
        // Given
        String fair = connect("After the fair");
        Map<String, Object> second = CadencesTest.cadence("After the fair, calmer", 6);
        second.put("version", 1);
        acme.as("manager").body(second).put("/v1/cadences/" + fair).then().statusCode(200);

        // When
        change(settings(Map.of("onNew", fair))).then().statusCode(200);
        UUID contact = acme.contact();

        // Then
        assertEquals(fair, acme.plan(contact).getString("cadence.id"));
        assertEquals(2, acme.plan(contact).getInt("cadence.version"));
    }

    @Test
    void whereNothingStartsTheContactIsNotEnrolled_Principle7() {
        // When
        change(settings(Map.of("onNew", "none"))).then().statusCode(200).body("onNew", equalTo("none"));
        UUID contact = acme.contact();

        // Then
        acme.as("rep")
                .get("/v1/plans/" + contact)
                .then()
                .statusCode(200)
                .body("cadence", nullValue())
                .body("touchpoints", equalTo(List.of()));
        acme.as("rep").get("/v1/connections/" + contact).then().body("whyNone", equalTo("not-enrolled"));
    }

    @Test
    void anotherWeekPlansAllContactsAnew_T3() {
        // Given three working days after Monday, and five after that
        UUID contact = acme.contact();
        assertEquals("2026-12-03", dueOn(contact, 3));

        // When Fridays do not count
        change(settings(Map.of("week", List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY"))))
                .then()
                .statusCode(200);
        PlanNow.anew();

        // Then
        assertEquals("2026-12-07", dueOn(contact, 3));
        assertEquals(
                List.of("2026-12-07"),
                Database.query(
                        "select due_on from touchpoint where workspace_id = ? and contact_id = ? and step = 3",
                        acme.name(),
                        contact));
    }

    @Test
    void theRestAfterANoIsTheWorkspaces_P10() {
        // Given
        change(settings(Map.of("restAfterNo", 20))).then().statusCode(200);
        UUID contact = acme.contact();

        // When
        acme.happened(contact, Direction.OUTBOUND, Outcome.NOT_NOW, CLOCK.instant());

        // Then twenty working days after Monday, 23 November
        assertEquals("2026-12-21", dueOn(contact, 2));
    }

    @Test
    void whatFollowsIsAsOfItsCauseWhateverIsSetLater_P11() {
        // Given one that was won on Monday
        UUID early = acme.contact();
        UUID late = acme.contact();
        UUID after = acme.contact();
        acme.happened(early, Direction.OUTBOUND, Outcome.WON, CLOCK.instant());
        String care = acme.plan(early).getString("cadence.id");

        // When since Tuesday nothing follows, and the cadence is another
        CLOCK.set(DomainClockOfTests.START.plus(Duration.ofDays(1)));
        change(settings(Map.of("afterWon", "none"))).then().statusCode(200);
        Map<String, Object> calmer = new HashMap<>(
                acme.as("rep").get("/v1/cadences/" + care).jsonPath().getMap(""));
        calmer.keySet().retainAll(List.of("name", "purpose", "steps", "version"));
        calmer.put("name", "Calmer");
        acme.as("manager").body(calmer).put("/v1/cadences/" + care).then().statusCode(200);
        acme.happened(early, Direction.OUTBOUND, Outcome.NONE, CLOCK.instant());
        acme.happened(late, Direction.OUTBOUND, Outcome.WON, DomainClockOfTests.START);
        acme.happened(after, Direction.OUTBOUND, Outcome.WON, CLOCK.instant());

        // Then what was won on Monday is cared for as on Monday, also where that is told now
        for (UUID contact : List.of(early, late)) {
            assertEquals(care, acme.plan(contact).getString("cadence.id"));
            assertEquals(1, acme.plan(contact).getInt("cadence.version"));
            assertEquals("active", acme.plan(contact).getString("state"));
        }
        assertEquals("connect", acme.plan(after).getString("cadence.purpose"));
        assertEquals("ended", acme.plan(after).getString("state"));
    }

    /** As JSON, with one field as it is written. */
    private static String with(Map<String, Object> all, String field, String json) {
        try {
            ObjectNode body = EventJson.mapper().valueToTree(all);
            return body.set(field, EventJson.mapper().readTree(json)).toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private String purpose(String cadence) {
        return acme.as("rep").get("/v1/cadences/" + cadence).jsonPath().getString("purpose");
    }

    private String dueOn(UUID contact, int step) {
        return acme.plan(contact).getString("touchpoints.find { it.step == " + step + " }.dueOn");
    }

    private String connect(String name) {
        return acme.as("manager")
                .body(CadencesTest.cadence(name, 5))
                .post("/v1/cadences")
                .jsonPath()
                .getString("id");
    }

    /** The present ones with some changed. */
    private Map<String, Object> settings(Map<String, Object> changes) {
        Map<String, Object> settings =
                new HashMap<>(acme.as("rep").get(SETTINGS).jsonPath().getMap(""));
        settings.remove("since");
        settings.remove("changedBy");
        settings.putAll(changes);
        return settings;
    }

    private Response change(Map<String, Object> settings) {
        return acme.as("manager").body(settings).put(SETTINGS);
    }
}
