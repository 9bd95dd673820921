package io.sevenfold.cadence.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** T2: a working day is one of the rep's weekdays, neither a public holiday of their region nor in an absence. */
class T2WorkingDayTest {

    @Test
    void isOneOfTheRepsWeekdays() {
        // Given
        RepCalendar partTime = RepBuilder.in("Europe/Berlin")
                .days(DayOfWeek.TUESDAY, DayOfWeek.SATURDAY)
                .calendar();

        // Then
        assertFalse(partTime.isWorkingDay(LocalDate.parse("2026-03-02")));
        assertTrue(partTime.isWorkingDay(LocalDate.parse("2026-03-03")));
        assertTrue(partTime.isWorkingDay(LocalDate.parse("2026-03-07")));
        assertFalse(partTime.isWorkingDay(LocalDate.parse("2026-03-08")));
    }

    @ParameterizedTest
    @CsvSource({
        "DE-BY, 2026-01-06, Epiphany",
        "DE-BY, 2026-04-03, Good Friday",
        "DE-BY, 2026-04-06, Easter Monday",
        "DE-BY, 2026-05-01, Labour day",
        "DE-BY, 2026-05-14, Ascension Day",
        "DE-BY, 2026-06-04, Corpus Christi",
        "DE-BY, 2026-12-25, 1st Christmas day",
        "DE-BY, 2027-03-26, Good Friday",
        "DE-BY, 2027-11-01, All Saints",
        "US-NY, 2026-01-19, 'Martin Luther King, Jr. Day'",
        "US-NY, 2026-05-25, Memorial Day",
        "US-NY, 2026-07-03, Independence Day",
        "US-NY, 2026-09-07, Labour day",
        "US-NY, 2026-11-26, Thanksgiving Day",
        "US-NY, 2027-07-05, Independence Day",
        "US-NY, 2027-11-25, Thanksgiving Day",
    })
    void isNoPublicHolidayOfTheRegion(String region, LocalDate date, String name) {
        // Given
        RepCalendar calendar = RepBuilder.in("Europe/Berlin").region(region).calendar();

        // Then
        assertFalse(calendar.isWorkingDay(date));
        assertEquals(name, calendar.holiday(date));
    }

    @ParameterizedTest
    @CsvSource({
        "DE-BE, 2026-01-06", // Epiphany is Bavaria's, not Berlin's
        "DE,    2026-06-04",
        "US-NY, 2026-04-06", // Easter Monday is kept by some, not public
        "US-NY, 2026-02-12", // so is Lincoln's birthday
        "DE-BY, 2026-11-26",
    })
    void mayBeAHolidayElsewhereOrAMereObservance(String region, LocalDate date) {
        assertTrue(RepBuilder.in("Europe/Berlin").region(region).calendar().isWorkingDay(date));
    }

    @Test
    void isNoHolidayKeptForOneOfTheNextYear() {
        // Given 1 January 2028 is a Saturday
        LocalDate kept = LocalDate.parse("2027-12-31");

        // Then
        assertFalse(RepBuilder.in("America/New_York").region("US-NY").calendar().isWorkingDay(kept));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZ", "ZZ-XX", "", "-", "../DE", "DE-XX"})
    void isPlannedWithAlsoForARegionNobodyKnows(String region) {
        // Given Epiphany
        LocalDate date = LocalDate.parse("2026-01-06");

        // Then
        assertTrue(RepBuilder.in("Europe/Berlin").region(region).calendar().isWorkingDay(date));
    }

    @Test
    void isInNoAbsenceBothEndsIncluded() {
        // Given Tuesday to Thursday
        RepCalendar calendar = RepBuilder.in("Europe/Berlin")
                .absent("2026-03-03", "2026-03-05")
                .calendar();

        // Then
        assertTrue(calendar.isWorkingDay(LocalDate.parse("2026-03-02")));
        assertFalse(calendar.isWorkingDay(LocalDate.parse("2026-03-03")));
        assertFalse(calendar.isWorkingDay(LocalDate.parse("2026-03-05")));
        assertTrue(calendar.isWorkingDay(LocalDate.parse("2026-03-06")));
    }

    @Test
    void isNoDateThatTheZoneSkipped() {
        // Given Samoa went from Thursday, 29 December 2011, to Saturday, 31 December
        LocalDate skipped = LocalDate.parse("2011-12-30");

        // Then
        assertFalse(RepBuilder.in("Pacific/Apia").calendar().isWorkingDay(skipped));
        assertTrue(RepBuilder.in("Pacific/Auckland").calendar().isWorkingDay(skipped));
    }

    @Test
    void isNotLookedForWithoutEnd() {
        // Given
        RepCalendar gone = RepBuilder.in("Europe/Berlin")
                .absent("2026-03-03", "9999-12-31")
                .calendar();
        RepCalendar never = RepBuilder.in("Europe/Berlin").days().calendar();

        // Then
        assertEquals(Optional.empty(), gone.workingDayFrom(LocalDate.parse("2026-03-03")));
        assertEquals(Optional.empty(), never.workingDayFrom(LocalDate.parse("2026-03-03")));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-23, 2026-12-23, 0",
        "2026-12-23, 2026-12-24, 1",
        // Christmas, a weekend, and leave from 28 to 30 December
        "2026-12-23, 2026-12-31, 2",
        "2026-12-27, 2026-12-31, 1",
        // New Year
        "2026-12-23, 2027-01-04, 3",
        "2026-12-24, 2026-12-23, 0",
    })
    void areCountedFromTheDayAfterADateToAnother(LocalDate after, LocalDate to, int days) {
        // Given
        RepCalendar calendar = RepBuilder.in("Europe/Berlin")
                .region("DE-BY")
                .absent("2026-12-28", "2026-12-30")
                .calendar();

        // Then
        assertEquals(days, calendar.workingDaysAfter(after, to));
    }
}
