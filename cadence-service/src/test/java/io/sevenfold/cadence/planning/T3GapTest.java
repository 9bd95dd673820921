package io.sevenfold.cadence.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sevenfold.events.Outcome;
import java.time.DayOfWeek;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** T3: a gap counts the workspace's weekdays less the owner's holidays, then moves to the owner's first working day. */
class T3GapTest {

    @ParameterizedTest
    @CsvSource({
        // from a Friday
        "2026-03-06T10:00, 1, 2026-03-09",
        "2026-03-06T10:00, 4, 2026-03-12",
        "2026-03-06T10:00, 5, 2026-03-13",
        "2026-03-06T10:00, 6, 2026-03-16",
        // from a weekend: counting starts the day after
        "2026-03-07T10:00, 1, 2026-03-09",
        "2026-03-08T10:00, 5, 2026-03-13",
        // over the end of February and of a year
        "2026-02-26T10:00, 2, 2026-03-02",
        "2026-12-30T10:00, 3, 2027-01-04",
    })
    void leavesOutWeekends(String start, int gap, String date) {
        assertEquals(
                date,
                Story.of(RepBuilder.in("Europe/Berlin"))
                        .gaps(gap)
                        .enrolled(start)
                        .dates(start));
    }

    @ParameterizedTest
    @CsvSource({
        // Good Friday, 3 April, and Easter Monday, 6 April 2026
        "Europe/Berlin,    DE-BY, 2026-04-02T10:00, 1, 2026-04-07",
        "Europe/Berlin,    DE-BY, 2026-04-01T10:00, 3, 2026-04-08",
        // Labour day, Friday, 1 May 2026
        "Europe/Berlin,    DE-BY, 2026-04-30T10:00, 1, 2026-05-04",
        // Good Friday, 26 March, and Easter Monday, 29 March 2027, the clocks changing between
        "Europe/Berlin,    DE-BY, 2027-03-25T10:00, 2, 2027-03-31",
        // Christmas 2026 is a Friday and a Saturday; New Year's Day a Friday, Epiphany a Wednesday
        "Europe/Berlin,    DE-BY, 2026-12-23T10:00, 8, 2027-01-07",
        // Thanksgiving, Thursday, 26 November 2026
        "America/New_York, US-NY, 2026-11-25T10:00, 1, 2026-11-27",
        // Independence Day 2026 is a Saturday, kept on Friday, 3 July; 2027 a Sunday, kept on Monday, 5 July
        "America/New_York, US-NY, 2026-07-02T10:00, 1, 2026-07-06",
        "America/New_York, US-NY, 2027-07-02T10:00, 1, 2027-07-06",
        // each keeps its own only
        "Europe/Berlin,    DE-BY, 2026-11-25T10:00, 1, 2026-11-26",
        "America/New_York, US-NY, 2026-04-02T10:00, 1, 2026-04-03",
    })
    void leavesOutTheOwnersHolidays(String zone, String region, String start, int gap, String date) {
        assertEquals(
                date,
                Story.of(RepBuilder.in(zone).region(region))
                        .gaps(gap)
                        .enrolled(start)
                        .dates(start));
    }

    @ParameterizedTest
    @CsvSource({
        // from Tuesday, 3 March: the workspace's Thursday, then the next Tuesday
        "2026-03-03T10:00, 2, 2026-03-10",
        // the workspace's Tuesday of the week after is the rep's, too
        "2026-03-03T10:00, 5, 2026-03-10",
        "2026-03-03T10:00, 6, 2026-03-11",
        // five of Tuesday's and Wednesday's own would be 18 March
        "2026-03-04T10:00, 5, 2026-03-11",
        "2026-03-04T10:00, 7, 2026-03-17",
    })
    void isNotStretchedByAPartTimeWeek(String start, int gap, String date) {
        assertEquals(
                date,
                Story.of(RepBuilder.in("Europe/Berlin").days(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY))
                        .gaps(gap)
                        .enrolled(start)
                        .dates(start));
    }

