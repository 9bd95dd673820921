package io.sevenfold.cadence.myday;

import io.sevenfold.cadence.myday.MyDay.Load;
import io.sevenfold.cadence.queue.QueueDay.Counts;
import io.sevenfold.cadence.queue.QueueOwner;
import io.sevenfold.language.RepTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A day in a sentence or two. */
final class DayWords {

    private final Counts counts;
    private final QueueOwner owner;
    private final RepTime time;

    DayWords(Counts counts, QueueOwner owner, RepTime time) {
        this.counts = counts;
        this.owner = owner;
        this.time = time;
    }

    /** What is to be done, the most urgent first; or that nothing is. */
    String summary() {
        List<String> parts = new ArrayList<>();
        add(parts, counts.replies(), counts.replies() == 1 ? "reply owed" : "replies owed");
        add(parts, counts.overdue(), "overdue");
        add(parts, counts.due(), "due today");
        if (!parts.isEmpty()) {
            return listed(parts);
        }
        if (counts.planned() > 0) {
            return "Nothing is due yet";
        }
        return owner.calendar().isWorkingDay(owner.today())
                ? "Nobody waits for you now"
                : "A day off, and nobody waits for you";
    }

    /** What is still to come today; null: nothing. */
    String later() {
        if (counts.planned() == 0) {
            return null;
        }
        Instant begins = owner.calendar().dayBegins(owner.today());
        String more = counts.planned() + (counts.planned() == 1 ? " touch is" : " touches are") + " planned for today";
        return begins.isAfter(time.now())
                ? more + " and will be here once your day begins at " + time.time(begins) + "."
                : more + " and will be here as places are free.";
    }

    /** What comes after today. */
    static String next(List<Load> load) {
        return load.stream()
                .filter(day -> day.planned() > 0)
                .findFirst()
                .map(day -> day.planned() == 1
                        ? "The next touch is planned for " + day.day() + "."
                        : "The next " + day.planned() + " touches are planned for " + day.day() + ".")
                .orElse("Nothing is planned for the coming days.");
    }

    private static void add(List<String> parts, int count, String what) {
        if (count > 0) {
            parts.add(count + " " + what);
        }
    }

    private static String listed(List<String> parts) {
        int last = parts.size() - 1;
        return last == 0 ? parts.get(0) : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }
}
