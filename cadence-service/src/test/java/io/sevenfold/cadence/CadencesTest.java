package io.sevenfold.cadence;

import static io.sevenfold.cadence.Database.eventually;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.sevenfold.cadence.plan.ApplyNow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /v1/cadences} over REST: their rules, versions (P7) and end. */
@CadenceServiceTest
class CadencesTest {

    private static final String CADENCES = "/v1/cadences";

    private Workspace acme;

    @BeforeEach
    void onMonday() {
        Workspace.onMonday();
        acme = Workspace.withCapacity(20);
    }

    @Test
    void aWorkspaceStartsWithOneOfEachPurpose() {
        acme.as("rep")
                .get(CADENCES)
                .then()
                .statusCode(200)
                .body("items.purpose", containsInAnyOrder("connect", "care", "keep-in-touch"))
                .body("items.version", contains(1, 1, 1))
                .body("items.reenrollment.unique()", contains("when-none-active"))
                .body("items.find { it.purpose == 'care' }.steps[0].gapMonths", equalTo(1))
                .body("items.find { it.purpose == 'care' }.steps[0].gapDays", nullValue());
        acme.as("rep")
                .get(CADENCES + "?purpose=care")
                .then()
                .body("items", hasSize(1))
                .body("items[0].purpose", equalTo("care"));
    }

    @Test
    void listsPageByPage() {
        // When
        JsonPath first = acme.as("app").get(CADENCES + "?limit=2").jsonPath();
        JsonPath second = acme.as("app")
                .get(CADENCES + "?limit=2&cursor=" + first.getString("nextCursor"))
                .jsonPath();

        // Then
        List<String> purposes = new ArrayList<>(first.getList("items.purpose"));
        purposes.addAll(second.getList("items.purpose"));
        assertEquals(
                List.of("care", "connect", "keep-in-touch"),
                purposes.stream().sorted().toList());
        assertEquals(null, second.getString("nextCursor"));
    }

