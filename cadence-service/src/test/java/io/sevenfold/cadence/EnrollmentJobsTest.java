package io.sevenfold.cadence;

import static io.sevenfold.cadence.Database.eventually;
import static io.sevenfold.cadence.DomainClockOfTests.CLOCK;
import static io.sevenfold.cadence.Workspace.at;
import static io.sevenfold.cadence.Workspace.state;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.sevenfold.cadence.enrollment.JobsNow;
import io.sevenfold.delivery.Subjects;
import io.sevenfold.events.ContactErased;
import io.sevenfold.events.ContactMerged;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.Topic;
import io.sevenfold.infra.ServiceTestResource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people do with many contacts' enrollments at once. */
@CadenceServiceTest
class EnrollmentJobsTest {

    private static final String ACTIVE =
            "select count(*) from enrollment where workspace_id = ? and cadence_id = ? and end_reason is null";

    private Workspace acme;
    private UUID mills;

    @BeforeEach
    void onMonday() {
        Workspace.onMonday();
        acme = Workspace.withCapacity(20);
        acme.contact();
        mills = acme.cadence("ANY_TIME", 0);
    }

    @Test
    void startsTenThousandAndTellsOfEachThatWasRefused() {
        // Given
        List<UUID> contacts = contacts(10_000);
        Database.change(
                "update contact set do_not_contact = true where workspace_id = ? and id = any(?::uuid[])",
                acme.name(),
                array(contacts.subList(0, 250)));
        Database.change(
                "update contact set owner_id = null where workspace_id = ? and id = any(?::uuid[])",
                acme.name(),
                array(contacts.subList(250, 300)));
        long begun = System.nanoTime();

        // When
        JsonPath accepted = ask(Map.of("action", "start", "cadenceId", mills, "contactIds", contacts))
                .statusCode(202)
                .extract()
                .jsonPath();
        UUID job = accepted.getUUID("id");
        Duration toAccept = Duration.ofNanos(System.nanoTime() - begun);
        JsonPath done = awaitDone(job);

        // Then
        Logger.getLogger(getClass())
                .infof(
                        "10,000 contacts: accepted after %s, done after %s",
                        toAccept, Duration.ofNanos(System.nanoTime() - begun));
        assertEquals(10_000, accepted.getInt("total"));
        assertEquals(10_000, done.getInt("total"));
        assertEquals(9_700, done.getInt("succeeded"));
        assertEquals(300, done.getInt("refused"));
        assertEquals(List.of("9700"), Database.query(ACTIVE, acme.name(), mills));
        Map<String, Integer> refusals = new HashMap<>();
        HashSet<String> refused = new HashSet<>();
        String next = "?limit=200";
        while (next != null) {
            JsonPath page = read(job, next);
            page.getList("refusals.items.rule", String.class).forEach(rule -> refusals.merge(rule, 1, Integer::sum));
            refused.addAll(page.getList("refusals.items.contactId", String.class));
            String cursor = page.getString("refusals.nextCursor");
            next = cursor == null ? null : "?limit=200&cursor=" + cursor;
        }
        assertEquals(Map.of("What an interaction does", 250, "P9", 50), refusals);
        assertEquals(300, refused.size());
        assertTrue(refused.contains(contacts.get(0).toString()));
    }

    @Test
    void doesEachContactOnceWhenReplicasRace() {
        // Given
        List<UUID> contacts = contacts(2_000);
        List<UUID> jobs = new ArrayList<>();
        for (List<UUID> half : List.of(contacts.subList(0, 1_200), contacts.subList(800, 2_000))) {
            jobs.add(id(ask(Map.of("action", "start", "cadenceId", acme.connect(), "contactIds", half))));
        }

        // When
        CompletableFuture<?>[] replicas = IntStream.range(0, 3)
                .mapToObj(i -> CompletableFuture.runAsync(JobsNow::work))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(replicas).join();

        // Then
        List<JsonPath> done = jobs.stream().map(this::awaitDone).toList();
        assertEquals(2_000, done.stream().mapToInt(it -> it.getInt("succeeded")).sum());
        assertEquals(400, done.stream().mapToInt(it -> it.getInt("refused")).sum());
        assertEquals(List.of("2001"), Database.query(ACTIVE, acme.name(), acme.connect()));
        assertEquals(
                List.of("2001"), Database.query("select count(*) from enrollment where workspace_id = ?", acme.name()));
    }

