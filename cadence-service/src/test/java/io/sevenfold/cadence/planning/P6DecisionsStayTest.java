package io.sevenfold.cadence.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sevenfold.events.Outcome;
import org.junit.jupiter.api.Test;

/** P6: what people decided stays; what interactions did is derived anew. */
class P6DecisionsStayTest {

    @Test
    void aRemovedInteractionLeavesThePlanThatWouldHaveBeen() {
        // Given two calls; then the first turns out not to have been
        Story story = Story.inBerlin()
                .outbound("2026-03-02T11:00", Outcome.NONE)
                .outbound("2026-03-05T11:00", Outcome.NONE)
                .removed(0);

        // Then the second did step 1
        assertEquals("Xpppppp", story.states("2026-03-05T12:00"));
        assertEquals(
                "2026-03-05 2026-03-10 2026-03-17 2026-03-26 2026-04-07 2026-04-21 2026-05-05",
                story.dates("2026-03-05T12:00"));
    }

    @Test
    void aCorrectedTimeLeavesThePlanThatWouldHaveBeen() {
        // Given a call told of as Thursday's that was Tuesday's
        Story told = Story.inBerlin().outbound("2026-03-05T11:00", Outcome.NONE);
        Story corrected = Story.inBerlin().outbound("2026-03-03T11:00", Outcome.NONE);

        // Then
        assertEquals("2026-03-10", told.step(2, "2026-03-05T12:00").dueOn().toString());
        assertEquals("2026-03-06", corrected.step(2, "2026-03-05T12:00").dueOn().toString());
    }

    @Test
    void aRemovedReplyOwesNothingAndLetsThePlanGoOn() {
        // Given
        Story story = Story.inBerlin()
                .outbound("2026-03-02T11:00", Outcome.NONE)
                .inbound("2026-03-03T11:00", Outcome.REPLIED);
        assertEquals("2026-03-09", story.step(2, "2026-03-04T12:00").dueOn().toString());

        // When
        story.removed(1);

        // Then
        assertEquals(0, story.replies("2026-03-04T12:00").size());
        assertEquals("2026-03-05", story.step(2, "2026-03-04T12:00").dueOn().toString());
    }

    @Test
    void aRemovedWinStartsThePlanAgain() {
        // Given
        Story story = Story.inBerlin().outbound("2026-03-02T11:00", Outcome.WON);
        assertEquals("Xcccccc", story.states("2026-03-02T12:00"));

        // Then
        assertEquals("ppppppp", story.removed(0).states("2026-03-02T12:00"));
    }

    @Test
    void aSkipStaysWhenTheInteractionsBeforeItGo() {
        // Given step 1 done, step 2 skipped
        Story story = Story.inBerlin()
                .outbound("2026-03-02T11:00", Outcome.NONE)
                .skip(Story.step(2), "2026-03-03T11:00", "2026-03-05")
                .removed(0);

        // Then
        assertEquals("psppppp", story.states("2026-03-03T12:00"));
    }

    @Test
    void aSnoozeStaysWhenTheInteractionsBeforeItGo() {
        // Given
        Story story = Story.inBerlin()
                .outbound("2026-03-02T11:00", Outcome.NONE)
                .snooze(Story.step(2), "2026-03-03T11:00", "2026-03-20")
                .removed(0);

        // Then
        assertEquals("2026-03-20", story.step(2, "2026-03-03T12:00").dueOn().toString());
    }

    @Test
    void closedStepsStayClosedWhateverTimePasses() {
        // Given
        Story story = Story.inBerlin()
                .outbound("2026-03-02T11:00", Outcome.NONE)
                .skip(Story.step(2), "2026-03-03T11:00", "2026-03-05");

        // Then
        assertEquals("Xsppppp", story.states("2026-03-03T12:00"));
        assertEquals("Xsppppp", story.states("2028-03-03T12:00"));
    }
}
