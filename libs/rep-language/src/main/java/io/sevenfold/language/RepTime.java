package io.sevenfold.language;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Dates and times as one rep reads them: in their zone, spelled by their locale; with the year only where it is not this one.
 *
 * @param now when they read it
 */
public record RepTime(Locale locale, ZoneId zone, Instant now) {

    /** With what joins it to the rest: some locales have words for that. */
    private static final String YEAR_AT_AN_END = "^y+(?:'[^']*'|[^\\p{L}']|年)*|(?:'[^']*'|[^\\p{L}'])*y+.*$";

    /**
     * @param locale as a language tag (BCP 47)
     * @param timeZone its IANA name
     */
    public static RepTime of(String locale, String timeZone, Instant now) {
        return new RepTime(Locale.forLanguageTag(locale), ZoneId.of(timeZone), now);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    /** {@code 24 Nov}. */
    public String date(LocalDate day) {
        String pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.MEDIUM, null, IsoChronology.INSTANCE, locale);
        boolean thisYear = day.getYear() == today().getYear();
        return DateTimeFormatter.ofPattern(thisYear ? pattern.replaceAll(YEAR_AT_AN_END, "") : pattern, locale)
                .format(day);
    }

    public String date(Instant at) {
        return date(LocalDate.ofInstant(at, zone));
    }

    /** {@code 24 Nov, 10:05}. */
    public String dateAndTime(Instant at) {
        return date(at) + ", " + time(at);
    }

    /** {@code Tue, 24 Nov}. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("EEE", locale).format(day) + ", " + date(day);
    }

    public String day(Instant at) {
        return day(LocalDate.ofInstant(at, zone));
    }

    /** {@code Tue, 24 Nov, 10:05}. */
    public String dayAndTime(Instant at) {
        return day(at) + ", " + time(at);
    }

    /** {@code Tuesday, 24 November 2026}. */
    public String fullDay(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(locale)
                .format(day);
    }

    /** {@code Tue}, standing alone. */
    public String weekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.SHORT_STANDALONE, locale);
    }

    /** {@code Tuesday}, standing alone. */
    public String fullWeekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }

    /** {@code 10:05}. */
    public String time(Instant at) {
        return time(at, zone);
    }

    /** Somebody else's clock: {@code 15:30, 2 hours ahead of you}. */
    public String timeOf(ZoneId theirs) {
        int minutes = (offset(theirs) - offset(zone)) / 60;
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

    private int offset(ZoneId where) {
        return where.getRules().getOffset(now).getTotalSeconds();
    }

    private static String span(int minutes) {
        int rest = minutes % 60;
        String hours = minutes / 60 + (minutes / 60 == 1 ? " hour" : " hours");
        return rest == 0 ? hours : minutes < 60 ? rest + " minutes" : hours + " " + rest + " minutes";
    }
}
