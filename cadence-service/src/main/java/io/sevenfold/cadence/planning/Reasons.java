package io.sevenfold.cadence.planning;

import io.sevenfold.events.Absence;
import io.sevenfold.events.Channel;
import io.sevenfold.events.Reason;
import io.sevenfold.events.ReasonCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The reasons a date has (P4): a code with data for programs, English words for people. */
final class Reasons {

    /** Looked up, for each date of a plan is written in words and a formatter would take longer than finding it. */
    private static final String[] WEEKDAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };
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

    /** @param reader to whom it is told: who is to do the touch */
    static Reason dayOff(LocalDate date, RepCalendar whose, RepCalendar reader) {
        String day = date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + "s";
        Map<String, String> data = new TreeMap<>();
        data.put("date", date.toString());
        nameOf(whose, reader, data);
        return new Reason(
                ReasonCode.DAY_OFF,
                data,
                (whose == reader ? "You do" : whose.name() + " does") + " not work on " + day);
    }

    /** @param reader to whom it is told: who is to do the touch */
    static Reason absence(Absence absence, RepCalendar whose, RepCalendar reader) {
        Map<String, String> data = new TreeMap<>();
        data.put("from", absence.from().toString());
        data.put("to", absence.to().toString());
        data.put("whose", whose.repId().toString());
        if (absence.coverRepId() != null) {
            data.put("cover", absence.coverRepId().toString());
        }
        nameOf(whose, reader, data);
        String who = whose == reader ? "You are" : whose.name() + " is";
        String cover = reader.repId().equals(absence.coverRepId()) ? "; you cover" : "";
        return new Reason(ReasonCode.ABSENCE, data, who + " away " + span(absence) + cover);
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

    /** Of somebody else than the reader. */
    private static void nameOf(RepCalendar whose, RepCalendar reader, Map<String, String> data) {
        if (whose != reader) {
            data.put("name", whose.name());
        }
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
        return WEEKDAYS[date.getDayOfWeek().ordinal()] + " " + date.getDayOfMonth() + " "
                + MONTHS[date.getMonthValue() - 1];
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
