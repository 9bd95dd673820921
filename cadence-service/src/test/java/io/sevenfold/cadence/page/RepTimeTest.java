package io.sevenfold.cadence.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates as reps of different places spell them: the year stands only where it is not this one. */
class RepTimeTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

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
        RepTime time = new RepTime(Locale.forLanguageTag(locale), ZoneOffset.UTC, NOW);

        // Then
        assertEquals(thisYear, time.day(LocalDate.of(2026, 11, 24)));
        assertEquals(lastYear, time.day(LocalDate.of(2025, 11, 24)));
    }
}
