package io.sevenfold.cadence.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sevenfold.events.Outcome;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** P5, as far as planning knows it: what levelling did is fact. */
class P5ReleasedTest {

    private static final UUID ANOTHER = new UUID(9, 9);

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-02T09:00", "2026-03-02T20:00", "2026-03-04T10:00", "2026-05-04T10:00"})
    void whatWasReleasedStaysDueOnItsDay(String now) {
        // Given
        Story story = Story.inBerlin().released(1, "2026-03-02").released(1, "2026-03-04");

        // Then
        assertEquals("dpppppp", story.states(now));
        assertEquals("2026-03-02", story.step(1, now).dueOn().toString());
    }

    @Test
    void whatFoundNoPlaceFallsOnTheNextWorkingDay() {
        // Given Friday and Monday full
        Story story = Story.inBerlin().enrolled("2026-03-06T10:00").passedOver(1, "2026-03-06");

        // Then
        assertEquals("2026-03-09", story.step(1, "2026-03-06T12:00").dueOn().toString());
        assertEquals("2026-03-06", story.step(1, "2026-03-06T12:00").plannedOn().toString());
        assertEquals(
                "2026-03-10",
                story.passedOver(1, "2026-03-09")
                        .step(1, "2026-03-09T12:00")
                        .dueOn()
                        .toString());
        assertEquals("2026-03-13", story.step(2, "2026-03-09T12:00").dueOn().toString());
    }

    @Test
    void whatWasMovedTellsTheFullDayAlsoOnceReleased() {
        // Given no place on Monday, one on Tuesday; and as an overdue one again none on Wednesday
        Story story = Story.inBerlin()
                .passedOver(1, "2026-03-02")
                .released(1, "2026-03-03")
                .passedOver(1, "2026-03-04");

        // Then
        assertEquals("2026-03-03", story.step(1, "2026-03-04T12:00").dueOn().toString());
        assertEquals(
                "The day of the start of the cadence, Mon 2 Mar; Moved on from Mon 2 Mar, which was full",
                story.words(1, "2026-03-04T12:00"));
    }

    @Test
    void onlyTheEarliestOpenStepIsNext() {
        // Given step 3 done ahead, and step 2 once released while it was the earliest
        Story story = Story.inBerlin()
                .outbound("2026-03-02T11:00", Outcome.NONE, Story.step(3))
                .released(2, "2026-03-05");

        // Then
        assertEquals(true, story.step(1, "2026-03-02T12:00").next());
        assertEquals(
                1,
                story.plan("2026-03-02T12:00").touchpoints().stream()
                        .filter(PlannedTouchpoint::next)
                        .count());
        assertEquals("ppXpppp", story.states("2026-03-06T12:00"));
    }

    @Test
    void aReleaseFromBeforeTheLastTouchIsOfAnEarlierRound() {
        // Given step 2 became due on Thursday; that day we spoke about something else
        Story story = Story.inBerlin()
                .outbound("2026-03-02T11:00", Outcome.NONE)
                .released(2, "2026-03-05")
                .outbound("2026-03-05T11:00", Outcome.REPLIED, ANOTHER);

        // Then it is planned again, and due again when released again
        assertEquals("Xpppppp", story.states("2026-03-05T12:00"));
        assertEquals("2026-03-10", story.step(2, "2026-03-05T12:00").dueOn().toString());
        assertEquals("Xdppppp", story.released(2, "2026-03-10").states("2026-03-10T12:00"));
    }

    @Test
    void aFullDayFromBeforeTheLastTouchIsOfAnEarlierRound() {
        // Given
        Story story = Story.inBerlin()
                .outbound("2026-03-02T11:00", Outcome.NONE)
                .passedOver(2, "2026-03-05")
                .outbound("2026-03-05T11:00", Outcome.REPLIED, ANOTHER);

        // Then
        assertEquals("gap", story.codes(2, "2026-03-05T12:00"));
    }

    @Test
    void isNoLongerDueInAnAbsenceWithoutEnd() {
        // P9
        // Given
        Story story = Story.inBerlin()
                .released(1, "2026-03-02")
                .owner(RepBuilder.in("Europe/Berlin").absent("2026-03-02", "9999-12-31"));

        // Then
        assertEquals("ppppppp", story.states("2026-03-04T12:00"));
        assertEquals("- - - - - - -", story.dates("2026-03-04T12:00"));
    }
}
