package io.sevenfold.cadence;

import static io.sevenfold.cadence.DomainClockOfTests.CLOCK;
import static io.sevenfold.cadence.Workspace.at;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Outcome;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rescheduling: a touchpoint on another date than its gap's (P10). */
@CadenceServiceTest
class RescheduleTest {

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
    void putsOffWhatIsDueAndTellsOfItOnce() {
        // When
        reschedule(first, "2026-11-27")
                .then()
                .statusCode(200)
                .body("state", equalTo("planned"))
                .body("dueOn", equalTo("2026-11-27"))
                .body("why", equalTo("Friday 27 Nov: rescheduled to that day"));
        reschedule(first, "2026-11-27").then().statusCode(200);

        // Then
        assertEquals(1, acme.told(contact, "TouchpointSnoozed").size());
        assertEquals(
                "2026-11-27", acme.told(contact, "TouchpointSnoozed").get(0).getString("until"));
        assertEquals(0, acme.told(contact, "TouchpointPostponed").size());
        acme.awaitDue();
        assertEquals("2026-12-02", acme.plan(contact).getString("touchpoints[1].dueOn"));

        // When
        at("2026-11-27T09:00:00Z");

        // Then
        acme.awaitDue(contact);
        assertEquals(2, acme.told(contact, "TouchpointDue").size());
    }

    @Test
    void bringsForwardWhatIsPlanned() {
        // Given
        acme.act(first, "complete", "{}").then().statusCode(200);
        UUID second = acme.step(contact, 2);

        // When
        reschedule(second, "2026-11-24").then().statusCode(200).body("dueOn", equalTo("2026-11-24"));

        // Then nothing was announced that is to be taken back
        assertEquals(0, acme.told(contact, "TouchpointSnoozed").size());
        at("2026-11-24T09:00:00Z");
        acme.awaitDue(contact);
        assertEquals(second.toString(), acme.queue().getString("touchpoints[0].id"));
    }

    @Test
    void leavesWhatIsDueTodayDueToday() {
        // When
        reschedule(first, "2026-11-23").then().statusCode(200).body("state", equalTo("due"));

        // Then
        assertEquals(1, acme.told(contact, "TouchpointDue").size());
    }

    @ParameterizedTest
    @CsvSource({"2026-11-22, T5", "2036-11-24, P10"})
    void refusesAPastDateAndOneTooFarAhead(String date, String rule) {
        reschedule(first, date)
                .then()
                .statusCode(422)
                .body("rule", equalTo(rule))
                .body("errors[0].field", equalTo("date"));
    }

    @Test
    void refusesAReplyOwedWhatIsClosedAndABodyWithoutADate() {
        // Given
        acme.happened(contact, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant());
        UUID reply = acme.queue().getUUID("touchpoints[0].id");

        // Then
        reschedule(reply, "2026-11-27").then().statusCode(422).body("rule", equalTo("P5"));
        acme.act(first, "skip", "{\"reason\": \"met them\"}").then().statusCode(200);
        reschedule(first, "2026-11-27")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:sevenfold:problem:touchpoint-skipped"))
                .body("detail", containsString("by " + acme.rep() + ": met them"));
        for (String body : List.of("{}", "{\"date\": null}", "{\"date\": \"soon\"}")) {
            acme.act(first, "reschedule", body).then().statusCode(400).body("errors[0].field", equalTo("date"));
        }
    }

    private Response reschedule(UUID touchpoint, String date) {
        return acme.act(touchpoint, "reschedule", "{\"date\": \"" + date + "\"}");
    }
}