    @Test
    void theSameRequestAgainFindsWhatItCreatedAndAnotherUnderItsIdIsRefused() {
        // Given
        Map<String, Object> fair = cadence("After the fair", 5);
        fair.put("id", UUID.randomUUID().toString());

        // Then
        create(fair).then().statusCode(201).header("ETag", equalTo("\"1\"")).body("id", equalTo(fair.get("id")));
        create(fair).then().statusCode(200).body("version", equalTo(1));
        fair.put("quietDays", 7);
        create(fair).then().statusCode(409).body("type", containsString("id-taken"));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8})
    void refusesFourOrEightSteps_Principle1(int steps) {
        create(cadence("Too few or many", steps))
                .then()
                .statusCode(422)
                .body("rule", equalTo("principle 1"))
                .body("errors[0].field", equalTo("steps"));
    }

    @Test
    void refusesAnUnknownVariableAndListsTheKnown() {
        // Given
        Map<String, Object> fair = cadence("After the fair", 5);
        step(fair, 3).put("guidance", "Write {contact.nickname}");

        // Then
        create(fair)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("steps[3].guidance"))
                .body("variable", equalTo("{contact.nickname}"))
                .body("known", hasItem("{rep.firstName}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'purpose': 'connect', 'steps': []} | name",
                "{'name': ' ', 'purpose': 'connect', 'steps': []} | name",
                "{'name': 'a\\nb', 'purpose': 'connect', 'steps': []} | name",
                "{'name': 'A', 'purpose': 'sell', 'steps': []} | purpose",
                "{'name': 'A', 'purpose': 'connect'} | steps",
                "{'name': 'A', 'purpose': 'connect', 'steps': {}} | steps",
                "{'name': 'A', 'purpose': 'connect', 'steps': [null]} | steps[0]",
                "{'name': 'A', 'purpose': 'connect', 'steps': [{}]} | steps[0].channel",
                "{'name': 'A', 'purpose': 'connect', 'steps': [{'key': 'a', 'gapDays': '3'}]} | steps[0].gapDays",
                "{'name': 'A', 'purpose': 'connect', 'steps': [], 'reenrollment': 'often'} | reenrollment",
                "{'name': 'A', 'purpose': 'connect', 'steps': [], 'quietDays': -1} | quietDays",
                "{'name': 'A', 'purpose': 'connect', 'steps': [], 'colour': 'red'} | colour"
            })
    void refusesWhatCannotBeRight(String body, String field) {
        acme.as("admin")
                .body(body.replace('\'', '"'))
                .post(CADENCES)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo(field));
    }

    @ParameterizedTest
    @CsvSource({"purpose=sell, purpose", "retired=yes, retired", "limit=0, limit", "cursor=x, cursor"})
    void refusesParametersThatCannotBeRead(String parameter, String field) {
        acme.as("rep").get(CADENCES + "?" + parameter).then().statusCode(400).body("errors[0].field", equalTo(field));
        acme.as("rep")
                .get(CADENCES + "/" + connect() + "?version=first")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("version"));
        put(connect(), Map.of(), "?apply=yes").then().statusCode(400).body("errors[0].field", equalTo("apply"));
    }

    @Test
    void onlyManagersAndAdminsChangeThem() {
        String id = create(cadence("Ours", 5)).jsonPath().getString("id");
        for (String role : List.of("rep", "app")) {
            acme.as(role).body(cadence("Mine", 5)).post(CADENCES).then().statusCode(403);
            acme.as(role)
                    .body(cadence("Mine", 5))
                    .put(CADENCES + "/" + id)
                    .then()
                    .statusCode(403);
            acme.as(role)
                    .body(cadence("Mine", 5))
                    .post(CADENCES + "/" + id + "/dry-run")
                    .then()
                    .statusCode(403);
            acme.as(role).post(CADENCES + "/" + id + "/retire").then().statusCode(403);
            acme.as(role).get(CADENCES + "/" + id).then().statusCode(200);
        }
    }

    @Test
    void anotherWorkspacesIsNotThere() {
        // Given
        String id = create(cadence("Ours", 5)).jsonPath().getString("id");
        Workspace other = Workspace.fresh();

        // Then
        other.as("admin").get(CADENCES + "/" + id).then().statusCode(404);
        other.as("admin")
                .body(version(cadence("Theirs", 5), 1))
                .put(CADENCES + "/" + id)
                .then()
                .statusCode(404);
        other.as("admin").post(CADENCES + "/" + id + "/retire").then().statusCode(404);
    }

    @Test
    void aChangeIsANewVersionMadeFromTheOneThatWasRead_P7() {
        // Given
        String id = create(cadence("First", 5)).jsonPath().getString("id");

        // Then
        put(id, cadence("Second", 6)).then().statusCode(428);
        put(id, version(cadence("Second", 6), 7)).then().statusCode(409).body("currentVersion", equalTo(1));
        acme.as("manager")
                .header("If-Match", "\"1\"")
                .body(cadence("Second", 6))
                .put(CADENCES + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("version", equalTo(2))
                .body("steps", hasSize(6));

        // And the same again makes no third
        put(id, version(cadence("Second", 6), 1)).then().statusCode(200).body("version", equalTo(2));
        acme.as("rep")
                .get(CADENCES + "/" + id)
                .then()
                .body("name", equalTo("Second"))
                .body("versions.version", contains(2, 1))
                .body("versions.name", contains("Second", "First"));
        acme.as("rep")
                .get(CADENCES + "/" + id + "?version=1")
                .then()
                .body("name", equalTo("First"))
                .body("steps", hasSize(5));
        acme.as("rep").get(CADENCES + "/" + id + "?version=3").then().statusCode(404);
        acme.as("rep").get(CADENCES + "/" + id + "?version=0").then().statusCode(404);
    }

    @Test
    void aCadenceKeepsItsPurposeAndId() {
        // Given
        String id = create(cadence("First", 5)).jsonPath().getString("id");
        Map<String, Object> care = version(cadence("First", 5), 1);
        care.put("purpose", "care");
        Map<String, Object> other = version(cadence("Other", 5), 1);
        other.put("id", UUID.randomUUID().toString());

        // Then
        put(id, care).then().statusCode(422).body("errors[0].field", equalTo("purpose"));
        put(id, other).then().statusCode(400).body("errors[0].field", equalTo("id"));
    }

    @Test
    void whoIsEnrolledStaysOnTheirsAndWhoComesStartsInTheNew_P7() {
        // Given
        UUID before = acme.contact();

        // When
        changeConnect(false);
        UUID after = acme.contact();
        apply();

        // Then
        assertEquals(1, acme.plan(before).getInt("cadence.version"));
        assertEquals(2, acme.plan(after).getInt("cadence.version"));
    }

    @Test
    void appliedItChangesWhatIsNotYetDueAsTheDryRunShowed_P7() {
        // Given one whose first touch is due
        UUID contact = acme.contact();
        acme.awaitDue(contact);
        UUID due = acme.step(contact, 1);
        List<String> stored = Database.everything(acme);

        // When
        JsonPath shown = acme.as("manager")
                .body(changedConnect())
                .post(CADENCES + "/" + connect() + "/dry-run")
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("active", equalTo(1))
                .body("items[0].contactId", equalTo(contact.toString()))
                .body("items[0].contactName", equalTo("Ada Lovelace"))
                .body("items[0].changes.what.countBy { it }.dropped", equalTo(2))
                .body("items[0].changes.what.countBy { it }.added", equalTo(1))
                .body("items[0].changes.touchpointId", not(hasItem(due.toString())))
                .extract()
                .jsonPath();

        // Then nothing was written
        assertEquals(stored, Database.everything(acme));

        // When
        changeConnect(true);
        apply();

        // Then
        JsonPath plan = acme.plan(contact);
        assertEquals(2, plan.getInt("cadence.version"));
        assertEquals(due, plan.getUUID("touchpoints[0].id"));
        assertEquals("due", plan.getString("touchpoints[0].state"));
        assertEquals(0, acme.told(contact, "TouchpointCancelled").size());
        for (Map<String, Object> change : shown.<Map<String, Object>>getList("items[0].changes")) {
            Map<?, ?> after = (Map<?, ?>) change.get("after");
            String touchpoint = "touchpoints.find { it.id == '" + change.get("touchpointId") + "' }";
            assertEquals(after == null ? null : after.get("dueOn"), plan.getString(touchpoint + "?.dueOn"));
            assertEquals(after == null ? null : after.get("guidance"), plan.getString(touchpoint + "?.guidance"));
        }
        acme.as("rep").get(CADENCES + "/" + connect()).then().body("applying", nullValue());
    }

    @Test
    void aSecondApplyingOfTheSameChangesNothing() {
        // Given
        UUID contact = acme.contact();
        acme.awaitDue(contact);
        changeConnect(true);
        apply();
        long version = acme.planVersion(contact);

        // When
        changeConnect(true);
        apply();

        // Then
        assertEquals(version, acme.planVersion(contact));
        assertEquals(
                List.of("1"),
                Database.query("select count(*) from decision where workspace_id = ? and kind = 'APPLY'", acme.name()));
    }

    @Test
    void appliesToMoreThanABatch() {
        // Given
        acme.contacts(510);

        // When
        changeConnect(true);
        apply();

        // Then
        assertEquals(
                List.of("510"),
                Database.query(
                        "select count(*) from enrollment where workspace_id = ? and applied_version = 2", acme.name()));
    }

    @Test
    void oneThatSettingsStartIsNotRetired() {
        acme.as("manager")
                .post(CADENCES + "/" + connect() + "/retire")
                .then()
                .statusCode(409)
                .body("type", containsString("cadence-in-use"))
                .body("settings", contains("onNew"));
    }

    @Test
    void aRetiredOneIsListedOnlyWhenAskedForAndChangesNoMore() {
        // Given
        String id = create(cadence("Once", 5)).jsonPath().getString("id");

        // When
        for (int i = 0; i < 2; i++) {
            acme.as("manager")
                    .post(CADENCES + "/" + id + "/retire")
                    .then()
                    .statusCode(200)
                    .body("retiredAt", equalTo("2026-11-23T09:00:00Z"));
        }

        // Then
        acme.as("rep").get(CADENCES).then().body("items.id", not(hasItem(id)));
        acme.as("rep").get(CADENCES + "?retired=true").then().body("items.id", hasItem(id));
        put(id, version(cadence("Twice", 5), 1)).then().statusCode(409).body("type", containsString("cadence-retired"));
        acme.as("manager")
                .body(cadence("Twice", 5))
                .post(CADENCES + "/" + id + "/dry-run")
                .then()
                .statusCode(409);
    }

    private Response create(Map<String, Object> body) {
        return acme.as("manager").body(body).post(CADENCES);
    }

    private Response put(String id, Map<String, Object> body) {
        return put(id, body, "");
    }

    private Response put(String id, Map<String, Object> body, String query) {
        return acme.as("manager").body(body).put(CADENCES + "/" + id + query);
    }

    /** The id of the one that new contacts start in. */
    private String connect() {
        return acme.as("rep").get("/v1/settings").jsonPath().getString("onNew");
    }

    /** Here, or where the schedule is at it already. */
    private void apply() {
        ApplyNow.all();
        eventually()
                .until(
                        () -> Database.query("select version from apply_request where workspace_id = ?", acme.name()),
                        List::isEmpty);
    }

    private void changeConnect(boolean apply) {
        acme.as("manager")
                .body(changedConnect())
                .put(CADENCES + "/" + connect() + "?apply=" + apply)
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("applying", apply ? equalTo(2) : nullValue());
    }

    /** The second step comes later and in other words, the two last go, a new one comes. */
    private Map<String, Object> changedConnect() {
        JsonPath now =
                acme.as("rep").get(CADENCES + "/" + connect() + "?version=1").jsonPath();
        Map<String, Object> body = version(new HashMap<>(), 1);
        body.put("name", now.getString("name"));
        body.put("purpose", "connect");
        List<Map<String, Object>> steps =
                new ArrayList<>(now.<Map<String, Object>>getList("steps").subList(0, 5));
        steps.get(1).put("gapDays", 4);
        steps.get(1).put("guidance", "Help {contact.firstName}. Yours, {rep.firstName}");
        steps.add(step(5, "thanks"));
        body.put("steps", steps);
        return body;
    }

    private static Map<String, Object> version(Map<String, Object> body, int version) {
        body.put("version", version);
        return body;
    }

    static Map<String, Object> cadence(String name, int steps) {
        Map<String, Object> body = new HashMap<>();
        body.put("name", name);
        body.put("purpose", "connect");
        List<Map<String, Object>> all = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            all.add(step(i, i % 2 == 0 ? "insight" : "help"));
        }
        body.put("steps", all);
        return body;
    }

    private static Map<String, Object> step(int number, String intent) {
        return new HashMap<>(Map.of(
                "key",
                "extra-" + number,
                "gapDays",
                number,
                "channel",
                "email",
                "intent",
                intent,
                "guidance",
                "Give {contact.firstName} something."));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> step(Map<String, Object> cadence, int number) {
        return ((List<Map<String, Object>>) cadence.get("steps")).get(number);
    }
}