    @Test
    void isNotStretchedByAnAbsenceItOnlySpans() {
        // Given Tuesday and Wednesday off
        Story story = Story.of(RepBuilder.in("Europe/Berlin").absent("2026-03-03", "2026-03-04"))
                .gaps(3, 3)
                .enrolled("2026-03-02T10:00");

        // Then
        assertEquals("2026-03-05 2026-03-10", story.dates("2026-03-02T10:00"));
    }

    @Test
    void movesToAfterAnAbsenceItEndsIn() {
        // Given Thursday to Thursday off
        Story story = Story.of(RepBuilder.in("Europe/Berlin").absent("2026-03-05", "2026-03-12"))
                .gaps(3, 3)
                .enrolled("2026-03-02T10:00");

        // Then
        assertEquals("2026-03-13 2026-03-18", story.dates("2026-03-02T10:00"));
    }

    @Test
    void movesToASaturdayOnlyForWhoWorksThen() {
        // Given
        RepBuilder weekend = RepBuilder.in("Europe/Berlin").days(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

        // Then
        assertEquals(
                "2026-03-07 2026-03-14",
                Story.of(weekend).gaps(3, 3).enrolled("2026-03-02T10:00").dates("2026-03-02T10:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-06T15:59, 2026-03-06",
        "2026-03-06T16:00, 2026-03-06",
        "2026-03-06T16:01, 2026-03-09",
        "2026-03-06T18:00, 2026-03-09",
        "2026-03-06T07:00, 2026-03-06",
        "2026-03-07T10:00, 2026-03-09",
    })
    void ofZeroIsTheDayItselfWhileAnHourIsLeft(String start, String date) {
        assertEquals(
                date,
                Story.of(RepBuilder.in("Europe/Berlin")).gaps(0).enrolled(start).dates(start));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-06T04:59, 2026-03-05",
        "2026-03-06T05:01, 2026-03-06",
        "2026-03-06T21:00, 2026-03-06",
    })
    void ofZeroAsksTheShiftPastMidnight(String start, String date) {
        assertEquals(
                date,
                Story.of(RepBuilder.in("Europe/Berlin").hours("22:00", "06:00"))
                        .gaps(0)
                        .enrolled(start)
                        .dates(start));
    }

    @Test
    void ofZeroAfterATouchAsksTheTouchsHour() {
        // Given two steps on one day
        Story story = Story.inBerlin().gaps(0, 0, 5);

        // Then
        assertEquals(
                "2026-03-02 2026-03-02 2026-03-09",
                story.outbound("2026-03-02T11:00", Outcome.NONE).dates("2026-03-02T11:00"));
        assertEquals(
                "2026-03-02 2026-03-03 2026-03-10",
                story.removed(0).outbound("2026-03-02T16:30", Outcome.NONE).dates("2026-03-02T16:30"));
    }

    @Test
    void ofZeroAfterAnOpenStepAsksThePresentHour() {
        // Given two steps on one day, the first not done
        Story story = Story.inBerlin().gaps(0, 0, 5);

        // Then
        assertEquals("2026-03-02 2026-03-02 2026-03-09", story.dates("2026-03-02T15:00"));
        assertEquals("2026-03-02 2026-03-03 2026-03-10", story.dates("2026-03-02T16:30"));
    }

    @Test
    void ofZeroAfterASkipAsksTheHourOfTheSkipping() {
        // Given
        Story story = Story.inBerlin().gaps(0, 0, 5).skip(Story.step(1), "2026-03-02T16:30", "2026-03-02");

        // Then
        assertEquals("2026-03-02 2026-03-03 2026-03-10", story.dates("2026-03-02T16:30"));
    }

    @Test
    void ofZeroAsksTheEnrollmentsHourWhenATouchWasBeforeIt() {
        // Given a call in the morning, enrolled in the last hour
        Story story = Story.of(RepBuilder.in("Europe/Berlin"))
                .gaps(0)
                .outbound("2026-03-02T09:30", Outcome.REPLIED)
                .enrolled("2026-03-02T16:30");

        // Then
        assertEquals("2026-03-03", story.dates("2026-03-02T16:30"));
    }

    @Test
    void needsAWeekWithADay() {
        assertThrows(IllegalArgumentException.class, () -> new Workweek(Set.of(), 10));
    }
}
