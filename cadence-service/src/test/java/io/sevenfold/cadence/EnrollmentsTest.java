package io.sevenfold.cadence;

import static io.sevenfold.cadence.Database.eventually;
import static io.sevenfold.cadence.DomainClockOfTests.CLOCK;
import static io.sevenfold.cadence.Workspace.at;
import static io.sevenfold.cadence.Workspace.state;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.sevenfold.cadence.due.DueNow;
import io.sevenfold.events.ContactErased;
import io.sevenfold.events.ContactMerged;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.RepErased;
import io.sevenfold.events.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people do with one contact's enrollment. */
@CadenceServiceTest
class EnrollmentsTest {

    private Workspace acme;
    private UUID contact;
    private UUID first;

    @BeforeEach
    void dueOnMonday() {
        Workspace.onMonday();
        acme = Workspace.withCapacity(20);
        contact = acme.contact();
        acme.awaitDue(contact);
        first = acme.enrollment(contact);
    }

    @Test
    void startsNowAtTheNewestVersion() {
        // Given
        UUID mills = acme.cadence("ANY_TIME", 0);
        Database.change("""
                insert into cadence (workspace_id, id, version, name, purpose, steps)
                select workspace_id, id, 2, 'Mills, better', purpose, steps from cadence where id = ?""", mills);
        act(first, "end", "{}").then().statusCode(200);
        at("2026-11-24T09:00:00Z");
        UUID id = UUID.randomUUID();

        // When
        start(id, contact, mills)
                .then()
                .statusCode(201)
                .header("Location", endsWith("/v1/enrollments/" + id))
                .body("id", equalTo(id.toString()))
                .body("contactId", equalTo(contact.toString()))
                .body("ownerId", equalTo(acme.rep().toString()))
                .body("cadence.version", equalTo(2))
                .body("cadence.name", equalTo("Mills, better"))
                .body("state", equalTo("active"))
                .body("startedAt", equalTo("2026-11-24T09:00:00Z"))
                .body("startedBy", equalTo(acme.rep().toString()))
                .body("followOn", equalTo(false));

        // Then
        JsonPath plan = acme.plan(contact);
        assertEquals("Mills, better", plan.getString("cadence.name"));
        assertEquals("2026-11-24", plan.getString("touchpoints.find { it.step == 1 }.dueOn"));
        acme.awaitDue(contact);
    }

    @Test
    void startsOnceUnderOneId() {
        // Given
        UUID mills = acme.cadence("ANY_TIME", 0);
        UUID id = UUID.randomUUID();
        start(id, contact, mills).then().statusCode(201);
        acme.awaitDue(contact);
        List<String> before = Database.everything(acme);

        // When
        start(id, contact, mills).then().statusCode(200).body("id", equalTo(id.toString()));

        // Then
        problem(start(id, contact, acme.connect()), 409, "id-taken");
        problem(start(id, UUID.randomUUID(), mills), 409, "id-taken");
        assertEquals(before, Database.everything(acme));

        // When
        act(id, "end", "{}").then().statusCode(200);

        // Then
        start(id, contact, mills).then().statusCode(200).body("state", equalTo("ended"));
    }

    @Test
    void startsOnlyWhereTheCadenceTakesThem_P8() {
        // Given
        UUID never = acme.cadence("NEVER", 0);
        UUID whenNone = acme.cadence("WHEN_NONE_ACTIVE", 0);
        UUID anyTime = acme.cadence("ANY_TIME", 0);

        // Then
        rule(start(null, contact, whenNone), "P8", "contactId");
        rule(start(null, contact, never), "P8", "contactId");

        // When
        UUID second = id(start(null, contact, anyTime).then().statusCode(201));

        // Then
        read(first).then().body("endReason", equalTo("moved"));
        assertEquals("moved", acme.told(contact, "EnrollmentEnded").get(0).getString("reason"));

        // When
        act(second, "end", "{}").then().statusCode(200);
        UUID third = id(start(null, contact, never).then().statusCode(201));
        act(third, "end", "{}").then().statusCode(200);

        // Then
        rule(start(null, contact, never), "P8", "cadenceId");
        start(null, contact, whenNone).then().statusCode(201);
    }

