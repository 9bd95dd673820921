package io.sevenfold.cadence.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sevenfold.events.Outcome;
import java.time.DayOfWeek;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** T5: what would be in the past falls on today if today's hours are not over, else on the next working day. */
class T5NotInThePastTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T16:59, 2026-03-02, 2026-03-05",
        "2026-03-02T17:00, 2026-03-03, 2026-03-06",
        "2026-03-04T06:00, 2026-03-04, 2026-03-09",
        "2026-03-04T16:59, 2026-03-04, 2026-03-09",
        "2026-03-04T17:00, 2026-03-05, 2026-03-10",
        // Friday after hours, and the weekend
        "2026-03-06T17:00, 2026-03-09, 2026-03-12",
        "2026-03-07T12:00, 2026-03-09, 2026-03-12",
        // half a year later nothing is further back than today
        "2026-09-02T12:00, 2026-09-02, 2026-09-07",
    })
    void fallsOnTodayOrTheNextWorkingDay(String now, String first, String second) {
        assertEquals(first + " " + second, Story.inBerlin().gaps(0, 3).dates(now));
    }

    @ParameterizedTest
    @CsvSource({
        // Wednesday's shift lasts until Thursday, 06:00
        "2026-03-05T05:59, 2026-03-04",
        "2026-03-05T06:00, 2026-03-05",
        "2026-03-05T23:00, 2026-03-05",
        // Friday's until Saturday, 06:00
        "2026-03-07T05:59, 2026-03-06",
        "2026-03-07T06:00, 2026-03-09",
    })
    void todayLastsThroughTheShift(String now, String date) {
        // Given
        Story story = Story.of(RepBuilder.in("Europe/Berlin").hours("22:00", "06:00"))
                .gaps(0)
                .enrolled("2026-03-02T22:00");

        // Then
        assertEquals(date, story.dates(now));
    }

    @ParameterizedTest
    @CsvSource({
        // 09:00 and 17:00 in Auckland, where UTC is a day behind in the morning
        "Pacific/Auckland,    2026-03-03T20:00:00Z, 2026-03-04",
        "Pacific/Auckland,    2026-03-04T03:59:59Z, 2026-03-04",
        "Pacific/Auckland,    2026-03-04T04:00:00Z, 2026-03-05",
        // 16:59 and 17:00 in Los Angeles, where UTC is a day ahead in the evening
        "America/Los_Angeles, 2026-03-05T00:59:59Z, 2026-03-04",
        "America/Los_Angeles, 2026-03-05T01:00:00Z, 2026-03-05",
        // 17:00 in Berlin before and after the clocks change
        "Europe/Berlin,       2026-10-23T14:59:59Z, 2026-10-23",
        "Europe/Berlin,       2026-10-26T15:59:59Z, 2026-10-26",
        "Europe/Berlin,       2026-10-26T16:00:00Z, 2026-10-27",
    })
    void todayIsTheOwners(String zone, String now, String date) {
        assertEquals(
                date,
                Story.of(RepBuilder.in(zone))
                        .gaps(0)
                        .enrolled("2026-03-01T12:00:00Z")
                        .dates(now));
    }

    @Test
    void fallsOnTheNextDayTheOwnerWorks() {
        // Given who works on Tuesdays, and is away on the next one
        Story story = Story.of(
                        RepBuilder.in("Europe/Berlin").days(DayOfWeek.TUESDAY).absent("2026-03-10", "2026-03-10"))
                .gaps(0)
                .enrolled("2026-03-02T10:00");

        // Then
        assertEquals("2026-03-03", story.dates("2026-03-03T10:00"));
        assertEquals("2026-03-17", story.dates("2026-03-04T10:00"));
    }

    @Test
    void keepsTheLaterStepsBehindTheOverdueOne() {
        // Given step 1 done, then nothing for three weeks (T6: no burst)
        Story story = Story.inBerlin().outbound("2026-03-02T11:00", Outcome.NONE);

        // Then
        assertEquals(
                "2026-03-02 2026-03-25 2026-04-01 2026-04-10 2026-04-22 2026-05-06 2026-05-20",
                story.dates("2026-03-25T12:00"));
    }
}
