package io.sevenfold.cadence.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sevenfold.events.Outcome;
import io.sevenfold.events.TouchpointState;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** P1: what happened counts in the order in which it occurred, inbound first where instants are equal, then by id. */
class P1OrderTest {

    @Test
    void planIsThatOfTheOccurrenceNotOfTheArrival() {
        // Given a call on Monday that is told of after Thursday's
        Story late =
                Story.inBerlin().outbound("2026-03-05T11:00", Outcome.NONE).outbound("2026-03-02T11:00", Outcome.NONE);

        // Then
        assertEquals(
                "2026-03-02 2026-03-05 2026-03-12 2026-03-23 2026-04-02 2026-04-16 2026-04-30",
                late.dates("2026-03-05T12:00"));
        assertEquals("XXppppp", late.states("2026-03-05T12:00"));
    }

    @Test
    void inboundIsFirstWhereInstantsAreEqual() {
        // Given our call and their mail in the same instant
        Story story = Story.inBerlin()
                .outbound("2026-03-02T11:00", Outcome.NONE)
                .inbound("2026-03-02T11:00", Outcome.REPLIED);

        // Then the call answers, and does no step
        assertEquals(
                TouchpointState.DONE, story.replies("2026-03-02T12:00").get(0).state());
        assertEquals("ppppppp", story.states("2026-03-02T12:00"));
    }

    @Test
    void idDecidesBetweenTwoOfOneInstant() {
        // Given
        Story story = Story.inBerlin()
                .outbound("2026-03-02T11:00", Outcome.NONE)
                .outbound("2026-03-02T11:00", Outcome.NO_ANSWER);
        Plan told = story.plan("2026-03-02T12:00");

        // When
        Collections.reverse(story.interactions);

        // Then
        assertEquals(told, story.plan("2026-03-02T12:00"));
        assertEquals(story.interactions.get(1).id(), Story.steps(told).get(0).closedBy());
    }

    @Test
    void decisionCountsAmongInteractionsWhenItWasMade() {
        // Given step 1 was skipped before the call that is told of
        Story story = Story.inBerlin()
                .skip(Story.step(1), "2026-03-02T10:30", "2026-03-02")
                .outbound("2026-03-02T11:00", Outcome.NONE);

        // Then the call did step 2
        assertEquals("sXppppp", story.states("2026-03-02T12:00"));
    }
}