    @Test
    void startsOnlyAfterTheQuietDaysSinceTheLastTouchOfOurs_P8() {
        // Given
        UUID quiet = acme.cadence("ANY_TIME", 7);
        acme.happened(contact, Direction.OUTBOUND, Outcome.NO_ANSWER, CLOCK.instant());
        at("2026-11-29T09:00:00Z");
        acme.happened(contact, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant());

        // Then
        rule(start(null, contact, quiet), "P8", "cadenceId").body("detail", containsString("from 2026-11-30 on"));

        // When
        at("2026-11-29T23:30:00Z");

        // Then
        start(null, contact, quiet).then().statusCode(201);
    }

    @Test
    void startsNothingWhereThereIsNothingToStartIn() {
        // Given
        UUID retired = acme.cadence("ANY_TIME", 0);
        Workspace other = Workspace.withCapacity(1);
        other.contact();
        Database.change(
                "insert into retired_cadence values (?, ?, '2026-11-20T09:00:00Z', 'somebody')", acme.name(), retired);

        // Then
        problem(start(null, contact, UUID.randomUUID()), 422, "unknown-cadence");
        problem(start(null, contact, retired), 422, "cadence-retired")
                .body("detail", containsString("2026-11-20T09:00:00Z"));
        problem(act(first, "move", Map.of("cadenceId", retired)), 422, "cadence-retired");
        problem(start(null, contact, other.cadence("ANY_TIME", 0)), 422, "unknown-cadence");
    }

    @Test
    void startsNothingForWhoHasNoOwner_P9() {
        // Given
        UUID nobodys = acme.contact(null);
        UUID strangers = acme.contact(UUID.randomUUID());

        // Then
        rule(asApp(nobodys, acme.connect()), "P9", "contactId");
        rule(asApp(strangers, acme.connect()), "P9", "contactId");
    }

    @Test
    void startsNothingForWhoSaidNeverUntilThatIsLifted() {
        // Given
        UUID mills = acme.cadence("ANY_TIME", 0);
        acme.happened(contact, Direction.INBOUND, Outcome.NEVER, CLOCK.instant());

        // Then
        rule(start(null, contact, mills), "What an interaction does", "contactId");

        // When
        acme.changed(state(contact, 2, acme.rep(), true, null));

        // Then
        rule(start(null, contact, mills), "What an interaction does", "contactId");

        // When
        at("2026-11-24T09:00:00Z");
        acme.changed(state(contact, 3, acme.rep(), false, CLOCK.instant()));
        at("2026-11-25T09:00:00Z");

        // Then
        start(null, contact, mills).then().statusCode(201).body("state", equalTo("active"));
    }

    @Test
    void whatWasDoneSinceALiftingStaysWhenNeverWasSaidAndLiftedAgain_P6() {
        // Given never, lifted, and enrolled anew with a touch
        UUID mills = acme.cadence("ANY_TIME", 0);
        acme.happened(contact, Direction.INBOUND, Outcome.NEVER, CLOCK.instant());
        at("2026-11-24T09:00:00Z");
        acme.changed(state(contact, 2, acme.rep(), false, CLOCK.instant()));
        at("2026-11-25T09:00:00Z");
        start(null, contact, mills).then().statusCode(201);
        UUID anew = acme.enrollment(contact);
        acme.happened(contact, Direction.OUTBOUND, Outcome.NONE, CLOCK.instant().plusSeconds(60));

        // When
        at("2026-11-26T09:00:00Z");
        acme.happened(contact, Direction.INBOUND, Outcome.NEVER, CLOCK.instant());
        at("2026-11-27T09:00:00Z");
        acme.changed(state(contact, 3, acme.rep(), false, CLOCK.instant()));

        // Then
        read(anew)
                .then()
                .body("state", equalTo("ended"))
                .body("endReason", equalTo("opted-out"))
                .body("endedAt", equalTo("2026-11-26T09:00:00Z"));
        assertEquals(
                List.of("1"),
                Database.query("select count(*) from touchpoint where enrollment_id = ? and state = 'DONE'", anew));
    }