    @Test
    void goesOnWhereItWasWhenKilledInTheMiddle() throws SQLException {
        // Given
        List<UUID> contacts = contacts(1_200).stream().sorted().toList();
        UUID job;
        try (Connection somebody =
                ServiceTestResource.postgres().superuser("cadence").getConnection()) {
            somebody.setAutoCommit(false);
            Subjects.lock(somebody, acme.subject(lastByBytes(contacts)));
            job = id(ask(Map.of("action", "start", "cadenceId", mills, "contactIds", contacts)));

            // When
            eventually().until(() -> read(job, "").getInt("succeeded") == 1_000 && isWaiting());
            Database.query("""
                    select pg_terminate_backend(pid) from pg_stat_activity
                     where wait_event = 'advisory' and usename = 'cadence_worker'""");

            // Then
            eventually().until(this::isWaiting);
            assertEquals("running", read(job, "").getString("state"));
            assertEquals(1_000, read(job, "").getInt("succeeded"));
            assertEquals(List.of("1000"), Database.query(ACTIVE, acme.name(), mills));
            somebody.rollback();
        }

        // Then
        assertEquals(1_200, awaitDone(job).getInt("succeeded"));
        assertEquals(List.of("1200"), Database.query(ACTIVE, acme.name(), mills));
    }

    @Test
    void doesTheOthersWhereSomethingIsWrongWithOne() {
        // Given
        List<UUID> contacts = contacts(5);
        Database.change(
                "insert into interaction values (?, ?, 1, false, ?, null, 'SIDEWAYS', 'EMAIL', 'NONE', now())",
                acme.name(),
                UUID.randomUUID(),
                contacts.get(2));

        // When
        JsonPath done = awaitDone(id(ask(Map.of("action", "start", "cadenceId", mills, "contactIds", contacts))));

        // Then
        assertEquals(4, done.getInt("succeeded"));
        assertEquals(List.of(contacts.get(2).toString()), done.getList("refusals.items.contactId"));
        assertEquals("unexpected", done.getString("refusals.items[0].type"));
    }

    @Test
    void blamesNobodyInOneJobForWhatIsWrongInAnother() {
        // Given two jobs, each with one contact whose facts cannot be read
        List<UUID> contacts = contacts(4).stream()
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
        List<UUID> bad = List.of(contacts.get(1), contacts.get(2));
        for (UUID contact : bad) {
            Database.change(
                    "insert into interaction values (?, ?, 1, false, ?, null, 'SIDEWAYS', 'EMAIL', 'NONE', now())",
                    acme.name(),
                    UUID.randomUUID(),
                    contact);
        }

        // When both are there at once
        List<UUID> jobs = List.of(UUID.randomUUID(), UUID.randomUUID());
        Database.change("""
                with job as (
                  insert into enrollment_job (workspace_id, id, request, action, cadence_id, asked_at, asked_by)
                  select ?, id, id, 'START', ?, now(), 'somebody' from unnest(?::uuid[]) as made(id))
                insert into enrollment_job_item (workspace_id, job_id, contact_id)
                select ?, job, unnest((?::uuid[])[number * 2 - 1 : number * 2])
                  from unnest(?::uuid[]) with ordinality as made(job, number)""", acme.name(), mills, array(jobs), acme.name(), array(contacts), array(jobs));

        // Then
        for (int i = 0; i < jobs.size(); i++) {
            JsonPath done = awaitDone(jobs.get(i));
            assertEquals(1, done.getInt("succeeded"));
            assertEquals(List.of(bad.get(i).toString()), done.getList("refusals.items.contactId"));
        }
    }

