package io.sevenfold.cadence.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.sevenfold.events.Outcome;
import io.sevenfold.events.Waiting;
import org.junit.jupiter.api.Test;

/** "A plan waits while … it is paused", P10's floor at the end of it, and T6 after it. The owner works in Berlin, Monday to Friday. */
class PauseTest {

    @Test
    void waitsAndShowsTheDatesFromTheDateThePauseEnds() {
        // Given: touched on Monday, the second touch would be on Thursday, 5 March
        Story story = Story.inBerlin()
                .outbound("2026-03-02T11:00", Outcome.NONE)
                .released(2, "2026-03-05")
                .pause("2026-03-05T12:00", "2026-03-28");

        // Then: the 28th is a Saturday; what was due is planned again
        assertEquals(Waiting.PAUSE, story.plan("2026-03-06T09:00").waitingFor());
        assertEquals(
                "2026-03-02 2026-03-30 2026-04-06 2026-04-15 2026-04-27 2026-05-11 2026-05-25",
                story.dates("2026-03-06T09:00"));
        assertEquals("Xpppppp", story.states("2026-03-06T09:00"));
        assertEquals("gap day-off day-off pause", story.codes(2, "2026-03-06T09:00"));
        assertFalse(story.step(2, "2026-03-06T09:00").next());
    }

    @Test
    void goesOnByItselfWhenThePauseIsOver() {
        // Given
        Story story =
                Story.inBerlin().outbound("2026-03-02T11:00", Outcome.NONE).pause("2026-03-03T12:00", "2026-03-30");

        // Then
        assertEquals(Waiting.PAUSE, story.plan("2026-03-29T23:59").waitingFor());
        assertNull(story.plan("2026-03-30T00:00").waitingFor());
        assertEquals("2026-03-30", story.step(2, "2026-03-30T09:00").dueOn().toString());
    }

    @Test
    void goesOnAtOnceWhenResumedAndNothingBursts_T6() {
        // Given: by the end of April five touches would have come up
        Story story = Story.inBerlin()
                .outbound("2026-03-02T11:00", Outcome.NONE)
                .pause("2026-03-03T12:00", "2026-06-01")
                .resume("2026-04-29T12:00");

        // Then: the second is for today, the others count from it
        assertEquals(
                "2026-03-02 2026-04-29 2026-05-06 2026-05-15 2026-05-27 2026-06-10 2026-06-24",
                story.dates("2026-04-29T13:00"));
        assertEquals(
                1,
                story.plan("2026-04-29T13:00").touchpoints().stream()
                        .filter(PlannedTouchpoint::next)
                        .count());
    }

    @Test
    void doesNoStepByWhatHappensMeanwhileButCountsFromIt() {
        // Given: they met by chance within the pause
        Story story = Story.inBerlin()
                .outbound("2026-03-02T11:00", Outcome.NONE)
                .pause("2026-03-03T12:00", "2026-03-16")
                .outbound("2026-03-13T11:00", Outcome.REPLIED);

        // Then
        assertEquals("Xpppppp", story.states("2026-03-13T12:00"));
        assertEquals("2026-03-18", story.step(2, "2026-03-13T12:00").dueOn().toString());
    }

    @Test
    void letsTheLastDecisionCount() {
        // Given
        Story story = Story.inBerlin().pause("2026-03-02T12:00", "2026-06-01").pause("2026-03-03T12:00", "2026-03-10");

        // Then
        assertEquals("2026-03-10", story.step(1, "2026-03-04T09:00").dueOn().toString());
    }
}