    @Test
    void startsWhatIsSaidOfAMergedContactForTheOneThatRemainsAndNothingForTheErased() {
        // Given
        UUID other = acme.contact();
        UUID mills = acme.cadence("ANY_TIME", 0);
        acme.deliver(Topic.CONTACTS, other, new ContactMerged(other, 2, contact));

        // Then
        start(null, other, mills).then().statusCode(201).body("contactId", equalTo(contact.toString()));
        problem(asApp(UUID.randomUUID(), mills), 422, "unknown-contact").header("Retry-After", equalTo("2"));

        // When
        acme.deliver(Topic.CONTACTS, contact, new ContactErased(contact, 2));

        // Then
        problem(asApp(contact, mills), 422, "contact-erased");
    }

    @Test
    void endsWithAPersonsWords() {
        // When
        Response ended = act(first, "end", "{\"reason\": \"They closed the mill\"}");

        // Then
        ended.then()
                .statusCode(200)
                .body("state", equalTo("ended"))
                .body("endReason", equalTo("decided"))
                .body("words", equalTo("They closed the mill"))
                .body("endedAt", equalTo("2026-11-23T09:00:00Z"));
        JsonPath told = acme.told(contact, "EnrollmentEnded").get(0);
        assertEquals("They closed the mill", told.getString("words"));
        assertEquals(1, acme.told(contact, "TouchpointCancelled").size());
        acme.awaitDue();

        // When
        List<String> before = Database.everything(acme);
        act(first, "end", "{\"reason\": \"They closed the mill\"}").then().statusCode(200);

        // Then
        assertEquals(before, Database.everything(acme));
        problem(act(first, "end", "{\"reason\": \"No use\"}"), 409, "enrollment-ended")
                .body("detail", containsString("2026-11-23T09:00:00Z: decided"));
        problem(act(first, "pause", "{\"until\": \"2026-12-01\"}"), 409, "enrollment-ended");
        problem(act(first, "resume", "{}"), 409, "enrollment-ended");
        problem(act(first, "move", Map.of("cadenceId", acme.cadence("ANY_TIME", 0))), 409, "enrollment-ended");

        // When
        acme.deliver(Topic.CONTACTS, contact, new ContactErased(contact, 2));

        // Then
        assertEquals(List.of(), Database.tablesHolding("They closed the mill"));
    }

