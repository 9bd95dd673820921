package io.sevenfold.cadence;

import static io.sevenfold.cadence.DomainClockOfTests.CLOCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.sevenfold.events.Channel;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.InteractionRecorded;
import io.sevenfold.events.InteractionRemoved;
import io.sevenfold.events.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What follows by itself: care after a win, thanks after a meeting (P11, "What an interaction does"). */
@CadenceServiceTest
class AfterwardsTest {

    private Workspace acme;
    private UUID contact;

    @BeforeEach
    void aContactOnMonday() {
        Workspace.onMonday();
        acme = Workspace.withCapacity(20);
        contact = acme.contact();
        acme.awaitDue(contact);
    }

    @Test
    void careFollowsAWinAndIsGoneWithItsCause_P11() {
        // When
        Interaction won = acme.happened(contact, Direction.OUTBOUND, Outcome.WON, CLOCK.instant());

        // Then
        assertEquals("care", acme.plan(contact).getString("cadence.purpose"));
        assertEquals("active", acme.plan(contact).getString("state"));
        assertEquals(List.of("won"), endings());

        // When
        acme.deliver(won, new InteractionRemoved(version(won, 2)));

        // Then
        assertEquals("connect", acme.plan(contact).getString("cadence.purpose"));
        assertEquals("active", acme.plan(contact).getString("state"));
        assertEquals(List.of("won", "corrected"), endings());
    }

    @Test
    void thanksAreDueOnTheWorkingDayAfterAMeeting() {
        // When: on Monday they agree to meet on Wednesday
        meet(LocalDate.of(2026, 11, 25));

        // Then
        assertEquals("meeting", acme.plan(contact).getString("waitingFor"));
        assertEquals("2026-11-26", thankYou().getString("dueOn"));
        assertEquals("planned", thankYou().getString("state"));
        acme.awaitDue();

        // When
        Workspace.at("2026-11-26T09:00:00Z");

        // Then
        acme.awaitDue(contact);
        assertEquals("due", thankYou().getString("state"));
        assertEquals("active", acme.plan(contact).getString("state"));

        // When
        acme.happened(contact, Direction.OUTBOUND, Outcome.NONE, CLOCK.instant());

        // Then
        assertEquals("done", thankYou().getString("state"));
        assertEquals("planned", acme.state(contact, 2));
        assertTrue(acme.told(contact, "TouchpointDone").stream()
                .anyMatch(
                        done -> done.getString("touchpointId").equals(thankYou().getString("id"))));
    }

    private List<String> endings() {
        return acme.told(contact, "EnrollmentEnded").stream()
                .map(ended -> ended.getString("reason"))
                .toList();
    }

    private void meet(LocalDate on) {
        Interaction booked = new Interaction(
                UUID.randomUUID(),
                1,
                contact,
                acme.rep(),
                Direction.OUTBOUND,
                Channel.CALL,
                Outcome.MEETING_BOOKED,
                CLOCK.instant(),
                CLOCK.instant(),
                null,
                null,
                null,
                null,
                null,
                on,
                null,
                null);
        acme.deliver(booked, new InteractionRecorded(booked));
    }

    private JsonPath thankYou() {
        return acme.plan(contact).setRootPath("touchpoints.find { it.kind == 'thank-you' }");
    }

    private static Interaction version(Interaction it, long version) {
        return new Interaction(
                it.id(),
                version,
                it.contactId(),
                it.repId(),
                it.direction(),
                it.channel(),
                it.outcome(),
                it.occurredAt(),
                it.recordedAt(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
