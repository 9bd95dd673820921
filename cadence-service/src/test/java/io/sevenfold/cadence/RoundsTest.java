package io.sevenfold.cadence;

import static io.sevenfold.cadence.DomainClockOfTests.CLOCK;
import static io.sevenfold.cadence.Workspace.at;
import static io.sevenfold.cadence.Workspace.state;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Outcome;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each time a touchpoint becomes due is a round (N1); what is due no more is taken back. */
@CadenceServiceTest
class RoundsTest {

    private Workspace acme;
    private UUID contact;

    @BeforeEach
    void dueOnMonday() {
        Workspace.onMonday();
        acme = Workspace.withCapacity(20);
        contact = acme.contact();
        acme.awaitDue(contact);
    }

    @Test
    void comesBackAsAnotherRoundAfterASnooze_N1() {
        // When
        acme.act(acme.step(contact, 1), "snooze", "{\"until\": \"2026-11-25\"}")
                .then()
                .statusCode(200);
        at("2026-11-24T09:00:00Z");

        // Then
        acme.awaitDue();
        assertEquals(1, acme.told(contact, "TouchpointSnoozed").get(0).getInt("round"));
        assertEquals(List.of(), acme.told(contact, "TouchpointPostponed"), "who decided told of it");

        // When
        at("2026-11-25T07:30:00Z");

        // Then
        acme.awaitDue(contact);
        assertEquals(List.of(1, 2), rounds());
        assertEquals("2026-11-25", acme.plan(contact).getString("touchpoints[0].dueOn"));
    }

    @Test
    void staysDueWhenItsOwnerMovesToWhereTheDayIsOver_T1() {
        // When: from Berlin at ten in the morning to Auckland at ten at night, where a gap of 0 would end tomorrow
        acme.changed(Reps.movedTo(acme.rep(), 2, "Pacific/Auckland"));
        at("2026-11-23T09:01:00Z");

        // Then
        acme.awaitDue(contact);
        assertEquals(List.of(1), rounds());
        assertEquals(List.of(), acme.told(contact, "TouchpointPostponed"));
        assertEquals("2026-11-23", acme.plan(contact).getString("touchpoints[0].dueOn"));
    }

    @Test
    void isAnnouncedToTheNewOwnerAndNoMoreToTheOld_N1() {
        // Given
        UUID other = UUID.randomUUID();
        acme.added(Reps.inBerlin(other, 1, 20));

        // When
        acme.changed(state(contact, 2, other));

        // Then
        acme.awaitDue();
        assertEquals(List.of(contact.toString()), acme.queue(other).getList("touchpoints.contactId"));
        assertEquals(List.of(1, 2), rounds());
        assertEquals(
                List.of(acme.rep().toString(), other.toString()),
                acme.told(contact, "TouchpointDue").stream()
                        .map(due -> due.getString("repId"))
                        .toList());

        // When
        at("2026-11-24T07:30:00Z");

        // Then
        assertEquals(2, acme.told(contact).size());
        assertEquals(List.of(), acme.told(acme.rep(), "DayBegun").get(1).getList("overdue"));
        assertEquals(1, acme.told(other, "DayBegun").get(1).getList("overdue").size());
    }

    @Test
    void isPostponedWhileAReplyIsOwedAndPlannedFromTheAnswer() {
        // Given
        acme.act(acme.step(contact, 1), "complete", "{}").then().statusCode(200);
        at("2026-11-26T09:00:00Z");
        acme.awaitDue(contact);
        UUID second = acme.step(contact, 2);

        // When
        acme.happened(contact, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant());

        // Then
        JsonPath postponed = acme.told(contact, "TouchpointPostponed").get(0);
        assertEquals(second, postponed.getUUID("touchpointId"));
        assertEquals(1, postponed.getInt("round"));
        assertEquals("2026-12-01", postponed.getString("dueOn"), "as if answered now");
        JsonPath reply = acme.told(contact, "TouchpointDue").get(2);
        assertEquals("reply-owed", reply.getString("touchpoint.kind"));
        assertEquals("2026-11-26T13:00:00Z", reply.getString("answerBy"));

        // When
        at("2026-11-27T09:00:00Z");

        // Then
        assertEquals("2026-12-02", acme.plan(contact).getString("touchpoints.find { it.step == 2 }.dueOn"));

        // When
        acme.happened(contact, Direction.OUTBOUND, Outcome.NONE, CLOCK.instant());

        // Then
        acme.awaitDue();
        assertEquals("2026-12-02", acme.plan(contact).getString("touchpoints.find { it.step == 2 }.dueOn"));

        // When
        at("2026-12-02T07:30:00Z");

        // Then
        acme.awaitDue(contact);
        assertEquals(2, last(acme.told(contact, "TouchpointDue")).getInt("round"));
    }

    @Test
    void isPostponedAlsoWhereItWasOnceSnoozed() {
        // Given
        acme.act(acme.step(contact, 1), "snooze", "{\"until\": \"2026-11-25\"}")
                .then()
                .statusCode(200);
        at("2026-11-25T07:30:00Z");
        acme.awaitDue(contact);

        // When
        acme.happened(contact, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant());

        // Then
        assertEquals(2, acme.told(contact, "TouchpointPostponed").get(0).getInt("round"));
    }

    private List<Integer> rounds() {
        return acme.told(contact, "TouchpointDue").stream()
                .map(due -> due.getInt("round"))
                .toList();
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }
}
