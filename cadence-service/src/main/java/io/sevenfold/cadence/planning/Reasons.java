package io.sevenfold.cadence.planning;

import io.sevenfold.events.Absence;
import io.sevenfold.events.Channel;
import io.sevenfold.events.Reason;
import io.sevenfold.events.ReasonCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;

/** The reasons a date has (P4): a code with data for programs, English words for people. */
final class Reasons {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final String[] NUMBERS = {
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"
    };

    private Reasons() {}

    /** What a touch of ours is called: {@code your call}. */
    static String touch(Channel channel, boolean answer) {
        return answer ? "your answer" : channel == Channel.SOCIAL ? "your social touch" : "your " + channel;
    }

    /** @param to where the gap ends: one of 0 that ends a day later found the day all but over */
    static Reason gap(Step step, Anchor from, LocalDate to) {
        String after = from.date().toString();
        if (step.gapMonths() > 0) {
            String months = capital(number(step.gapMonths())) + (step.gapMonths() == 1 ? " month" : " months");
            return new Reason(
                    ReasonCode.GAP,
                    Map.of("months", String.valueOf(step.gapMonths()), "after", after),
                    months + " after " + from.words() + " on " + day(from.date()));
        }
        return new Reason(
                ReasonCode.GAP,
                Map.of("days", String.valueOf(step.gapDays()), "after", after),
                gapWords(step.gapDays(), from, to));
    }

    private static String gapWords(int days, Anchor from, LocalDate to) {
        if (days > 0) {
            return capital(workingDays(days)) + " after " + from.words() + " on " + day(from.date());
        }
        return from.date().equals(to)
                ? "The day of " + from.words() + ", " + day(from.date())
                : "The day after " + from.words() + ": less than an hour of " + day(from.date()) + " was left";
    }

    static Reason meeting(LocalDate on) {
        return new Reason(
                ReasonCode.MEETING, Map.of("date", on.toString()), "Nothing is due until you have met on " + day(on));
    }

    static Reason afterMeeting(LocalDate on) {
        return new Reason(
                ReasonCode.MEETING, Map.of("date", on.toString()), "The working day after your meeting on " + day(on));
    }

    static Reason holiday(LocalDate date, String name) {
        return new Reason(
                ReasonCode.HOLIDAY,
                Map.of("date", date.toString(), "holiday", name),
                day(date) + " is a holiday: " + name);
    }

    static Reason dayOff(LocalDate date) {
        return new Reason(
                ReasonCode.DAY_OFF,
                Map.of("date", date.toString()),
                "You do not work on " + date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + "s");
    }

    static Reason absence(Absence absence) {
        return new Reason(
                ReasonCode.ABSENCE,
                Map.of("from", absence.from().toString(), "to", absence.to().toString()),
                "You are away " + span(absence));
    }

    static Reason today(LocalDate planned) {
        return new Reason(
                ReasonCode.TODAY,
                Map.of("planned", planned.toString()),
                "Moved on from " + day(planned) + ", which is over");
    }

    static Reason capacity(LocalDate full) {
        return new Reason(
                ReasonCode.CAPACITY,
                Map.of("date", full.toString()),
                "Moved on from " + day(full) + ", which was full");
    }

    static Reason theyWrote(Instant at, LocalDate date) {
        return new Reason(ReasonCode.AFTER_REPLY, Map.of("at", at.toString()), "They reached out on " + day(date));
    }

    static Reason onceAnswered() {
        return new Reason(ReasonCode.AFTER_REPLY, Map.of(), "Nothing is due until their message is answered");
    }

    static Reason revisit(LocalDate date) {
        return new Reason(
                ReasonCode.REVISIT,
                Map.of("date", date.toString()),
                "They asked to be contacted again on " + day(date));
    }

    static Reason afterNo(int days, LocalDate no, LocalDate until) {
        return new Reason(
                ReasonCode.AFTER_NO,
                Map.of("days", String.valueOf(days), "no", no.toString(), "until", until.toString()),
                capital(workingDays(days)) + " of rest after their no on " + day(no));
    }

    static Reason afterReturn(LocalDate date) {
        return new Reason(
                ReasonCode.AFTER_RETURN,
                Map.of("date", date.toString()),
                "The first working day after their return on " + day(date));
    }

    static Reason snoozed(LocalDate until, String by) {
        return new Reason(
                ReasonCode.DECIDED, Map.of("until", until.toString(), "by", by), "Snoozed until " + day(until));
    }

    static Reason rescheduled(LocalDate to, String by) {
        return new Reason(ReasonCode.DECIDED, Map.of("date", to.toString(), "by", by), "Rescheduled to " + day(to));
    }

    static Reason paused(LocalDate until, String by) {
        return new Reason(ReasonCode.PAUSE, Map.of("until", until.toString(), "by", by), "Paused until " + day(until));
    }

    private static String span(Absence absence) {
        if (absence.from().equals(absence.to())) {
            return "on " + day(absence.from());
        }
        boolean sameYear = absence.from().getYear() == absence.to().getYear();
        return "from " + day(absence.from()) + " to " + day(absence.to())
                + (sameYear ? "" : " " + absence.to().getYear());
    }

    static String day(LocalDate date) {
        return DAY.format(date);
    }

    private static String workingDays(int days) {
        return number(days) + (days == 1 ? " working day" : " working days");
    }

    private static String number(int number) {
        return number < NUMBERS.length ? NUMBERS[number] : String.valueOf(number);
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
