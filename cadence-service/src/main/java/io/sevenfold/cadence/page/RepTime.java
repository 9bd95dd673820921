package io.sevenfold.cadence.page;

import io.sevenfold.events.Rep;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Dates and times as one rep reads them: in their zone, spelled by their locale. */
public record RepTime(Locale locale, ZoneId zone, Instant now) {

    /** With what joins it to the rest: some locales have words for that. */
    private static final String YEAR_AT_AN_END = "^y+(?:'[^']*'|[^\\p{L}']|年)*|(?:'[^']*'|[^\\p{L}'])*y+.*$";

    public static RepTime of(Rep rep, Instant now) {
        return new RepTime(Locale.forLanguageTag(rep.locale()), ZoneId.of(rep.timeZone()), now);
    }

    /** {@code Tue, 24 Nov}; with the year where it is not this one. */
    public String day(LocalDate day) {
        String pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.MEDIUM, null, IsoChronology.INSTANCE, locale);
        boolean thisYear = day.getYear() == LocalDate.ofInstant(now, zone).getYear();
        String date = thisYear ? pattern.replaceAll(YEAR_AT_AN_END, "") : pattern;
        return DateTimeFormatter.ofPattern("EEE", locale).format(day) + ", "
                + DateTimeFormatter.ofPattern(date, locale).format(day);
    }

    public String day(Instant at) {
        return day(LocalDate.ofInstant(at, zone));
    }

    /** {@code Tue, 24 Nov, 10:05}. */
    public String dayAndTime(Instant at) {
        return day(at) + ", " + time(at);
    }

    /** {@code 10:05}. */
    public String time(Instant at) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(ZonedDateTime.ofInstant(at, zone).truncatedTo(ChronoUnit.MINUTES));
    }

    /** {@code Tuesday, 24 November 2026}. */
    public String fullDay(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(locale)
                .format(day);
    }
}
