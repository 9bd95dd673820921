package io.sevenfold.notifier.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates as the rep reads them (N5). */
class RepTimeTest {

    private static final Instant NOW = Instant.parse("2026-12-03T13:30:00Z");

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
    void writesDaysAndTimes(String locale, String zone, Instant at, String written) {
        assertEquals(written, new RepTime(Locale.forLanguageTag(locale), ZoneId.of(zone)).dayAndTime(at, NOW));
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
        assertEquals(written, new RepTime(Locale.UK, ZoneId.of("Europe/Berlin")).timeOf(ZoneId.of(zone), NOW));
    }

    @Test
    void tellsTheClockOfAnotherAcrossTheDayTheClocksChange() {
        // Given: Berlin has left summer time, New York not yet
        Instant between = Instant.parse("2026-10-28T13:30:00Z");

        // Then
        assertEquals(
                "09:30, 5 hours behind you",
                new RepTime(Locale.UK, ZoneId.of("Europe/Berlin")).timeOf(ZoneId.of("America/New_York"), between));
    }
}
