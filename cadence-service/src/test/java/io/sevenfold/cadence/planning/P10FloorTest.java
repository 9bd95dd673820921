package io.sevenfold.cadence.planning;

import static io.sevenfold.events.Direction.INBOUND;
import static io.sevenfold.events.Direction.OUTBOUND;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sevenfold.events.Intent;
import io.sevenfold.events.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** P10: floors of the next open step; a snooze is one of its own touchpoint only. */
class P10FloorTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-20, 2026-03-20, 2026-03-27",
        // a Saturday
        "2026-03-21, 2026-03-23, 2026-03-30",
        // before the gap's date
        "2026-03-04, 2026-03-05, 2026-03-12",
    })
    void nextStepFallsOnTheRevisitDateAtTheEarliest(String revisit, String second, String third) {
        // Given step 1 done, with a no
        Story story = Story.inBerlin().gaps(0, 3, 5).until(OUTBOUND, "2026-03-02T11:00", Outcome.NOT_NOW, revisit);

        // Then
        assertEquals("2026-03-02 " + second + " " + third, story.dates("2026-03-02T12:00"));
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_NOW", "NO_BUDGET"})
    void withoutARevisitDateTenWorkingDaysPass(Outcome no) {
        assertEquals(
                "2026-03-02 2026-03-16 2026-03-23",
                Story.inBerlin().gaps(0, 3, 5).outbound("2026-03-02T11:00", no).dates("2026-03-02T12:00"));
    }

    @Test
    void theTenDaysLeaveOutHolidays() {
        // Given a no on Friday, 27 March, before Easter
        Story story = Story.inBerlin()
                .owner(RepBuilder.in("Europe/Berlin").region("DE-BY"))
                .outbound("2026-03-27T11:00", Outcome.NOT_NOW);

        // Then
        assertEquals("2026-04-14", story.step(2, "2026-03-27T12:00").dueOn().toString());
    }

    @Test
    void aNoOfTheirsIsAFloorToo() {
        // Given they said no on Monday, and were answered on Tuesday
        Story story = Story.inBerlin()
                .inbound("2026-03-02T11:00", Outcome.NOT_NOW)
                .outbound("2026-03-03T10:00", Outcome.NONE);

        // Then
        assertEquals("2026-03-16", story.step(1, "2026-03-03T12:00").dueOn().toString());
    }

    @Test
    void theirWordOnALaterDateLiftsIt() {
        // Given a no on Monday; on Wednesday they write, and are answered
        Story rest = Story.inBerlin()
                .outbound("2026-03-02T11:00", Outcome.NOT_NOW)
                .inbound("2026-03-04T15:00", Outcome.REPLIED)
                .outbound("2026-03-04T16:00", Outcome.NONE);
        Story revisit = Story.inBerlin()
                .until(OUTBOUND, "2026-03-02T11:00", Outcome.NOT_NOW, "2026-05-04")
                .inbound("2026-03-04T15:00", Outcome.REPLIED)
                .outbound("2026-03-04T16:00", Outcome.NONE);

        // Then
        assertEquals("2026-03-09", rest.step(2, "2026-03-04T17:30").dueOn().toString());
        assertEquals("2026-03-09", revisit.step(2, "2026-03-04T17:30").dueOn().toString());
    }

    @Test
    void neitherTheirWordOnTheSameDateNorACallOfOursNorAnAutomaticAnswerLiftsIt() {
        // Given
        Story sameDate = Story.inBerlin()
                .outbound("2026-03-02T11:00", Outcome.NOT_NOW)
                .inbound("2026-03-02T15:00", Outcome.REPLIED)
                .outbound("2026-03-02T16:00", Outcome.NONE);
        Story ours = Story.inBerlin()
                .outbound("2026-03-02T11:00", Outcome.NOT_NOW)
                .outbound("2026-03-04T11:00", Outcome.REPLIED);
        Story automatic = Story.inBerlin()
                .outbound("2026-03-02T11:00", Outcome.NOT_NOW)
                .inbound("2026-03-04T11:00", Outcome.AUTO_REPLY);

        // Then
        assertEquals("2026-03-16", sameDate.step(2, "2026-03-02T17:30").dueOn().toString());
        assertEquals("2026-03-16", ours.step(3, "2026-03-04T12:00").dueOn().toString());
        assertEquals("2026-03-16", automatic.step(2, "2026-03-04T12:00").dueOn().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-10, 2026-03-11",
        // back on a Friday: the first working day after is Monday
        "2026-03-13, 2026-03-16",
        "2026-03-02, 2026-03-05",
    })
    void nextStepFallsAfterTheirReturn(String back, String date) {
        // Given
        Story story = Story.inBerlin()
                .outbound("2026-03-02T11:00", Outcome.NONE)
                .until(INBOUND, "2026-03-02T11:01", Outcome.AUTO_REPLY, back);

        // Then
        assertEquals(date, story.step(2, "2026-03-02T12:00").dueOn().toString());
    }

    @Test
    void theirWordOnALaterDateLiftsTheReturn() {
        // Given
        Story story = Story.inBerlin()
                .until(INBOUND, "2026-03-02T11:00", Outcome.AUTO_REPLY, "2026-05-04")
                .inbound("2026-03-03T11:00", Outcome.REPLIED)
                .outbound("2026-03-03T12:00", Outcome.NONE);

        // Then
        assertEquals("2026-03-03", story.step(1, "2026-03-03T13:00").dueOn().toString());
    }

    @Test
    void aSnoozeHoldsForItsOwnStepOnly() {
        // Given step 3 snoozed while step 1 is next
        Story story = Story.inBerlin().snooze(Story.step(3), "2026-03-02T11:00", "2026-03-20");

        // Then
        assertEquals(
                "2026-03-02 2026-03-05 2026-03-20 2026-03-31 2026-04-10 2026-04-24 2026-05-08",
                story.dates("2026-03-02T12:00"));
    }

    @Test
    void theMostRecentSnoozeCounts() {
        // Given, told in the other order
        Story story = Story.inBerlin()
                .snooze(Story.step(1), "2026-03-03T11:00", "2026-03-10")
                .snooze(Story.step(1), "2026-03-02T11:00", "2026-03-20");

        // Then
        assertEquals("2026-03-10", story.step(1, "2026-03-03T12:00").dueOn().toString());
    }

    @Test
    void aDueStepBecomesPlannedAgain() {
        // Given
        Story snoozed =
                Story.inBerlin().released(1, "2026-03-02").snooze(Story.step(1), "2026-03-02T11:00", "2026-03-06");
        Story no = Story.inBerlin()
                .outbound("2026-03-02T11:00", Outcome.NONE)
                .released(2, "2026-03-05")
                .inbound("2026-03-05T11:00", Outcome.NOT_NOW)
                .outbound("2026-03-05T12:00", Outcome.NONE);

        // Then
        assertEquals("ppppppp", snoozed.states("2026-03-02T12:00"));
        assertEquals("2026-03-06", snoozed.step(1, "2026-03-02T12:00").dueOn().toString());
        assertEquals("dpppppp", snoozed.released(1, "2026-03-06").states("2026-03-06T12:00"));
        assertEquals("Xpppppp", no.states("2026-03-05T13:00"));
        assertEquals("2026-03-19", no.step(2, "2026-03-05T13:00").dueOn().toString());
    }

    @Test
    void aStepDoneBeforeTheFloorLeavesItToTheNext() {
        // Given they asked for 20 March, and we called on the 4th all the same
        Story story = Story.inBerlin()
                .until(OUTBOUND, "2026-03-02T11:00", Outcome.NOT_NOW, "2026-03-20")
                .outbound("2026-03-04T11:00", Outcome.NO_ANSWER);

        // Then
        assertEquals("2026-03-20", story.step(3, "2026-03-04T12:00").dueOn().toString());
    }

    @Test
    void afterANoTheNextStepGivesInsteadOfAsking() {
        // Given a first step that gives help, then two that ask
        Story story = Story.inBerlin()
                .gaps(0, 1, 1)
                .intents(Intent.HELP, Intent.ASK, Intent.ASK)
                .outbound("2026-03-02T11:00", Outcome.NOT_NOW);

        // Then only the next
        assertEquals(Intent.INSIGHT, story.step(2, "2026-03-02T12:00").intent());
        assertEquals(Intent.ASK, story.step(3, "2026-03-02T12:00").intent());
    }

    @Test
    void afterANoTheNextStepHelpsWhereInsightCameBefore() {
        // Given
        Story story = Story.inBerlin()
                .gaps(0, 1, 1)
                .intents(Intent.INSIGHT, Intent.ASK, Intent.ASK)
                .outbound("2026-03-02T11:00", Outcome.NO_BUDGET);

        // Then
        assertEquals(Intent.HELP, story.step(2, "2026-03-02T12:00").intent());
    }

    @Test
    void aStepDoneShowsWhatItGaveAndTheOneAfterAsksAgain() {
        // Given step 2 gave insight after a no
        Story story = Story.inBerlin()
                .gaps(0, 1, 1)
                .intents(Intent.HELP, Intent.ASK, Intent.ASK)
                .outbound("2026-03-02T11:00", Outcome.NOT_NOW)
                .outbound("2026-03-16T11:00", Outcome.NONE);

        // Then
        assertEquals(Intent.INSIGHT, story.step(2, "2026-03-16T12:00").intent());
        assertEquals(Intent.ASK, story.step(3, "2026-03-16T12:00").intent());

        // When it was a no again
        story.removed(1).outbound("2026-03-16T11:00", Outcome.NOT_NOW);

        // Then the one after helps, for insight came before
        assertEquals(Intent.HELP, story.step(3, "2026-03-16T12:00").intent());
    }
}