    @Test
    void pausesResumesMovesAndEndsThoseThatFitAFilter() {
        // Given
        List<UUID> ours = List.of(acme.contact(), acme.contact());
        UUID colleague = UUID.randomUUID();
        acme.added(Reps.inBerlin(colleague, 1, 20));
        UUID theirs = acme.contact(colleague);
        Database.change(
                "update enrollment set cadence_id = ? where workspace_id = ? and contact_id = any(?::uuid[])",
                mills,
                acme.name(),
                array(List.of(ours.get(0), ours.get(1), theirs)));
        Map<String, Object> inMills = Map.of("cadenceId", mills, "ownerId", acme.rep());

        // When
        awaitDone(id(ask(Map.of("action", "pause", "until", "2026-12-01", "filter", inMills))));

        // Then
        ours.forEach(it -> assertEquals("pause", acme.plan(it).getString("waitingFor")));
        assertEquals(null, acme.plan(theirs).getString("waitingFor"));

        // When
        awaitDone(id(ask(Map.of("action", "resume", "contactIds", ours))));
        JsonPath again = awaitDone(id(ask(Map.of("action", "resume", "contactIds", List.of(theirs, ours.get(0))))));

        // Then
        ours.forEach(it -> assertEquals(null, acme.plan(it).getString("waitingFor")));
        assertEquals(1, again.getInt("succeeded"));
        assertEquals("not-paused", again.getString("refusals.items[0].type"));

        // When
        awaitDone(id(ask(Map.of("action", "move", "ownerId", colleague, "filter", inMills))));

        // Then
        ours.forEach(it -> assertEquals(colleague.toString(), acme.plan(it).getString("ownerId")));
        assertEquals(1, acme.told(ours.get(0), "ContactHandedOver").size());

        // When
        JsonPath ended = awaitDone(
                id(ask(Map.of("action", "end", "reason", "Mills are gone", "filter", Map.of("ownerId", colleague)))));

        // Then
        assertEquals(3, ended.getInt("succeeded"));
        ours.forEach(it -> assertEquals("decided", acme.plan(it).getString("endReason")));

        // When
        JsonPath refused = awaitDone(id(ask(Map.of(
                "action", "move", "cadenceId", mills, "filter", Map.of("ownerId", colleague, "enrolled", false)))));

        // Then
        assertEquals(3, refused.getInt("refused"));
        assertEquals(List.of("not-enrolled", "not-enrolled", "not-enrolled"), refused.getList("refusals.items.type"));
    }

    @Test
    void letsARepActOnTheirOwnContactsOnly() {
        // Given
        UUID colleague = UUID.randomUUID();
        acme.added(Reps.inBerlin(colleague, 1, 20));
        UUID ours = acme.contact();
        UUID theirs = acme.contact(colleague);

        // When
        JsonPath named = awaitDone(id(accepted(acme.as("rep")
                .body(Map.of("action", "end", "contactIds", List.of(ours, theirs)))
                .post("/v1/enrollments/jobs"))));
        JsonPath fitting = awaitDone(id(accepted(acme.as("rep")
                .body(Map.of("action", "end", "filter", Map.of("enrolled", true)))
                .post("/v1/enrollments/jobs"))));

        // Then
        assertEquals(List.of(theirs.toString()), named.getList("refusals.items.contactId"));
        assertEquals("forbidden", named.getString("refusals.items[0].type"));
        assertEquals(1, fitting.getInt("total"));
        assertEquals("active", acme.plan(theirs).getString("state"));
    }

    @Test
    void acceptsTheSameRequestOnceUnderOneId() {
        // Given
        UUID id = UUID.randomUUID();
        List<UUID> contacts = contacts(3);
        Map<String, Object> body = Map.of("id", id, "action", "start", "cadenceId", mills, "contactIds", contacts);

        // When
        ask(body).header("Location", endsWith("/v1/enrollments/jobs/" + id)).body("state", equalTo("accepted"));
        awaitDone(id);

        // Then
        ask(body).body("state", equalTo("done"));
        problem(post(Map.of("id", id, "action", "end", "contactIds", contacts)), 409, "id-taken");
        assertEquals(3, read(id, "").getInt("total"));
    }

    @Test
    void acceptsTheSameRequestAlsoWhereItComesTwiceAtOnce() throws SQLException {
        // Given one that is accepted but not committed
        UUID id = UUID.randomUUID();
        Map<String, Object> body = Map.of("id", id, "action", "start", "cadenceId", mills, "contactIds", contacts(3));
        accepted(post(body));
        awaitDone(id);
        try (Connection first =
                ServiceTestResource.postgres().superuser("cadence").getConnection()) {
            List<String> row = Database.query("select j::text from enrollment_job j where id = ?", id);
            Database.change("delete from enrollment_job_item where job_id = ?", id);
            Database.change("delete from enrollment_job where id = ?", id);
            first.setAutoCommit(false);
            try (PreparedStatement insert =
                    first.prepareStatement("insert into enrollment_job select (?::enrollment_job).*")) {
                insert.setString(1, row.get(0));
                insert.executeUpdate();
            }

            // When
            CompletableFuture<Response> second = CompletableFuture.supplyAsync(() -> post(body));
            eventually().until(() -> !Database.query("""
                            select 1 from pg_stat_activity
                             where wait_event = 'transactionid' and usename = 'cadence_app'""").isEmpty());
            first.commit();

            // Then
            accepted(second.join());
        }
    }