    @Test
    void pausesUntilADateAndResumes_P10() {
        // When
        act(first, "pause", "{\"until\": \"2026-12-01\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("active"))
                .body("pausedUntil", equalTo("2026-12-01"));

        // Then
        assertEquals("pause", acme.plan(contact).getString("waitingFor"));
        assertEquals(1, acme.told(contact, "TouchpointPostponed").size());
        acme.awaitDue();

        // When
        List<String> before = Database.everything(acme);
        act(first, "pause", "{\"until\": \"2026-12-01\"}").then().statusCode(200);

        // Then
        assertEquals(before, Database.everything(acme));

        // When
        at("2026-11-24T09:00:00Z");
        act(first, "pause", "{\"until\": \"2026-12-02\"}")
                .then()
                .statusCode(200)
                .body("pausedUntil", equalTo("2026-12-02"));
        at("2026-11-25T09:00:00Z");
        act(first, "resume", "{}").then().statusCode(200).body("pausedUntil", nullValue());

        // Then
        acme.awaitDue(contact);
        act(first, "resume", "{}").then().statusCode(200);
        assertEquals(List.of("3"), Database.query("select count(*) from decision where workspace_id = ?", acme.name()));
    }

    @Test
    void resumesOnlyWhatIsPaused() {
        // Then
        problem(act(first, "resume", "{}"), 409, "not-paused").body("detail", containsString("was not paused"));

        // When
        act(first, "pause", "{\"until\": \"2026-11-24\"}").then().statusCode(200);
        at("2026-11-24T09:00:00Z");

        // Then
        read(first).then().body("pausedUntil", nullValue());
        problem(act(first, "resume", "{}"), 409, "not-paused").body("detail", containsString("2026-11-24"));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-22, T5", "2026-11-23, T5", "2036-11-24, P10"})
    void pausesUntilNoSuchDate(String until, String rule) {
        rule(act(first, "pause", Map.of("until", until)), rule, "until");
    }

    @Test
    void movesToAnotherCadenceOnce() {
        // Given
        UUID mills = acme.cadence("WHEN_NONE_ACTIVE", 0);
        Database.change("update cadence set name = 'Mills' where id = ?", mills);

        // When
        UUID second = id(act(first, "move", Map.of("cadenceId", mills)).then().statusCode(200));

        // Then
        read(first).then().body("endReason", equalTo("moved"));
        assertEquals("Mills", acme.plan(contact).getString("cadence.name"));
        assertEquals("active", acme.plan(contact).getString("state"));
        acme.awaitDue(contact);

        // When
        List<String> before = Database.everything(acme);
        UUID again = id(act(first, "move", Map.of("cadenceId", mills)).then().statusCode(200));
        UUID there = id(act(second, "move", Map.of("cadenceId", mills)).then().statusCode(200));

        // Then
        assertEquals(List.of(second, second), List.of(again, there));
        assertEquals(before, Database.everything(acme));
        problem(act(first, "move", Map.of("cadenceId", acme.connect())), 409, "enrollment-ended");
        act(second, "move", Map.of("cadenceId", acme.connect())).then().statusCode(200);
    }

    @Test
    void handsOverAtOnceAndKeepsToItUntilContactsServiceKnows() {
        // Given
        UUID colleague = UUID.randomUUID();
        acme.added(Reps.inBerlin(colleague, 1, 20));

        // When
        act(first, "move", Map.of("ownerId", colleague))
                .then()
                .statusCode(200)
                .body("id", equalTo(first.toString()))
                .body("ownerId", equalTo(colleague.toString()));

        // Then
        JsonPath told = acme.told(contact, "ContactHandedOver").get(0);
        assertEquals(colleague, told.getUUID("toRepId"));
        assertEquals(contact, told.getUUID("contactId"));
        assertEquals(acme.rep().toString(), told.getString("by"));
        assertEquals("2026-11-23T09:00:00Z", told.getString("handedOverAt"));
        acme.awaitDue();
        assertEquals(List.of(contact.toString()), acme.queue(colleague).getList("touchpoints.contactId"));

        // When
        act(first, "move", Map.of("ownerId", colleague)).then().statusCode(200);
        acme.changed(state(contact, 2, acme.rep()));

        // Then
        assertEquals(colleague.toString(), acme.plan(contact).getString("ownerId"));
        assertEquals(2, acme.told(contact, "TouchpointDue").size());

        // When
        acme.changed(state(contact, 3, colleague));
        acme.changed(state(contact, 4, acme.rep()));

        // Then
        assertEquals(acme.rep().toString(), acme.plan(contact).getString("ownerId"));
        assertEquals(1, acme.told(contact, "ContactHandedOver").size());
    }

    @Test
    void believesContactsServiceInTheEndThatTheOwnerIsStillTheSame() {
        // Given
        UUID colleague = UUID.randomUUID();
        acme.added(Reps.inBerlin(colleague, 1, 20));
        act(first, "move", Map.of("ownerId", colleague)).then().statusCode(200);

        // When
        CLOCK.advance(Duration.ofMinutes(6));
        acme.changed(state(contact, 2, acme.rep()));

        // Then
        assertEquals(acme.rep().toString(), acme.plan(contact).getString("ownerId"));
        assertEquals(List.of(), Database.query("select 1 from hand_over where contact_id = ?", contact));
    }

    @Test
    void movesToAnotherCadenceAndRepInOneCall() {
        // Given
        UUID colleague = UUID.randomUUID();
        acme.added(Reps.inBerlin(colleague, 1, 20));
        UUID mills = acme.cadence("ANY_TIME", 0);
        Map<String, UUID> body = Map.of("cadenceId", mills, "ownerId", colleague);
        acme.changed(state(contact, 2, null));

        // When
        Response moved = acme.as("manager").body(body).post("/v1/enrollments/" + first + "/move");

        // Then
        UUID second = id(moved.then().statusCode(200).body("ownerId", equalTo(colleague.toString())));
        assertEquals(
                second,
                id(acme.as("manager")
                        .body(body)
                        .post("/v1/enrollments/" + first + "/move")
                        .then()
                        .statusCode(200)));
        DueNow.release();
        eventually()
                .until(() ->
                        acme.queue(colleague).getList("touchpoints.contactId").equals(List.of(contact.toString())));
    }

    @Test
    void handsOverToNobodyUnknownOrErased() {
        // Given
        UUID colleague = UUID.randomUUID();
        acme.added(Reps.inBerlin(colleague, 1, 20));
        acme.deliver(Topic.REPS, colleague, new RepErased(colleague, 2));

        // Then
        problem(act(first, "move", Map.of("ownerId", colleague)), 422, "unknown-rep");
        problem(act(first, "move", Map.of("ownerId", UUID.randomUUID())), 422, "unknown-rep");
        assertEquals(acme.rep().toString(), acme.plan(contact).getString("ownerId"));
    }

    @Test
    void letsARepActOnTheirOwnContactsOnly() {
        // Given
        UUID stranger = UUID.randomUUID();
        acme.added(Reps.inBerlin(stranger, 1, 20));
        UUID mills = acme.cadence("ANY_TIME", 0);
        Map<String, Object> bodies = Map.of(
                "end", Map.of(),
                "pause", Map.of("until", "2026-12-01"),
                "move", Map.of("cadenceId", mills));

        // Then
        bodies.forEach((what, body) -> problem(
                acme.as("rep", stranger).body(body).post("/v1/enrollments/" + first + "/" + what), 403, "forbidden"));
        problem(
                acme.as("rep", stranger)
                        .body(Map.of("contactId", contact, "cadenceId", mills))
                        .post("/v1/enrollments"),
                403,
                "forbidden");
        for (String role : List.of("app", "manager", "admin")) {
            acme.as(role)
                    .body(Map.of("contactId", contact, "cadenceId", mills))
                    .post("/v1/enrollments")
                    .then()
                    .statusCode(201);
        }
        problem(acme.as("guest").get("/v1/enrollments/" + first), 403, "forbidden");
        problem(Workspace.withCapacity(1).as("admin").get("/v1/enrollments/" + first), 404, "not-found");
    }

    @Test
    void listsTheNewestFirst() {
        // Given
        UUID mills = acme.cadence("ANY_TIME", 0);
        UUID nobodys = acme.contact(null);
        at("2026-11-24T09:00:00Z");
        UUID other = acme.contact();
        at("2026-11-25T09:00:00Z");
        UUID second = id(start(null, contact, mills).then().statusCode(201));

        // Then
        UUID others = acme.enrollment(other);
        assertEquals(List.of(second, others, first), list(""));
        assertEquals(List.of(second, first), list("?contact=" + contact));
        assertEquals(List.of(), list("?contact=" + nobodys));
        assertEquals(List.of(second), list("?cadence=" + mills));
        assertEquals(List.of(others, first), list("?cadence=" + acme.connect()));
        assertEquals(List.of(second, others), list("?state=active&rep=" + acme.rep()));
        assertEquals(List.of(first), list("?state=ended"));
        assertEquals(List.of(), list("?rep=" + UUID.randomUUID()));

        // When
        JsonPath page = acme.as("app").get("/v1/enrollments?limit=2").jsonPath();

        // Then
        assertEquals(List.of(second.toString(), others.toString()), page.getList("items.id"));
        assertEquals(List.of(first), list("?limit=2&cursor=" + page.getString("nextCursor")));
        assertNull(acme.as("app").get("/v1/enrollments?limit=3").jsonPath().getString("nextCursor"));
    }

    @Test
    void showsWhatStartedByItself_P11() {
        // When
        acme.happened(contact, Direction.INBOUND, Outcome.WON, CLOCK.instant());

        // Then
        eventually().until(() -> list("?contact=" + contact + "&state=active").size() == 1);
        UUID care = list("?contact=" + contact + "&state=active").get(0);
        read(care)
                .then()
                .body("followOn", equalTo(true))
                .body("startedBy", nullValue())
                .body("cadence.purpose", equalTo("care"));
        read(first).then().body("endReason", equalTo("won"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                " | {} | cadenceId",
                " | {'contactId': 'Ada'} | contactId",
                " | {'contactId': '018f3c1e-0000-7000-8000-000000000001'} | cadenceId",
                " | {'colour': 'red'} | colour",
                "end | {'because': 'I say so'} | because",
                "end | {'reason': 7} | reason",
                "end | {'reason': 'a\\u0000b'} | reason",
                "pause | {} | until",
                "pause | {'until': 'tomorrow'} | until",
                "pause | {'until': '+999999999-12-31'} | until",
                "move | {} | cadenceId",
                "move | {'ownerId': 'Grace'} | ownerId"
            })
    void refusesABodyThatIsNotRight(String what, String body, String field) {
        String path = what == null ? "/v1/enrollments" : "/v1/enrollments/" + first + "/" + what;
        problem(acme.as("rep").body(body.replace('\'', '"')).post(path), 400, "invalid-request")
                .body("errors[0].field", equalTo(field));
    }

    @ParameterizedTest
    @CsvSource({"?state=paused, state", "?contact=Ada, contact", "?cursor=here, cursor", "?limit=0, limit", "/Ada, id"})
    void refusesAQueryThatIsNotRight(String query, String field) {
        problem(acme.as("rep").get("/v1/enrollments" + query), 400, "invalid-request")
                .body("errors[0].field", containsString(field));
    }

    @Test
    void knowsNothingOfStrangersIds() {
        for (String what : List.of("end", "resume")) {
            problem(act(UUID.randomUUID(), what, "{}"), 404, "not-found");
        }
        problem(read(UUID.randomUUID()), 404, "not-found");
    }

    private List<UUID> list(String query) {
        return acme
                .as("app")
                .get("/v1/enrollments" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id", String.class)
                .stream()
                .map(UUID::fromString)
                .toList();
    }

    private Response start(UUID id, UUID whom, UUID cadence) {
        return acme.as("rep").body(startOf(id, whom, cadence)).post("/v1/enrollments");
    }

    private Response asApp(UUID whom, UUID cadence) {
        return acme.as("app").body(startOf(null, whom, cadence)).post("/v1/enrollments");
    }

    private static Map<String, UUID> startOf(UUID id, UUID whom, UUID cadence) {
        return id == null
                ? Map.of("contactId", whom, "cadenceId", cadence)
                : Map.of("id", id, "contactId", whom, "cadenceId", cadence);
    }

    private Response act(UUID enrollment, String what, Object body) {
        return acme.as("rep").body(body).post("/v1/enrollments/" + enrollment + "/" + what);
    }

    private Response read(UUID enrollment) {
        return acme.as("app").get("/v1/enrollments/" + enrollment);
    }

    private static UUID id(ValidatableResponse response) {
        return response.extract().jsonPath().getUUID("id");
    }

    private static ValidatableResponse rule(Response response, String rule, String field) {
        return problem(response, 422, "rule-broken")
                .body("rule", equalTo(rule))
                .body("errors[0].field", equalTo(field));
    }

    private static ValidatableResponse problem(Response response, int status, String type) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:sevenfold:problem:" + type));
    }
}
