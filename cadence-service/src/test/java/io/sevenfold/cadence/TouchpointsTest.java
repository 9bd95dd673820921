package io.sevenfold.cadence;

import static io.sevenfold.cadence.Database.eventually;
import static io.sevenfold.cadence.DomainClockOfTests.CLOCK;
import static io.sevenfold.cadence.Workspace.at;
import static io.sevenfold.cadence.Workspace.state;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.github.f4b6a3.uuid.UuidCreator;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.sevenfold.delivery.EventJson;
import io.sevenfold.delivery.Subjects;
import io.sevenfold.events.Channel;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.InteractionCorrected;
import io.sevenfold.events.InteractionRecorded;
import io.sevenfold.events.InteractionRemoved;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.TouchpointDone;
import io.sevenfold.infra.ServiceTestResource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Complete, skip, snooze: what people do with a touchpoint. */
@CadenceServiceTest
class TouchpointsTest {

    private Workspace acme;
    private UUID contact;
    private UUID first;

    @BeforeEach
    void dueOnMonday() {
        Workspace.onMonday();
        acme = Workspace.withCapacity(20);
        contact = acme.contact();
        acme.awaitDue(contact);
        first = acme.step(contact, 1);
    }

    @Test
    void completesByAnInteractionThatTravelsWithTheEvent() throws IOException {
        // When
        acme.act(first, "complete", "{\"outcome\": \"no-answer\", \"gave\": \"a benchmark\", \"note\": \"voicemail\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("done"))
                .body("closedAt", equalTo("2026-11-23T09:00:00Z"));

        // Then
        Interaction made = done().interaction();
        assertEquals(UuidCreator.getNameBasedSha1(first, "done"), made.id());
        assertEquals(made.id(), done().interactionId());
        assertEquals(
                new Interaction(
                        made.id(),
                        1,
                        contact,
                        acme.rep(),
                        Direction.OUTBOUND,
                        Channel.EMAIL,
                        Outcome.NO_ANSWER,
                        CLOCK.instant(),
                        CLOCK.instant(),
                        first,
                        "a benchmark",
                        "voicemail",
                        null,
                        null,
                        null,
                        null,
                        null),
                made);
        assertEquals(1, done().round());
        acme.awaitDue();
        assertEquals("2026-11-26", acme.plan(contact).getString("touchpoints[1].dueOn"));
    }

    @Test
    void knowsItsOwnInteractionWhenItComesBackAndFollowsWhenItIsCorrected_P6() throws IOException {
        // Given
        acme.act(first, "complete", "{}").then().statusCode(200);
        Interaction made = done().interaction();
        List<String> before = Database.everything(acme);

        // When
        acme.deliver(made, new InteractionRecorded(made));

        // Then
        assertEquals(before, Database.everything(acme));

        // When
        Interaction won = version(made, 2, Outcome.WON);
        acme.deliver(won, new InteractionCorrected(won));

        // Then
        assertEquals("care", acme.plan(contact).getString("cadence.purpose"));

        // When
        Interaction removed = version(made, 3, Outcome.WON);
        acme.deliver(removed, new InteractionRemoved(removed));

        // Then
        assertEquals("active", acme.plan(contact).getString("state"));
        acme.awaitDue(contact);
        acme.act(first, "complete", "{}")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:sevenfold:problem:completion-taken-back"));
        assertEquals("due", acme.state(contact, 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"complete | {} | {\"note\": \"again\"}", "skip | {\"reason\": \"met them\"} | {}"})
    void doesTheSameOnceHoweverOftenItIsAsked(String what, String body, String again) {
        // Given
        acme.act(first, what, body).then().statusCode(200);
        int told = acme.told(contact).size();
        long version = acme.planVersion(contact);

        // When
        CLOCK.advance(Duration.ofMinutes(5));
        Response second = acme.act(first, what, again);

        // Then
        second.then().statusCode(200).body("closedAt", equalTo("2026-11-23T09:00:00Z"));
        assertEquals(told, acme.told(contact).size());
        assertEquals(version, acme.planVersion(contact));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'outcome': 'no-answer'} | {'outcome': 'not-now'}",
                "{'outcome': 'not-now'} | {'outcome': 'not-now', 'revisitOn': '2027-03-01'}",
                "{'outcome': 'meeting-booked', 'meetingOn': '2026-12-01'} | {'outcome': 'meeting-booked', 'meetingOn': '2026-12-02'}"
            })
    void saysWhatHappenedToWhoCompletesItOtherwise(String body, String otherwise) {
        // Given
        acme.act(first, "complete", body.replace('\'', '"')).then().statusCode(200);

        // When
        Response second = acme.act(first, "complete", otherwise.replace('\'', '"'));

        // Then
        second.then()
                .statusCode(409)
                .body("type", equalTo("urn:sevenfold:problem:touchpoint-done"))
                .body("touchpoint.state", equalTo("done"));
    }

