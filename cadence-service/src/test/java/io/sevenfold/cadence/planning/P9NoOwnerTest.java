package io.sevenfold.cadence.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.sevenfold.events.Outcome;
import io.sevenfold.events.TouchpointState;
import io.sevenfold.events.Waiting;
import org.junit.jupiter.api.Test;

/** P9: the active plan of a contact with no owner waits, without dates. */
class P9NoOwnerTest {

    @Test
    void planWaitsWithoutDates() {
        // Given
        Story story = Story.inBerlin().released(1, "2026-03-02").owner(null);

        // Then
        assertEquals("- - - - - - -", story.dates("2026-03-03T10:00"));
        assertEquals("ppppppp", story.states("2026-03-03T10:00"));
        assertEquals(Waiting.OWNER, story.plan("2026-03-03T10:00").waitingFor());
        assertEquals(
                0,
                story.plan("2026-03-03T10:00").touchpoints().stream()
                        .filter(PlannedTouchpoint::next)
                        .count());
    }

    @Test
    void touchesGoOnDoingSteps() {
        // Given
        Story story = Story.inBerlin()
                .owner(null)
                .outbound("2026-03-02T11:00", Outcome.NONE)
                .outbound("2026-03-04T11:00", Outcome.NOT_NOW);

        // Then
        assertEquals("XXppppp", story.states("2026-03-05T10:00"));
        assertEquals("2026-03-02 2026-03-04 - - - - -", story.dates("2026-03-05T10:00"));
    }

    @Test
    void aReplyIsOwedAndDueOnceThereIsWhoOwesIt() {
        // Given
        Story story = Story.inBerlin().inbound("2026-03-02T11:00", Outcome.REPLIED);

        // When
        PlannedTouchpoint unowned =
                story.owner(null).replies("2026-03-02T12:00").get(0);
        PlannedTouchpoint owned = story.owner(RepBuilder.in("Europe/Berlin"))
                .replies("2026-03-02T12:00")
                .get(0);

        // Then
        assertEquals(TouchpointState.PLANNED, unowned.state());
        assertNull(unowned.dueOn());
        assertNull(unowned.answerBy());
        assertEquals(TouchpointState.DUE, owned.state());
        assertEquals("2026-03-02", owned.dueOn().toString());
        assertEquals(story.at("2026-03-02T15:00"), owned.answerBy());
    }

    @Test
    void anEndedPlanWaitsForNobody() {
        // Given
        Story story = Story.inBerlin().owner(null).outbound("2026-03-02T11:00", Outcome.WON);

        // Then
        assertNull(story.plan("2026-03-03T10:00").waitingFor());
    }

    @Test
    void nobodyWaitsWhereNobodyIsEnrolled() {
        assertNull(Story.of(RepBuilder.in("Europe/Berlin"))
                .owner(null)
                .plan("2026-03-03T10:00")
                .waitingFor());
    }
}
