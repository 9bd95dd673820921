package io.sevenfold.cadence.planning;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.sevenfold.events.Reason;
import io.sevenfold.events.ReasonCode;
import io.sevenfold.events.TouchpointKind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A touchpoint's date and its reasons as one English sentence (P4): what decided the date, what moved it, what it waits for. */
public final class Why {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DATE_AND_YEAR =
            DateTimeFormatter.ofPattern("EEEE d MMM yyyy", Locale.ENGLISH);
    private static final Set<ReasonCode> FLOORS = EnumSet.of(
            ReasonCode.PAUSE, ReasonCode.AFTER_RETURN, ReasonCode.REVISIT, ReasonCode.AFTER_NO, ReasonCode.DECIDED);

    private final PlannedTouchpoint it;
    private final Reason floor;

    private Why(PlannedTouchpoint it) {
        this.it = it;
        this.floor = it.reasons().stream()
                .filter(reason -> FLOORS.contains(reason.code()))
                .max(comparing(Why::date))
                .orElse(null);
    }

    /**
     * The sentence; of one without a date, what is waited for.
     *
     * @param hasOwner whether there is somebody to do it
     */
    public static String of(PlannedTouchpoint it, boolean hasOwner) {
        Why why = new Why(it);
        if (!it.state().isOpen()) {
            return why.closed();
        }
        return it.dueOn() == null ? "No date yet: " + why.undated(hasOwner) : why.day() + ": " + why.dated();
    }

    /** One that nothing closed is not called for any more. */
    private String closed() {
        return it.closedAt() == null
                ? "Not called for any more"
                : capital(it.state().toString()) + " on " + day();
    }

    private String undated(boolean hasOwner) {
        if (!hasOwner) {
            return joined(Stream.concat(Stream.of("nobody follows up with them"), clauses(ReasonCode.AFTER_REPLY)));
        }
        if (it.reasons().isEmpty()) {
            return "it counts from the touch before, which has none";
        }
        return all(ReasonCode.ABSENCE).isEmpty() ? "no working day is in sight" : joined(clauses(ReasonCode.ABSENCE));
    }

    private String dated() {
        String because = joined(Stream.of(
                        floor == null ? clauses(ReasonCode.GAP) : Stream.of(clause(floor)),
                        meetings(),
                        holidays(),
                        daysOff(),
                        clauses(ReasonCode.ABSENCE),
                        clauses(ReasonCode.CAPACITY),
                        clauses(ReasonCode.TODAY),
                        clauses(ReasonCode.AFTER_REPLY))
                .flatMap(clauses -> clauses));
        return it.kind() == TouchpointKind.REPLY_OWED ? because + "; an answer is owed" : because;
    }

    /** Not one that says no more than what came first: the gap counts from it, or the floor is later. */
    private Stream<String> meetings() {
        return all(ReasonCode.MEETING).stream()
                .filter(meeting -> floor == null || date(meeting).compareTo(date(floor)) >= 0)
                .filter(meeting -> floor != null
                        || all(ReasonCode.GAP).stream()
                                .noneMatch(gap -> date(gap).equals(date(meeting))))
                .map(this::clause);
    }

    /** Those the gap left out do not matter where a floor is later, and none moves what stays due on an earlier date (T1). */
    private Stream<String> holidays() {
        List<Reason> holidays = all(ReasonCode.HOLIDAY).stream()
                .filter(holiday -> floor == null || date(holiday).compareTo(date(floor)) >= 0)
                .filter(this::isBefore)
                .toList();
        String names = listed(holidays.stream()
                .map(holiday -> holiday.data().get("holiday") + " ("
                        + Reasons.day(LocalDate.parse(holiday.data().get("date"))) + ")")
                .toList());
        return holidays.isEmpty()
                ? Stream.empty()
                : Stream.of(names + (holidays.size() == 1 ? " is a holiday" : " are holidays"));
    }

    private Stream<String> daysOff() {
        Map<String, List<String>> days = all(ReasonCode.DAY_OFF).stream()
                .filter(this::isBefore)
                .collect(groupingBy(
                        day -> day.data().containsKey("name") ? day.data().get("name") + " does" : "you do",
                        LinkedHashMap::new,
                        mapping(Why::weekday, toList())));
        return days.entrySet().stream()
                .map(it -> it.getKey()
                        + " not work on "
                        + listed(it.getValue().stream().distinct().toList()));
    }

    private static String weekday(Reason dayOff) {
        DayOfWeek day = LocalDate.parse(dayOff.data().get("date")).getDayOfWeek();
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH) + "s";
    }

    private Stream<String> clauses(ReasonCode code) {
        return all(code).stream().map(this::clause);
    }

    /** The reason's own words, but for a name in lower case, and the touchpoint's date is not said again. */
    private String clause(Reason reason) {
        String text = reason.text();
        boolean name = reason.data().values().stream().anyMatch(text::startsWith);
        String clause = name ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
        if (it.dueOn() == null) {
            return clause;
        }
        String thatDay = Reasons.day(it.dueOn());
        return clause.replace(thatDay + " " + it.dueOn().getYear(), thatDay)
                .replace(", " + thatDay, "")
                .replace("on " + thatDay, "that day")
                .replace(thatDay, "that day");
    }

    private boolean isBefore(Reason passed) {
        return LocalDate.parse(date(passed)).isBefore(it.dueOn());
    }

    private List<Reason> all(ReasonCode code) {
        return it.reasons().stream().filter(reason -> reason.code() == code).toList();
    }

    /** With its year, where anything it is for lies in another. */
    private String day() {
        String year = String.valueOf(it.dueOn().getYear());
        boolean another = it.reasons().stream()
                .flatMap(reason -> reason.data().values().stream())
                .anyMatch(value -> value.matches("\\d{4}-.*") && !value.startsWith(year));
        return (another ? DATE_AND_YEAR : DATE).format(it.dueOn());
    }

    /** The date a reason speaks of, in an order that is that of time; empty: none. */
    private static String date(Reason reason) {
        return Stream.of("until", "date", "after")
                .filter(reason.data()::containsKey)
                .findFirst()
                .map(reason.data()::get)
                .orElse("");
    }

    private static String joined(Stream<String> clauses) {
        return clauses.collect(joining("; "));
    }

    private static String listed(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