    @Test
    void namesAContactOnceAndCountsTheErasedNoMore() {
        // Given
        UUID contact = acme.contact();
        UUID erased = acme.contact();

        // When
        UUID job = id(ask(Map.of(
                "action", "end", "reason", "They closed the mill", "contactIds", List.of(contact, erased, contact))));

        // Then
        assertEquals(2, awaitDone(job).getInt("total"));
        assertEquals(
                List.of(), Database.query("select words from enrollment_job where id = ? and words is not null", job));

        // When
        acme.deliver(Topic.CONTACTS, erased, new ContactErased(erased, 2));
        acme.deliver(Topic.CONTACTS, contact, new ContactErased(contact, 2));

        // Then
        assertEquals(0, read(job, "").getInt("total"));
        assertEquals(List.of("ended_subject"), Database.tablesHolding(erased.toString()));
        assertEquals(List.of(), Database.tablesHolding("They closed the mill"));
    }

    @Test
    void endsOnceWhereTwoOfThemWentIntoOne_P12() {
        // Given
        UUID merged = acme.contact();
        UUID remaining = acme.contact();

        // When
        acme.deliver(Topic.CONTACTS, merged, new ContactMerged(merged, 2, remaining));
        JsonPath done = awaitDone(id(ask(Map.of("action", "end", "contactIds", List.of(merged, remaining)))));

        // Then
        assertEquals(2, done.getInt("total"));
        assertEquals(1, done.getInt("succeeded"));
        assertEquals(List.of("not-enrolled"), done.getList("refusals.items.type"));
        assertEquals("ended", acme.plan(remaining).getString("state"));
    }

    @Test
    void isDoneAtOnceWhereNobodyFits() {
        assertEquals(
                0,
                awaitDone(id(ask(Map.of("action", "end", "filter", Map.of("ownerId", UUID.randomUUID())))))
                        .getInt("total"));
    }