    @Test
    void snoozesOnceHoweverOftenItIsAsked() {
        // Given
        String until = "{\"until\": \"2026-11-30\"}";
        acme.act(first, "snooze", until).then().statusCode(200).body("dueOn", equalTo("2026-11-30"));

        // When
        acme.act(first, "snooze", until)
                .then()
                .statusCode(200)
                .body("state", equalTo("planned"))
                .body("reasons.code", hasItem("decided"));

        // Then
        JsonPath snoozed = acme.told(contact, "TouchpointSnoozed").get(0);
        assertEquals(1, acme.told(contact, "TouchpointSnoozed").size());
        assertEquals("2026-11-30", snoozed.getString("until"));
        assertEquals(acme.rep().toString(), snoozed.getString("by"));
    }

    @Test
    void countsADecisionFromWhenItsTurnCame_P1() throws SQLException {
        // Given somebody who holds the contact
        CompletableFuture<Response> snoozed;
        try (Connection somebody =
                ServiceTestResource.postgres().superuser("cadence").getConnection()) {
            somebody.setAutoCommit(false);
            Subjects.lock(somebody, acme.subject(contact));

            // When
            snoozed = CompletableFuture.supplyAsync(() -> acme.act(first, "snooze", "{\"until\": \"2026-11-30\"}"));
            eventually().until(() -> !Database.query("""
                            select 1 from pg_stat_activity where wait_event = 'advisory' and usename = 'cadence_app'""").isEmpty());
            CLOCK.set(DomainClockOfTests.START.plusSeconds(5));
            somebody.rollback();
        }

        // Then what they decided meanwhile came before
        snoozed.join().then().statusCode(200);
        assertEquals(
                "2026-11-23T09:00:05Z",
                acme.told(contact, "TouchpointSnoozed").get(0).getString("snoozedAt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"complete", "skip", "snooze"})
    void tellsWhoComesTooLateWhatHappenedAndWhen(String what) {
        // Given
        String already = what.equals("complete") ? "skip" : "complete";
        acme.act(first, already, "{}").then().statusCode(200);

        // Then
        acme.act(first, what, what.equals("snooze") ? "{\"until\": \"2026-11-30\"}" : "{}")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body(
                        "type",
                        equalTo("urn:sevenfold:problem:touchpoint-" + (what.equals("complete") ? "skipped" : "done")))
                .body("detail", containsString("at 2026-11-23T09:00:00Z"))
                .body("touchpoint.id", equalTo(first.toString()));
    }

    @Test
    void tellsThatTheEnrollmentsEndCancelledIt() {
        // Given
        acme.changed(state(contact, 2, acme.rep(), true, null));

        // Then
        acme.act(first, "complete", "{}")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:sevenfold:problem:touchpoint-cancelled"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "complete | {'outcome': 'auto-reply'} | outcome | What an interaction does",
                "complete | {'outcome': 'meeting-cancelled'} | outcome | What an interaction does",
                "complete | {'outcome': 'no-show'} | outcome | What an interaction does",
                "complete | {'outcome': 'meeting-booked'} | meetingOn | What an interaction does",
                "complete | {'meetingOn': '2026-12-01'} | meetingOn | What an interaction does",
                "complete | {'revisitOn': '2026-12-01'} | revisitOn | P10",
                "complete | {'outcome': 'not-now', 'revisitOn': '2026-11-01'} | revisitOn | P10",
                "complete | {'outcome': 'not-now', 'revisitOn': '9999-12-31'} | revisitOn | P10",
                "complete | {'outcome': 'meeting-booked', 'meetingOn': '9999-12-31'} | meetingOn | P10",
                "complete | {'outcome': 'none', 'optOutOf': 'call'} | optOutOf | What an interaction does",
                "complete | {'occurredAt': '2026-11-23T09:00:01Z'} | occurredAt | What an interaction does",
                "complete | {'occurredAt': '2026-11-20T09:00:00Z'} | occurredAt | What an interaction does",
                "snooze | {'until': '2026-11-23'} | until | T5",
                "snooze | {'until': '2026-11-20'} | until | T5"
            })
    void namesTheRuleThatForbidsIt(String what, String body, String field, String rule) {
        // Given
        List<String> before = Database.everything(acme);

        // Then
        acme.act(first, what, body.replace('\'', '"'))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("rule", equalTo(rule))
                .body("errors[0].field", equalTo(field));
        assertEquals(before, Database.everything(acme));
    }

    @Test
    void snoozesNothingToAnEarlierDate_P10() {
        // Then
        acme.act(acme.step(contact, 2), "snooze", "{\"until\": \"2026-11-25\"}")
                .then()
                .statusCode(422)
                .body("rule", equalTo("P10"));
    }

    @Test
    void letsOnlyTheOwnerAManagerOrAnAdminAct() {
        // Given
        String complete = "/v1/touchpoints/" + first + "/complete";
        String skip = "/v1/touchpoints/" + acme.step(contact, 2) + "/skip";
        String snooze = "/v1/touchpoints/" + acme.step(contact, 3) + "/snooze";

        // Then
        for (String path : List.of(complete, skip, snooze)) {
            String body = path.equals(snooze) ? "{\"until\": \"2027-11-23\"}" : "{}";
            acme.as("rep", UUID.randomUUID()).body(body).post(path).then().statusCode(403);
            acme.as("app").body(body).post(path).then().statusCode(403);
        }
        acme.as("manager", UUID.randomUUID()).body("{}").post(complete).then().statusCode(200);
        acme.as("admin").body("{}").post(skip).then().statusCode(200);
        acme.as("manager")
                .body("{\"until\": \"2027-11-23\"}")
                .post(snooze)
                .then()
                .statusCode(200);
        acme.as("app").get("/v1/touchpoints/" + first).then().statusCode(200).body("state", equalTo("done"));
    }

    @Test
    void keepsAnotherWorkspacesTouchpointsToItself() {
        // Given
        Workspace other = Workspace.fresh();
        String path = "/v1/touchpoints/" + first;

        // Then
        other.as("admin").get(path).then().statusCode(404);
        other.as("admin").body("{}").post(path + "/complete").then().statusCode(404);
        other.as("admin").body("{}").post(path + "/skip").then().statusCode(404);
        other.as("admin")
                .body("{\"until\": \"2026-12-01\"}")
                .post(path + "/snooze")
                .then()
                .statusCode(404);
        other.as("admin").get("/v1/plans/" + contact).then().statusCode(404);
        other.as("admin").get("/v1/queues/" + acme.rep()).then().statusCode(404);
        assertEquals("due", acme.state(contact, 1));
    }

    @Test
    void answersAReplyOwed() throws IOException {
        // Given
        UUID reply = replyOwed();
        acme.act(reply, "complete", "{\"outcome\": \"no-answer\"}")
                .then()
                .statusCode(422)
                .body("rule", equalTo("What an interaction does"));

        // When
        acme.act(reply, "complete", "{\"outcome\": \"replied\"}").then().statusCode(200);

        // Then
        assertEquals(reply, done().touchpointId());
        assertEquals(Outcome.REPLIED, done().interaction().outcome());
        assertNull(acme.plan(contact).getString("waitingFor"));
        assertNotEquals("done", acme.state(contact, 1));
    }

    @Test
    void skipsAReplyOwedWhereNoAnswerIsNeeded() {
        // Given
        UUID reply = replyOwed();

        // Then
        acme.act(reply, "snooze", "{\"until\": \"2026-12-01\"}")
                .then()
                .statusCode(422)
                .body("rule", equalTo("P5"));

        // When
        acme.act(reply, "skip", "{\"reason\": \"only thanks\"}").then().statusCode(200);

        // Then
        assertNull(acme.plan(contact).getString("waitingFor"));
        assertEquals(
                "only thanks", acme.told(contact, "TouchpointSkipped").get(0).getString("reason"));
        assertEquals(List.of(), acme.told(contact, "TouchpointDone"));
    }

    @Test
    void countsFromTheLaterOfItsDateAndTheSkipping_P2() {
        // When
        acme.act(acme.step(contact, 2), "skip", "{}").then().statusCode(200);
        acme.act(first, "complete", "{}").then().statusCode(200);

        // Then
        assertEquals("2026-12-03", acme.plan(contact).getString("touchpoints[2].dueOn"), "five after 26 November");

        // When
        at("2026-12-07T09:00:00Z");
        acme.awaitDue(contact);
        acme.act(acme.step(contact, 3), "skip", "{}").then().statusCode(200);

        // Then
        assertEquals("2026-12-16", acme.plan(contact).getString("touchpoints[3].dueOn"), "seven after 7 December");
    }

    private UUID replyOwed() {
        acme.happened(contact, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant());
        return acme.queue().getUUID("touchpoints[0].id");
    }

    private TouchpointDone done() throws IOException {
        List<Topics.Told> done = acme.told(contact).stream()
                .filter(each -> each.type().equals("TouchpointDone"))
                .toList();
        assertEquals(1, done.size());
        return EventJson.mapper().readValue(done.get(0).source().value(), TouchpointDone.class);
    }

    private static Interaction version(Interaction it, long version, Outcome outcome) {
        return new Interaction(
                it.id(),
                version,
                it.contactId(),
                it.repId(),
                it.direction(),
                it.channel(),
                outcome,
                it.occurredAt(),
                it.recordedAt(),
                it.touchpointId(),
                it.gave(),
                it.note(),
                null,
                null,
                null,
                null,
                null);
    }
}
