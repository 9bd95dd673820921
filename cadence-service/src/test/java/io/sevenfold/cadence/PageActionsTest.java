package io.sevenfold.cadence;

import static io.sevenfold.cadence.DomainClockOfTests.CLOCK;
import static io.sevenfold.cadence.Mailed.get;
import static io.sevenfold.cadence.Mailed.post;
import static io.sevenfold.cadence.Workspace.at;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.f4b6a3.uuid.UuidCreator;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Outcome;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** N6: the buttons on the pages behind a mail's links act once, as the rep of the link. */
@CadenceServiceTest
class PageActionsTest {

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
        page = mailed(acme.rep(), first, 1);
    }

    @Test
    void recordsWhatHappenedAsTheRepOfTheLink() {
        // When
        Response shown = press(
                "done",
                Map.of("outcome", "no-answer", "channel", "call", "gave", "a benchmark", "note", "voicemail\r\nfull"));

        // Then
        shown.then()
                .statusCode(200)
                .body(containsString("Recorded"))
                .body(containsString("You called Ada Lovelace. No answer."))
                .body(containsString("What comes next"));
        JsonPath made = told("TouchpointDone").get(0);
        assertEquals(UuidCreator.getNameBasedSha1(first, "done").toString(), made.getString("interaction.id"));
        assertEquals(acme.rep().toString(), made.getString("interaction.repId"));
        assertEquals("call", made.getString("interaction.channel"));
        assertEquals("no-answer", made.getString("interaction.outcome"));
        assertEquals("a benchmark", made.getString("interaction.gave"));
        assertEquals("voicemail\nfull", made.getString("interaction.note"));
        assertEquals("2026-11-23T09:00:00Z", made.getString("interaction.occurredAt"));
    }

    @Test
    void takesWhatWasPlannedForWhatIsLeftAsItWas() {
        // Given
        assertTrue(get(page + "/done").asString().contains("value=\"none\" checked"));

        // When
        press("done", Map.of("outcome", "none", "channel", "email", "gave", "An insight", "note", ""))
                .then()
                .statusCode(200)
                .body(containsString("You e-mailed Ada Lovelace."));

        // Then
        assertEquals("done", acme.state(contact, 1));
        assertEquals(null, told("TouchpointDone").get(0).getString("interaction.note"));
    }

    @ParameterizedTest
    @CsvSource({
        "not-now, revisitOn, 2027-02-01, revisitOn",
        "no-budget, revisitOn, 2027-02-01, revisitOn",
        "meeting-booked, meetingOn, 2026-12-01, meetingOn",
        "never, optOutOf, call, optOutOf"
    })
    void keepsWhatBelongsToAnOutcome(String outcome, String field, String value, String kept) {
        // Given all fields, as a browser without a script sends them
        Map<String, String> all = new HashMap<>(
                Map.of("revisitOn", "2027-03-01", "meetingOn", "2027-03-02", "optOutOf", "email", "outcome", outcome));
        all.put(field, value);

        // When
        press("done", all).then().statusCode(200).body(containsString("Recorded"));

        // Then
        JsonPath made = told("TouchpointDone").get(0);
        assertEquals(value, made.getString("interaction." + kept));
        Stream.of("revisitOn", "meetingOn", "optOutOf")
                .filter(other -> !other.equals(kept))
                .forEach(other -> assertEquals(null, made.getString("interaction." + other)));
    }

    @Test
    void optsOutWholly() {
        // When
        press("done", Map.of("outcome", "never", "optOutOf", "all"))
                .then()
                .statusCode(200)
                .body(containsString("They asked not to be contacted again."))
                .body(containsString("Nothing is planned"));

        // Then
        assertEquals(null, told("TouchpointDone").get(0).getString("interaction.optOutOf"));
    }

    @Test
    void snoozesToTheDateThatWasShown() {
        // Given
        get(page + "/snooze")
                .then()
                .statusCode(200)
                .body(containsString("value=\"2026-11-24\" checked"))
                .body(containsString("Tuesday, November 24, 2026"))
                .body(containsString("value=\"2026-11-26\""))
                .body(containsString("value=\"2026-11-30\""));

        // When
        press("snooze", Map.of("when", "2026-11-26"))
                .then()
                .statusCode(200)
                .body(containsString("Put off until Thu, Nov 26"));

        // Then
        assertEquals("2026-11-26", acme.plan(contact).getString("touchpoints[0].dueOn"));
        assertEquals("2026-11-26", told("TouchpointSnoozed").get(0).getString("until"));
        assertEquals(acme.rep().toString(), told("TouchpointSnoozed").get(0).getString("by"));
    }

    @Test
    void offersTheDatesThatThePlannerWouldComeTo() {
        // Given it is Friday, and they are away from Tuesday on
        acme.changed(Reps.away(acme.rep(), 2, 20, LocalDate.parse("2026-12-01"), LocalDate.parse("2026-12-04")));
        at("2026-11-27T09:00:00Z");

        // Then tomorrow and in three days are Monday, once; and next week is the one after
        String form = get(mailed(acme.rep(), first, 1) + "/snooze").asString();
        assertTrue(form.contains("value=\"2026-11-30\""), form);
        assertTrue(form.contains("value=\"2026-12-07\""), form);
        assertTrue(!form.contains("value=\"2026-11-28\"") && !form.contains("value=\"2026-12-04\""), form);
        assertEquals(3, form.split("name=\"when\"", -1).length - 1);
    }

    @Test
    void afterASnoozeAnotherDateAlsoAnEarlierOneOrDoneAlready() {
        // Given
        press("snooze", Map.of("when", "2026-11-30")).then().statusCode(200);
        get(page)
                .then()
                .body(containsString("Planned for Mon, Nov 30"))
                .body(containsString("Put off by you on Mon, Nov 23"))
                .body(containsString(page + "/done"))
                .body(containsString(page + "/snooze"));

        // When
        press("snooze", Map.of("when", "other", "date", "2026-11-25"))
                .then()
                .statusCode(200)
                .body(containsString("Put off until Wed, Nov 25"));

        // Then
        assertEquals("2026-11-25", acme.plan(contact).getString("touchpoints[0].dueOn"));

        // When
        press("done", Map.of("outcome", "replied")).then().body(containsString("Recorded"));

        // Then
        assertEquals("done", acme.state(contact, 1));
    }

    @Test
    void skipsWithTheReasonChosenAndTheOwnWords() {
        // When
        press("skip", Map.of("reason", "The moment has passed", "words", " the fair is over "))
                .then()
                .statusCode(200)
                .body(containsString("Skipped"))
                .body(containsString("By you on Mon, Nov 23"))
                .body(containsString("The moment has passed: the fair is over"));

        // Then
        assertEquals("skipped", acme.state(contact, 1));
        assertEquals(
                "The moment has passed: the fair is over",
                told("TouchpointSkipped").get(0).getString("reason"));
    }

    @Test
    void aReplyOwedNeedsNoAnswerOrIsAnsweredButDoesNotWait() {
        // Given
        acme.happened(contact, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant());
        UUID reply = acme.plan(contact).getUUID("touchpoints.find { it.kind == 'reply-owed' }.id");
        page = mailed(acme.rep(), reply, 1);
        get(page)
                .then()
                .body(containsString("Reply owed"))
                .body(containsString("Answer by"))
                .body(containsString("No answer needed"))
                .body(not(containsString("/snooze")));
        get(page + "/done").then().body(not(containsString("did not reach them")));

        // When
        press("snooze", Map.of("when", "2026-11-26")).then().statusCode(200);

        // Then
        assertEquals(0, told("TouchpointSnoozed").size());

        // When
        press("skip", Map.of("reason", "It was a thank-you, or an OK"))
                .then()
                .statusCode(200)
                .body(containsString("No answer needed"))
                .body(containsString("Decided by you"));

        // Then
        assertEquals(reply.toString(), told("TouchpointSkipped").get(0).getString("touchpointId"));
    }

    @Test
    void usedTwiceItTellsWhatWasDoneTheFirstTime() {
        // Given
        press("done", Map.of("outcome", "won")).then().statusCode(200);
        List<String> before = acme.settled();

        // When
        Response again = press("done", Map.of("outcome", "lost"));
        Response other = press("skip", Map.of());

        // Then
        for (Response each : List.of(again, other, get(page), get(page + "/done"), get(page + "/snooze"))) {
            each.then()
                    .statusCode(200)
                    .body(containsString("You e-mailed Ada Lovelace. Won."))
                    .body(not(containsString("<form")))
                    .body(not(containsString(page + "/")));
        }
        assertEquals(before, Database.everything(acme));
    }

    @ParameterizedTest
    @CsvSource({"done, TouchpointDone", "snooze, TouchpointSnoozed", "skip, TouchpointSkipped"})
    void aDoubleClickIsOneTransition(String action, String event) {
        // When
        Map<String, String> fields = Map.of("outcome", "none", "when", "2026-11-26");
        List<CompletableFuture<Response>> clicks = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> press(action, fields)))
                .limit(6)
                .toList();

        // Then
        clicks.forEach(each -> each.join().then().statusCode(200));
        assertEquals(1, told(event).size());
        assertEquals(
                action.equals("done") ? 0 : 1,
                Database.query("select id from decision where contact_id = ?", contact)
                        .size());
    }

    @Test
    void anEarlierLinkShowsThePresentRoundAndAnEarlierFormDoesNotAct() {
        // Given
        press("snooze", Map.of("when", "2026-11-24")).then().statusCode(200);
        at("2026-11-24T07:30:00Z");
        assertEquals(2, told("TouchpointDue").size());

        // Then
        get(page + "/done").then().body(containsString("name=\"round\" value=\"2\""));

        // When
        press("skip", Map.of()).then().statusCode(200).body(containsString("This has changed meanwhile"));

        // Then
        assertEquals("due", acme.state(contact, 1));

        // When
        post(page + "/skip", Map.of("round", "2")).then().statusCode(200).body(containsString("Skipped"));

        // Then
        assertEquals("skipped", acme.state(contact, 1));
    }

    @Test
    void afterAChangeOfOwnerItShowsButDoesNotAct() {
        // Given
        UUID grace = UUID.randomUUID();
        acme.added(Reps.inBerlin(grace, 1, 20));
        acme.changed(Workspace.state(contact, 2, grace));
        List<String> before = acme.settled();

        // Then
        assertOnlyShown(before);
        for (int round = 1; round <= 3; round++) {
            post(mailed(acme.rep(), first, 1) + "/done", Map.of("round", round, "outcome", "won"))
                    .then()
                    .statusCode(200)
                    .body(containsString("Now with Grace Hopper"));
        }
        assertEquals(before, Database.everything(acme));
    }

    @Test
    void whileSomebodyCoversItShowsTheOwnerButTheCoverActs_P9() {
        // Given
        UUID cover = UUID.randomUUID();
        acme.added(Reps.inBerlin(cover, 1, 20));
        acme.changed(
                Reps.covered(acme.rep(), 2, LocalDate.parse("2026-11-24"), LocalDate.parse("2026-11-27"), cover, null));
        at("2026-11-24T07:30:00Z");

        // Then
        assertOnlyShown(acme.settled());

        // When
        page = mailed(cover, first, 2);
        post(page + "/done", Map.of("round", 2, "outcome", "none")).then().body(containsString("Recorded"));

        // Then
        assertEquals(cover.toString(), told("TouchpointDone").get(0).getString("interaction.repId"));
    }

    @Test
    void whatWasDoneElsewhereIsToldWithWhoAndWhen() {
        // Given
        acme.as("manager", UUID.randomUUID())
                .body("{\"reason\": \"They are a partner now\"}")
                .post("/v1/touchpoints/" + first + "/skip")
                .then()
                .statusCode(200);

        // Then
        get(page)
                .then()
                .statusCode(200)
                .body(containsString("By somebody else on Mon, Nov 23, 10:00"))
                .body(containsString("They are a partner now"));
    }

    private void assertOnlyShown(List<String> before) {
        for (Response each : List.of(
                get(page),
                get(page + "/done"),
                get(page + "/skip"),
                press("done", Map.of("outcome", "won")),
                press("snooze", Map.of("when", "2026-11-27")),
                press("skip", Map.of()))) {
            ValidatableResponse shown = each.then().statusCode(200);
            shown.body(containsString("Now with Grace Hopper"))
                    .body(containsString("Ada Lovelace"))
                    .body(not(containsString("<form")));
        }
        assertEquals(before, Database.everything(acme));
    }

    private Response press(String action, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.putIfAbsent("round", "1");
        return post(page + "/" + action, all);
    }

    private String mailed(UUID rep, UUID touchpoint, int round) {
        return Mailed.touchpoint(acme, rep, touchpoint, round);
    }

    private List<JsonPath> told(String type) {
        return acme.told(contact, type);
    }
}