    @Test
    void refusesWhatEveryContactWouldBeRefusedFor() {
        // Given
        List<UUID> contacts = List.of(UUID.randomUUID());
        UUID retired = acme.cadence("ANY_TIME", 0);
        Database.change("insert into retired_cadence values (?, ?, now(), 'somebody')", acme.name(), retired);

        // Then
        problem(
                post(Map.of("action", "start", "cadenceId", UUID.randomUUID(), "contactIds", contacts)),
                422,
                "unknown-cadence");
        problem(post(Map.of("action", "start", "cadenceId", retired, "contactIds", contacts)), 422, "cadence-retired");
        problem(
                post(Map.of("action", "move", "ownerId", UUID.randomUUID(), "contactIds", contacts)),
                422,
                "unknown-rep");
        contacts(10_001);
        problem(
                post(Map.of("action", "start", "cadenceId", mills, "filter", Map.of("ownerId", acme.rep()))),
                422,
                "too-many-contacts");
        problem(
                post(Map.of(
                        "action",
                        "start",
                        "cadenceId",
                        mills,
                        "contactIds",
                        IntStream.range(0, 10_001)
                                .mapToObj(i -> UUID.randomUUID())
                                .toList())),
                400,
                "invalid-request");
        assertEquals(List.of(), Database.query("select id from enrollment_job where workspace_id = ?", acme.name()));
        problem(acme.as("app").get("/v1/enrollments/jobs/" + UUID.randomUUID()), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'contactIds': []} | action",
                "{'action': 'stop', 'contactIds': ['ID']} | action",
                "{'action': 'end'} | contactIds",
                "{'action': 'end', 'contactIds': []} | contactIds",
                "{'action': 'end', 'contactIds': [null]} | contactIds[0]",
                "{'action': 'end', 'contactIds': ['Ada']} | contactIds[0]",
                "{'action': 'end', 'contactIds': ['ID'], 'filter': {'ownerId': 'ID'}} | contactIds",
                "{'action': 'end', 'filter': {}} | filter",
                "{'action': 'end', 'filter': {'colour': 'red'}} | filter.colour",
                "{'action': 'end', 'until': '2026-12-01', 'contactIds': ['ID']} | until",
                "{'action': 'end', 'reason': 'a\\u0000b', 'contactIds': ['ID']} | reason",
                "{'action': 'start', 'contactIds': ['ID']} | cadenceId",
                "{'action': 'start', 'cadenceId': 'ID', 'ownerId': 'ID', 'contactIds': ['ID']} | ownerId",
                "{'action': 'pause', 'contactIds': ['ID']} | until",
                "{'action': 'pause', 'until': '+999999999-12-31', 'contactIds': ['ID']} | until",
                "{'action': 'resume', 'reason': 'why not', 'contactIds': ['ID']} | reason",
                "{'action': 'move', 'contactIds': ['ID']} | cadenceId"
            })
    void refusesABodyThatIsNotRight(String body, String field) {
        String json = body.replace('\'', '"').replace("ID", UUID.randomUUID().toString());
        problem(post(json), 400, "invalid-request").body("errors[0].field", equalTo(field));
    }

    @Test
    void refusesEachThatOneContactWouldBeRefusedFor_P8() {
        // Given
        UUID enrolled = acme.contact();
        UUID quiet = acme.cadence("ANY_TIME", 3);
        UUID free = contacts(1).get(0);
        at("2026-11-24T09:00:00Z");
        acme.happened(free, Direction.OUTBOUND, Outcome.NO_ANSWER, CLOCK.instant());
        UUID unknown = UUID.randomUUID();

        // Then
        assertEquals(
                "P8",
                refusal(
                        Map.of("action", "start", "cadenceId", acme.connect(), "contactIds", List.of(enrolled)),
                        "rule"));
        assertEquals("P8", refusal(Map.of("action", "start", "cadenceId", quiet, "contactIds", List.of(free)), "rule"));
        assertEquals(
                "T5",
                refusal(Map.of("action", "pause", "until", "2026-11-24", "contactIds", List.of(enrolled)), "rule"));
        assertEquals(
                "unknown-contact",
                refusal(Map.of("action", "start", "cadenceId", mills, "contactIds", List.of(unknown)), "type"));

        // When
        acme.changed(state(enrolled, 2, null));

        // Then
        assertEquals(
                "P9", refusal(Map.of("action", "move", "cadenceId", mills, "contactIds", List.of(enrolled)), "rule"));
    }

    private String refusal(Object body, String what) {
        return awaitDone(id(ask(body))).getString("refusals.items[0]." + what);
    }

    /** Known, but in no cadence: made here, for through the topic they would be enrolled. */
    private List<UUID> contacts(int count) {
        List<UUID> ids =
                IntStream.range(0, count).mapToObj(i -> UUID.randomUUID()).toList();
        Database.change("""
                insert into contact (workspace_id, id, version, name, owner_id, do_not_contact)
                select ?, id, 1, 'Ada Lovelace', ?, false from unnest(?::uuid[]) as made(id)""", acme.name(), acme.rep(), array(ids));
        return ids;
    }

    /** As PostgreSQL orders ids: by their bytes, not signed. */
    private static UUID lastByBytes(List<UUID> ids) {
        return ids.stream().max(Comparator.comparing(UUID::toString)).orElseThrow();
    }

    private static String array(List<UUID> ids) {
        return ids.toString().replace('[', '{').replace(']', '}');
    }

    private boolean isWaiting() {
        return !Database.query("""
                select 1 from pg_stat_activity where wait_event = 'advisory' and usename = 'cadence_worker'""").isEmpty();
    }

    private JsonPath awaitDone(UUID job) {
        eventually()
                .pollInterval(Duration.ofMillis(200))
                .atMost(Duration.ofMinutes(5))
                .until(() -> read(job, "").getString("state").equals("done"));
        return read(job, "");
    }

    private JsonPath read(UUID job, String query) {
        return acme.as("app")
                .get("/v1/enrollments/jobs/" + job + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private ValidatableResponse ask(Object body) {
        return accepted(post(body));
    }

    private Response post(Object body) {
        return acme.as("manager").body(body).post("/v1/enrollments/jobs");
    }

    private static ValidatableResponse accepted(Response response) {
        return response.then().statusCode(202);
    }

    private static UUID id(ValidatableResponse response) {
        return response.extract().jsonPath().getUUID("id");
    }

    private static ValidatableResponse problem(Response response, int status, String type) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:sevenfold:problem:" + type));
    }
}
