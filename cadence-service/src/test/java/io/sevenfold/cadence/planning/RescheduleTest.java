package io.sevenfold.cadence.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sevenfold.events.Direction;
import io.sevenfold.events.Outcome;
import org.junit.jupiter.api.Test;

/** P10: "Rescheduling replaces the gap's date and the floors known then, a pause aside." In Berlin, enrolled on Monday, 2 March 2026. */
class RescheduleTest {

    @Test
    void replacesTheGapsDateAndTheRestCountsFromTheNewOne() {
        // Given
        Story story = Story.inBerlin()
                .outbound("2026-03-02T11:00", Outcome.NONE)
                .reschedule(Story.step(2), "2026-03-03T09:00", "2026-03-04");

        // Then
        assertEquals(
                "2026-03-02 2026-03-04 2026-03-11 2026-03-20 2026-04-01 2026-04-15 2026-04-29",
                story.dates("2026-03-03T10:00"));
        assertEquals("decided", story.codes(2, "2026-03-03T10:00"));
    }

    @Test
    void liftsTheFloorsKnownThenButNotLaterOnes() {
        // Given: they asked for May, the rep knows better; then they ask again
        Story story = Story.inBerlin()
                .outbound("2026-03-02T11:00", Outcome.NONE)
                .until(Direction.OUTBOUND, "2026-03-03T09:00", Outcome.NOT_NOW, "2026-05-04")
                .reschedule(Story.step(3), "2026-03-03T10:00", "2026-03-20");

        // Then
        assertEquals("2026-03-20", story.step(3, "2026-03-03T12:00").dueOn().toString());

        // When
        story.until(Direction.OUTBOUND, "2026-03-03T15:00", Outcome.NOT_NOW, "2026-05-04");

        // Then
        assertEquals("2026-05-04", story.step(3, "2026-03-03T16:00").dueOn().toString());
    }

    @Test
    void takesTheLastOfSnoozeAndReschedule() {
        // Given
        Story story = Story.inBerlin()
                .snooze(Story.step(1), "2026-03-02T11:00", "2026-03-20")
                .reschedule(Story.step(1), "2026-03-02T12:00", "2026-03-05");

        // Then
        assertEquals("2026-03-05", story.step(1, "2026-03-02T13:00").dueOn().toString());

        // When
        story.snooze(Story.step(1), "2026-03-02T14:00", "2026-03-09");

        // Then
        assertEquals("2026-03-09", story.step(1, "2026-03-02T15:00").dueOn().toString());
    }

    @Test
    void comesNotBeforeThePauseIsOverNorOnADayOffNorBeforeTheStepBefore() {
        // Given
        Story paused = Story.inBerlin()
                .reschedule(Story.step(1), "2026-03-02T12:00", "2026-03-05")
                .pause("2026-03-02T13:00", "2026-03-10");
        Story onSunday = Story.inBerlin().reschedule(Story.step(1), "2026-03-02T12:00", "2026-03-08");
        Story before = Story.inBerlin().reschedule(Story.step(4), "2026-03-02T12:00", "2026-03-03");

        // Then
        assertEquals("2026-03-10", paused.step(1, "2026-03-02T14:00").dueOn().toString());
        assertEquals("2026-03-09", onSunday.step(1, "2026-03-02T14:00").dueOn().toString());
        assertEquals("2026-03-12", before.step(4, "2026-03-02T14:00").dueOn().toString());
    }

    @Test
    void movesAThankYouToo() {
        // Given
        Story story = Story.inBerlin().booked(Direction.INBOUND, "2026-03-02T11:00", "2026-03-04");

        // When
        story.reschedule(story.thanksFor(0), "2026-03-04T18:00", "2026-03-06");

        // Then
        assertEquals("2026-03-06 planned", story.thanks("2026-03-04T19:00"));
    }

    @Test
    void countsNotAsDueAnyMoreOnceItWaitedForAMeeting() {
        // Given due on the date somebody decided on; then they book a meeting
        Story story = Story.inBerlin()
                .reschedule(Story.step(1), "2026-03-02T12:00", "2026-03-05")
                .releasedWithBasis(Story.step(1), "2026-03-05")
                .booked(Direction.INBOUND, "2026-03-05T14:00", "2026-03-10");
        assertEquals("ppppppp", story.states("2026-03-05T15:00"));

        // Then the meeting over, the plan goes on from it, and the day has to have a place for it
        assertEquals("ppppppp", story.states("2026-03-11T12:00"));
        assertEquals("2026-03-11", story.step(1, "2026-03-11T12:00").plannedOn().toString());
        assertEquals("dpppppp", story.releasedNext("2026-03-11").states("2026-03-11T12:00"));
    }

    @Test
    void thanksForNoMeetingBeforeIt() {
        // Given
        Story story = Story.inBerlin().booked(Direction.INBOUND, "2026-03-02T11:00", "2026-03-10");

        // When
        story.reschedule(story.thanksFor(0), "2026-03-03T11:00", "2026-03-05");

        // Then
        assertEquals("2026-03-11 planned", story.thanks("2026-03-03T12:00"));
    }
}
