package io.sevenfold.cadence.page;

import io.sevenfold.language.RepTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When a touchpoint is to come back, as a form: each date to choose is the one it would really be, or another is entered. */
record LaterForm(List<Choice> dates, LocalDate earliest) {

    static final String OTHER = "other";

    private static final Map<Integer, String> WORDS = Map.of(1, "Tomorrow", 3, "In three days", 7, "Next week");
    private static final List<Integer> DAYS = List.of(1, 3, 7);

    /** The dates put forward, counted from the rep's today. */
    static List<LocalDate> wishes(LocalDate today) {
        return DAYS.stream().map(days -> today.plusDays(days)).toList();
    }

    /**
     * @param outlook which date each wish would come to: two that come to the same are one choice
     * @param now the touchpoint's date now, which is no choice; null: it has none
     */
    static LaterForm of(LocalDate today, Map<LocalDate, LocalDate> outlook, LocalDate now, RepTime time) {
        Map<LocalDate, Choice> byDate = new HashMap<>();
        List<LocalDate> order = new ArrayList<>();
        for (int days : DAYS) {
            LocalDate wish = today.plusDays(days);
            LocalDate date = outlook.get(wish);
            if (date != null && date.isAfter(today) && !date.equals(now)) {
                if (byDate.put(date, choice(days, wish, date, time)) == null) {
                    order.add(date);
                }
            }
        }
        List<Choice> choices = new ArrayList<>(order.stream().map(byDate::get).toList());
        choices.add(Choice.of(OTHER, "Another date"));
        return new LaterForm(choices, today.plusDays(1));
    }

    /** What was chosen; null: nothing, and that is wrong. */
    static LocalDate read(Entered entered) {
        boolean other = entered.is("when", OTHER);
        if (!other && entered.text("when") == null && entered.text("date") == null) {
            entered.refuse("when", "Choose when it is to come back.");
            return null;
        }
        boolean free = other || entered.text("when") == null;
        LocalDate date = entered.date(free ? "date" : "when");
        if (free && date == null) {
            entered.refuse("date", "Enter a date.");
        }
        return date;
    }

    private static Choice choice(int days, LocalDate wish, LocalDate date, RepTime time) {
        boolean moved = !wish.equals(date);
        return new Choice(
                date.toString(), moved && days == 1 ? "The next working day" : WORDS.get(days), time.fullDay(date));
    }
}
