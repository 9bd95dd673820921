package io.sevenfold.cadence.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** T4: a local time that a clock change skips is the first instant after the gap, one that it repeats is the first. */
class T4ClockChangeTest {

    @ParameterizedTest
    @CsvSource({
        // around the change back on Sunday, 25 October 2026, and the one forward on Sunday, 28 March 2027
        "Europe/Berlin,       08:30, 2026-10-23, 2026-10-23T06:30:00Z",
        "Europe/Berlin,       08:30, 2026-10-26, 2026-10-26T07:30:00Z",
        "Europe/Berlin,       08:30, 2027-03-26, 2027-03-26T07:30:00Z",
        "Europe/Berlin,       08:30, 2027-03-29, 2027-03-29T06:30:00Z",
        // 02:30 comes twice, then not at all: 03:00
        "Europe/Berlin,       02:30, 2026-10-25, 2026-10-25T00:30:00Z",
        "Europe/Berlin,       02:30, 2027-03-28, 2027-03-28T01:00:00Z",
        // New York: 8 March 02:00 to 03:00, 1 November 02:00 to 01:00
        "America/New_York,    08:30, 2026-03-06, 2026-03-06T13:30:00Z",
        "America/New_York,    08:30, 2026-03-09, 2026-03-09T12:30:00Z",
        "America/New_York,    02:30, 2026-03-08, 2026-03-08T07:00:00Z",
        "America/New_York,    01:30, 2026-11-01, 2026-11-01T05:30:00Z",
        // Lord Howe changes by half an hour
        "Australia/Lord_Howe, 02:15, 2026-10-04, 2026-10-03T15:30:00Z",
        "Australia/Lord_Howe, 01:45, 2026-04-05, 2026-04-04T14:45:00Z",
        // far from UTC, both ways
        "Asia/Tokyo,          08:30, 2026-03-03, 2026-03-02T23:30:00Z",
        "Pacific/Auckland,    08:30, 2026-03-03, 2026-03-02T19:30:00Z",
        "America/Los_Angeles, 08:30, 2026-03-03, 2026-03-03T16:30:00Z",
    })
    void dayBeginsAtTheDigest(String zone, String digest, LocalDate date, Instant begins) {
        assertEquals(begins, RepBuilder.in(zone).digest(digest).calendar().dayBegins(date));
    }

    @ParameterizedTest
    @CsvSource({"07:00, 15:00, 08:30, 06:00", "09:00, 17:00, 08:30, 07:30", "22:00, 06:00, 08:30, 07:30"})
    void dayBeginsAtTheStartOfHoursIfThatIsFirst(String from, String to, String digest, String utc) {
        // Given
        RepBuilder rep = RepBuilder.in("Europe/Berlin").hours(from, to).digest(digest);

        // Then
        assertEquals(
                Instant.parse("2026-03-02T" + utc + ":00Z"), rep.calendar().dayBegins(LocalDate.parse("2026-03-02")));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,       09:00, 17:00, 2026-10-23, 2026-10-23T15:00:00Z",
        "Europe/Berlin,       09:00, 17:00, 2026-10-26, 2026-10-26T16:00:00Z",
        "Pacific/Auckland,    09:00, 17:00, 2026-04-03, 2026-04-03T04:00:00Z",
        "Pacific/Auckland,    09:00, 17:00, 2026-04-06, 2026-04-06T05:00:00Z",
        "America/Los_Angeles, 09:00, 17:00, 2026-03-06, 2026-03-07T01:00:00Z",
        "America/Los_Angeles, 09:00, 17:00, 2026-03-09, 2026-03-10T00:00:00Z",
        // past midnight they belong to the date they began
        "Europe/Berlin,       22:00, 06:00, 2026-03-02, 2026-03-03T05:00:00Z",
        "Europe/Berlin,       16:00, 00:00, 2026-03-02, 2026-03-02T23:00:00Z",
        // through the night in which the clocks change
        "Europe/Berlin,       22:00, 06:00, 2026-10-24, 2026-10-25T05:00:00Z",
        "Europe/Berlin,       22:00, 06:00, 2027-03-27, 2027-03-28T04:00:00Z",
        "Europe/Berlin,       18:00, 02:30, 2026-10-24, 2026-10-25T00:30:00Z",
        "Europe/Berlin,       18:00, 02:30, 2027-03-27, 2027-03-28T01:00:00Z",
        "America/New_York,    18:00, 02:30, 2026-03-07, 2026-03-08T07:00:00Z",
    })
    void hoursEnd(String zone, String from, String to, LocalDate date, Instant end) {
        assertEquals(end, RepBuilder.in(zone).hours(from, to).calendar().hoursEnd(date));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T10:00, 2026-03-02T14:00",
        "2026-03-02T13:00, 2026-03-02T17:00",
        "2026-03-02T13:01, 2026-03-03T09:01",
        // outside hours the clock starts with them; their end is out
        "2026-03-02T07:00, 2026-03-02T13:00",
        "2026-03-02T17:00, 2026-03-03T13:00",
        "2026-03-02T23:00, 2026-03-03T13:00",
        // over a weekend and over Easter
        "2026-03-06T15:00, 2026-03-09T11:00",
        "2026-03-07T12:00, 2026-03-09T13:00",
        "2026-04-02T16:00, 2026-04-07T12:00",
        // the clocks change between Friday and Monday
        "2026-10-23T15:00, 2026-10-26T11:00",
        "2027-03-25T15:00, 2027-03-30T11:00",
    })
    void replyDeadlineIsFourWorkingHoursLater(String wrote, String deadline) {
        // Given
        RepBuilder rep = RepBuilder.in("Europe/Berlin").region("DE-BY");
        Story story = Story.of(rep);

        // Then
        assertEquals(story.at(deadline), rep.calendar().replyDeadline(story.at(wrote)));
    }

    @ParameterizedTest
    @CsvSource({
        // 25 October lasts 25 hours: four elapsed hours after midnight it is 03:00
        "2026-10-25T00:00, 2026-10-25T02:00:00Z",
        // 28 March lasts 23: it is 05:00
        "2027-03-28T00:00, 2027-03-28T03:00:00Z",
        // two and a half hours are left of the shift; the rest is of the next, from 22:00
        "2027-03-28T03:30, 2027-03-28T21:30:00Z",
        // an hour of Monday's shift, three of Tuesday's
        "2026-03-03T05:00, 2026-03-04T00:00:00Z",
    })
    void replyDeadlineCountsElapsedTimeThroughTheNight(String wrote, Instant deadline) {
        // Given
        RepBuilder rep = RepBuilder.in("Europe/Berlin").hours("22:00", "06:00").days(DayOfWeek.values());

        // Then
        assertEquals(deadline, rep.calendar().replyDeadline(Story.of(rep).at(wrote)));
    }

    @Test
    void replyDeadlineOfWhoNeverWorksIsNotLookedForWithoutEnd() {
        // Given
        RepCalendar never = RepBuilder.in("Europe/Berlin").days().calendar();

        // Then 550 days later
        assertEquals(Instant.parse("2027-09-03T09:00:00Z"), never.replyDeadline(Instant.parse("2026-03-02T09:00:00Z")));
    }
}
