package io.sevenfold.cadence.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sevenfold.events.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** T3, gaps in months: clipped to the month's end, then moved to the owner's working day. */
class T3MonthsTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T10:00, 1, 2026-04-02",
        // the 31st
        "2026-03-31T10:00, 1, 2026-04-30",
        "2026-08-31T10:00, 1, 2026-09-30",
        // 28 February 2026 is a Saturday
        "2026-01-31T10:00, 1, 2026-03-02",
        // leap years
        "2028-01-31T10:00, 1, 2028-02-29",
        "2027-11-30T10:00, 3, 2028-02-29",
        "2028-02-29T10:00, 12, 2029-02-28",
        // Christmas Day and St Stephen's Day, then a Sunday
        "2026-11-25T10:00, 1, 2026-12-28",
    })
    void areClippedThenMoved(String enrolled, int months, String date) {
        // Given
        Story story = Story.of(RepBuilder.in("Europe/Berlin").region("DE-BY"))
                .months(months)
                .enrolled(enrolled);

        // Then
        assertEquals(date, story.step(1, enrolled).dueOn().toString());
    }

    @ParameterizedTest
    @CsvSource({
        // the same instant is 28 February in Los Angeles and 1 March in Tokyo
        "America/Los_Angeles, 2026-03-30",
        "Asia/Tokyo,          2026-04-01",
    })
    void countFromTheOwnersDate(String zone, String date) {
        // Given
        Story story = Story.of(RepBuilder.in(zone)).months(1).enrolled("2026-03-01T07:00:00Z");

        // Then
        assertEquals(date, story.step(1, "2026-03-01T07:00:00Z").dueOn().toString());
    }

    @Test
    void countFromTheDateAfterTheMove() {
        // Given 31 January, a month and another: not from 28 February, a Saturday, but from 2 March
        Story story = Story.inBerlin().months(1, 1).enrolled("2026-01-31T10:00");

        // Then
        assertEquals("2026-03-02 2026-04-02", story.dates("2026-01-31T10:00"));
    }

    @Test
    void countFromTheLastTouchOfAllAndYieldToFloors() {
        // Given an answer on 9 April, P2; and a revisit date, P10
        Story answered = Story.inBerlin()
                .months(1, 1)
                .inbound("2026-03-09T10:00", Outcome.REPLIED)
                .outbound("2026-03-09T11:00", Outcome.NONE);
        Story revisit = Story.inBerlin().months(1, 1).snooze(Story.step(1), "2026-03-02T11:00", "2026-05-04");

        // Then
        assertEquals("2026-04-09 2026-05-11", answered.dates("2026-03-09T12:00"));
        assertEquals("2026-05-04 2026-06-04", revisit.dates("2026-03-09T12:00"));
    }

    @Test
    void moveOutOfAnAbsence() {
        // Given
        Story story = Story.of(RepBuilder.in("Europe/Berlin").absent("2026-04-01", "2026-04-12"))
                .months(1)
                .enrolled("2026-03-02T10:00");

        // Then
        assertEquals("2026-04-13", story.step(1, "2026-03-02T10:00").dueOn().toString());
        assertEquals("gap absence", story.codes(1, "2026-03-02T10:00"));
    }

    @ParameterizedTest
    @CsvSource({"1, One month", "3, Three months", "12, 12 months"})
    void areSaid(int months, String words) {
        assertEquals(
                words + " after the start of the cadence on Mon 2 Mar",
                Story.inBerlin().months(months).words(1, "2026-03-02T10:00"));
    }
}
