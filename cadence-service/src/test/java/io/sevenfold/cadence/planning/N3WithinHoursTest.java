package io.sevenfold.cadence.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** N3: a reply owed is told at once within working hours, else at their start. */
class N3WithinHoursTest {

    @ParameterizedTest
    @CsvSource({
        // Monday to Friday, nine to five: the start is within, the end is not
        "2026-03-02T07:59:59Z, 2026-03-02T08:00:00Z",
        "2026-03-02T08:00:00Z, 2026-03-02T08:00:00Z",
        "2026-03-02T15:59:59Z, 2026-03-02T15:59:59Z",
        "2026-03-02T16:00:00Z, 2026-03-03T08:00:00Z",
        // over the weekend on which the clocks change, and Easter
        "2026-03-27T20:00:00Z, 2026-03-30T07:00:00Z",
        "2026-04-02T20:00:00Z, 2026-04-07T07:00:00Z",
    })
    void isNowOrWhenHoursNextBegin(Instant at, Instant told) {
        assertEquals(
                told, RepBuilder.in("Europe/Berlin").region("DE").calendar().withinHours(at));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T20:59:59Z, 2026-03-02T21:00:00Z",
        "2026-03-03T02:00:00Z, 2026-03-03T02:00:00Z",
        "2026-03-03T05:00:00Z, 2026-03-03T21:00:00Z",
        "2026-03-07T02:00:00Z, 2026-03-07T02:00:00Z",
        "2026-03-07T05:00:00Z, 2026-03-09T21:00:00Z",
    })
    void countsAShiftPastMidnightToTheDayItBegan(Instant at, Instant told) {
        assertEquals(
                told,
                RepBuilder.in("Europe/Berlin")
                        .hours("22:00", "06:00")
                        .calendar()
                        .withinHours(at));
    }

    @Test
    void isAfterAnAbsence() {
        // Given
        RepBuilder away = RepBuilder.in("Europe/Berlin").absent("2026-03-02", "2026-03-04");

        // Then
        assertEquals(
                Instant.parse("2026-03-05T08:00:00Z"),
                away.calendar().withinHours(Instant.parse("2026-03-02T10:00:00Z")));
    }
}
