package io.sevenfold.cadence.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sevenfold.events.Outcome;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** P2: what a step's gap counts from. */
class P2CountingTest {

    private static final UUID ANOTHER = new UUID(9, 9);

    @Test
    void countsFromThePreviousStepsTouchNotItsPlannedDate() {
        // Given step 1 done on Wednesday
        Story story = Story.inBerlin().outbound("2026-03-04T11:00", Outcome.NONE);

        // Then
        assertEquals(
                "2026-03-04 2026-03-09 2026-03-16 2026-03-25 2026-04-06 2026-04-20 2026-05-04",
                story.dates("2026-03-04T12:00"));
    }

    @Test
    void countsFromATouchThatWasEarlyToo() {
        // Given step 2, planned for Thursday, done on Tuesday
        Story story =
                Story.inBerlin().outbound("2026-03-02T11:00", Outcome.NONE).outbound("2026-03-03T11:00", Outcome.NONE);

        // Then
        assertEquals("2026-03-10", story.step(3, "2026-03-03T12:00").dueOn().toString());
    }

    @Test
    void countsFromATouchOnAWeekend() {
        // Given step 1 done on Saturday
        Story story = Story.inBerlin().outbound("2026-03-07T11:00", Outcome.NONE);

        // Then
        assertEquals("2026-03-11", story.step(2, "2026-03-07T12:00").dueOn().toString());
    }

    @Test
    void countsFromTheLastTouchOfAllAlsoWhereThatDidNoStep() {
        // Given step 1 on Monday, and on Wednesday a call about something else
        Story story = Story.inBerlin()
                .outbound("2026-03-02T11:00", Outcome.NONE)
                .outbound("2026-03-04T11:00", Outcome.NONE, ANOTHER);

        // Then
        assertEquals("2026-03-09", story.step(2, "2026-03-04T12:00").dueOn().toString());
    }

    @Test
    void countsFromTheAnswerToThem() {
        // Given step 1 on Monday; they wrote on Tuesday and were answered on Wednesday
        Story story = Story.inBerlin()
                .outbound("2026-03-02T11:00", Outcome.NONE)
                .inbound("2026-03-03T15:00", Outcome.REPLIED)
                .outbound("2026-03-04T11:00", Outcome.REPLIED);

        // Then
        assertEquals(
                "2026-03-02 2026-03-09 2026-03-16 2026-03-25 2026-04-06 2026-04-20 2026-05-04",
                story.dates("2026-03-04T12:00"));
    }

    @Test
    void countsFromThePlannedDateOfAStepThatHasNotHappened() {
        // Given step 1 moved to Friday
        Story story = Story.inBerlin().snooze(Story.step(1), "2026-03-02T11:00", "2026-03-06");

        // Then
        assertEquals("2026-03-11", story.step(2, "2026-03-02T12:00").dueOn().toString());
    }

    @Test
    void countsFromTodayOnceThatIsOverdue() {
        // Given step 1 became due on Monday; it is Friday
        Story story = Story.inBerlin().released(1, "2026-03-02");

        // Then
        assertEquals("dpppppp", story.states("2026-03-06T12:00"));
        assertEquals(
                "2026-03-02 2026-03-11 2026-03-18 2026-03-27 2026-04-08 2026-04-22 2026-05-06",
                story.dates("2026-03-06T12:00"));
    }

    @Test
    void countsFromTheDateOfAStepSkippedAhead() {
        // Given step 2, planned for Thursday, skipped on Tuesday
        Story story = Story.inBerlin()
                .outbound("2026-03-02T11:00", Outcome.NONE)
                .skip(Story.step(2), "2026-03-03T11:00", "2026-03-05");

        // Then
        assertEquals("2026-03-12", story.step(3, "2026-03-03T12:00").dueOn().toString());
    }

    @Test
    void countsFromTheSkippingOfAStepOverdue() {
        // Given step 2, planned for Thursday, skipped on Tuesday after
        Story story = Story.inBerlin()
                .outbound("2026-03-02T11:00", Outcome.NONE)
                .skip(Story.step(2), "2026-03-10T11:00", "2026-03-05");

        // Then
        assertEquals("2026-03-17", story.step(3, "2026-03-10T12:00").dueOn().toString());
    }

    @Test
    void countsFromTheLaterOfTheStepsBeforeWhereOneWasDoneAhead() {
        // Given step 3 done before 1 and 2
        Story story = Story.inBerlin().outbound("2026-03-02T11:00", Outcome.NONE, Story.step(3));

        // Then step 4 counts from step 2, which is still to come
        assertEquals("ppXpppp", story.states("2026-03-02T12:00"));
        assertEquals(
                "2026-03-02 2026-03-05 2026-03-02 2026-03-16 2026-03-26 2026-04-09 2026-04-23",
                story.dates("2026-03-02T12:00"));
    }

    @Test
    void countsFromTheEnrollmentWhereTouchesWereBeforeIt() {
        // Given
        Story story = Story.inBerlin().gaps(1, 3).outbound("2026-02-27T11:00", Outcome.REPLIED);

        // Then
        assertEquals("2026-03-03 2026-03-06", story.dates("2026-03-02T12:00"));
    }
}
