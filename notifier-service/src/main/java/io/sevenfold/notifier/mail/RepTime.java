package io.sevenfold.notifier.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Dates and times as one rep reads them: in their zone, spelled by their locale. */
record RepTime(Locale locale, ZoneId zone) {

    /** With what joins it to the rest: some locales have words for that. */
    private static final String YEAR_AT_AN_END = "^y+(?:'[^']*'|[^\\p{L}']|年)*|(?:'[^']*'|[^\\p{L}'])*y+.*$";

    /** {@code 24 Nov}; with the year where it is not that of {@code now}. */
    String day(Instant at, Instant now) {
        return day(LocalDate.ofInstant(at, zone), now);
    }

    /** {@code Tue}. */
    String weekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.SHORT_STANDALONE, locale);
    }

    /** {@code Tuesday}. */
    String fullWeekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }

    /** {@code 24 Nov}; with the year where it is not that of {@code now}. */
    String day(LocalDate day, Instant now) {
        String pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.MEDIUM, null, IsoChronology.INSTANCE, locale);
        boolean thisYear = day.getYear() == LocalDate.ofInstant(now, zone).getYear();
        return DateTimeFormatter.ofPattern(thisYear ? pattern.replaceAll(YEAR_AT_AN_END, "") : pattern, locale)
                .format(day);
    }

    /** {@code 24 Nov, 10:05}. */
    String dayAndTime(Instant at, Instant now) {
        return day(at, now) + ", " + time(at, zone);
    }

    /** {@code 10:05}. */
    String time(Instant at) {
        return time(at, zone);
    }

    /** {@code Tuesday, 24 November 2026}. */
    String fullDay(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(locale)
                .format(LocalDate.ofInstant(at, zone));
    }

    /** Somebody else's clock: {@code 15:30, 2 hours ahead of you}. */
    String timeOf(ZoneId theirs, Instant now) {
        int minutes = (offset(theirs, now).getTotalSeconds() - offset(zone, now).getTotalSeconds()) / 60;
        if (minutes == 0) {
            return time(now, theirs) + ", the same as yours";
        }
        return time(now, theirs) + ", " + span(Math.abs(minutes)) + (minutes > 0 ? " ahead of you" : " behind you");
    }

    private String time(Instant at, ZoneId where) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(ZonedDateTime.ofInstant(at, where).truncatedTo(ChronoUnit.MINUTES));
    }

    private static ZoneOffset offset(ZoneId zone, Instant at) {
        return zone.getRules().getOffset(at);
    }

    private static String span(int minutes) {
        int rest = minutes % 60;
        String hours = minutes / 60 + (minutes / 60 == 1 ? " hour" : " hours");
        return rest == 0 ? hours : minutes < 60 ? rest + " minutes" : hours + " " + rest + " minutes";
    }
}
