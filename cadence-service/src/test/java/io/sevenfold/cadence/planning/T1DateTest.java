package io.sevenfold.cadence.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sevenfold.events.Outcome;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** T1: a date is the owner's local one; within a shift past midnight, the date the shift began. */
class T1DateTest {

    @ParameterizedTest
    @CsvSource({
        // 09:00 in Tokyo is midnight UTC
        "Asia/Tokyo,          2026-03-02T14:59:59Z, 2026-03-02",
        "Asia/Tokyo,          2026-03-02T15:00:00Z, 2026-03-03",
        // New Zealand is 13 hours ahead until 5 April 2026, then 12
        "Pacific/Auckland,    2026-03-02T10:59:59Z, 2026-03-02",
        "Pacific/Auckland,    2026-03-02T11:00:00Z, 2026-03-03",
        "Pacific/Auckland,    2026-04-06T11:59:59Z, 2026-04-06",
        // California is 8 hours behind until 8 March 2026, then 7
        "America/Los_Angeles, 2026-03-03T07:59:59Z, 2026-03-02",
        "America/Los_Angeles, 2026-03-03T08:00:00Z, 2026-03-03",
        "America/Los_Angeles, 2026-03-10T07:00:00Z, 2026-03-10",
    })
    void isTheLocalDateAlsoWhereItIsAnotherInUtc(String zone, Instant instant, LocalDate date) {
        assertEquals(date, RepBuilder.in(zone).calendar().dateOf(instant));
    }

    @ParameterizedTest
    @CsvSource({
        // the shift of Monday, 2 March
        "2026-03-02T21:59, 2026-03-02",
        "2026-03-02T22:00, 2026-03-02",
        "2026-03-03T00:00, 2026-03-02",
        "2026-03-03T05:59, 2026-03-02",
        "2026-03-03T06:00, 2026-03-03",
        // Friday's ends on Saturday; none begins on Saturday or Sunday
        "2026-03-07T05:59, 2026-03-06",
        "2026-03-08T03:00, 2026-03-08",
        "2026-03-09T03:00, 2026-03-09",
    })
    void isTheDateTheShiftBeganWithinOnePastMidnight(String time, LocalDate date) {
        // Given
        RepBuilder rep = RepBuilder.in("Europe/Berlin").hours("22:00", "06:00");
        Instant instant = Story.of(rep).at(time);

        // Then
        assertEquals(date, rep.calendar().dateOf(instant));
    }

    @Test
    void belongsToNoShiftOnceItsRepeatedEndIsOver() {
        // Given a shift of Saturday, 24 October, until 02:30, which comes twice: the first, 00:30 UTC, is its end (T4)
        RepBuilder rep = RepBuilder.in("Europe/Berlin").hours("18:00", "02:30").days(DayOfWeek.SATURDAY);

        // Then
        assertEquals(LocalDate.parse("2026-10-24"), rep.calendar().dateOf(Instant.parse("2026-10-25T00:29:59Z")));
        assertEquals(LocalDate.parse("2026-10-25"), rep.calendar().dateOf(Instant.parse("2026-10-25T00:30:00Z")));
        assertEquals(LocalDate.parse("2026-10-25"), rep.calendar().dateOf(Instant.parse("2026-10-25T01:15:00Z")));
    }

    @Test
    void countsGapsFromTheOwnersDateEastOfUtc() {
        // Given Tuesday, 3 March, 07:00 in Tokyo; Monday evening in UTC
        Story story = Story.of(RepBuilder.in("Asia/Tokyo")).gaps(1, 3, 5, 5, 5).enrolled("2026-03-02T22:00:00Z");

        // Then
        assertEquals("2026-03-04 2026-03-09 2026-03-16 2026-03-23 2026-03-30", story.dates("2026-03-02T22:00:00Z"));
    }

    @Test
    void countsGapsFromTheOwnersDateWestOfUtc() {
        // Given Monday, 2 March, 17:30 in Los Angeles, after hours; Tuesday in UTC
        Story story = Story.of(RepBuilder.in("America/Los_Angeles"))
                .gaps(1, 3, 5, 5, 5)
                .enrolled("2026-03-03T01:30:00Z");

        // Then
        assertEquals("2026-03-03 2026-03-06 2026-03-13 2026-03-20 2026-03-27", story.dates("2026-03-03T01:30:00Z"));
    }

    @Test
    void isDerivedAnewForAnOwnerInAnotherZone() {
        // Given a call at 23:30 in Berlin on Monday
        Story story = Story.inBerlin().outbound("2026-03-02T23:30", Outcome.NONE);
        assertEquals("2026-03-05", story.step(2, "2026-03-03T08:00").dueOn().toString());

        // When it gets an owner in Tokyo, where that was Tuesday
        story.owner(RepBuilder.in("Asia/Tokyo"));

        // Then
        assertEquals("2026-03-06", story.step(2, "2026-03-03T08:00").dueOn().toString());
    }
}
