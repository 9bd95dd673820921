package io.sevenfold.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates as reps of different places read and spell them (N5). */
class RepTimeTest {

    private static final Instant NOW = Instant.parse("2026-12-03T13:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "en-US, 'Tue, Nov 24', 'Mon, Nov 24, 2025'",
        "en-GB, 'Tue, 24 Nov', 'Mon, 24 Nov 2025'",
        "de, 'Di., 24.11', 'Mo., 24.11.2025'",
        "hu, 'K, nov. 24.', 'H, 2025. nov. 24.'",
        "pt-BR, 'ter., 24 de nov.', 'seg., 24 de nov. de 2025'",
        "ru, 'вт, 24 нояб.', 'пн, 24 нояб. 2025 г.'",
        "zh-CN, '周二, 11月24日', '周一, 2025年11月24日'"
    })
    void spellsADateWithItsYearOnlyWhereThatIsAnother(String locale, String thisYear, String lastYear) {
        // Given
        RepTime time = RepTime.of(locale, "UTC", NOW);

        // Then
        assertEquals(thisYear, time.day(LocalDate.of(2026, 11, 24)));
        assertEquals(lastYear, time.day(LocalDate.of(2025, 11, 24)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-GB | Europe/Berlin    | 2026-11-24T09:05:00Z | 24 Nov, 10:05",
                "en-GB | Asia/Tokyo       | 2026-11-24T16:05:00Z | 25 Nov, 01:05",
                "de-DE | Europe/Berlin    | 2026-11-24T09:05:00Z | 24.11, 10:05",
                "ja-JP | Asia/Tokyo       | 2026-11-24T09:05:00Z | 11/24, 18:05",
                "pt-BR | Europe/Berlin    | 2026-11-24T09:05:00Z | 24 de nov., 10:05",
                "en-GB | America/New_York | 2025-11-24T09:05:00Z | 24 Nov 2025, 04:05",
            })
    void writesDatesAndTimes(String locale, String zone, Instant at, String written) {
        assertEquals(written, RepTime.of(locale, zone, NOW).dateAndTime(at));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "America/New_York | 08:30, 6 hours behind you",
                "Europe/London    | 13:30, 1 hour behind you",
                "Europe/Paris     | 14:30, the same as yours",
                "Asia/Kolkata     | 19:00, 4 hours 30 minutes ahead of you",
            })
    void tellsTheClockOfAnother(String zone, String written) {
        assertEquals(written, RepTime.of("en-GB", "Europe/Berlin", NOW).timeOf(ZoneId.of(zone)));
    }

    @Test
    void tellsTheClockOfAnotherAcrossTheDayTheClocksChange() {
        // Given: Berlin has left summer time, New York not yet
        Instant between = Instant.parse("2026-10-28T13:30:00Z");

        // Then
        assertEquals(
                "09:30, 5 hours behind you",
                RepTime.of("en-GB", "Europe/Berlin", between).timeOf(ZoneId.of("America/New_York")));
    }
}
