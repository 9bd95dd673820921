package io.sevenfold.cadence.planning;

import java.time.Duration;
import java.util.List;

/**
 * How long answers were owed, in elapsed time (also at night), from their first unanswered word until they were answered or needed no
 * answer.
 *
 * @param open how many are owed still
 * @param hour how many were owed for an hour at most
 * @param fourHours for more than that and four hours at most; and so on
 */
public record Owed(int open, int hour, int fourHours, int day, int threeDays, int longer) {

    static Owed of(int open, List<Duration> closed) {
        int hour = atMost(1, closed);
        int fourHours = atMost(4, closed);
        int day = atMost(24, closed);
        int threeDays = atMost(72, closed);
        return new Owed(open, hour, fourHours - hour, day - fourHours, threeDays - day, closed.size() - threeDays);
    }

    private static int atMost(int hours, List<Duration> closed) {
        Duration limit = Duration.ofHours(hours);
        return (int) closed.stream().filter(it -> it.compareTo(limit) <= 0).count();
    }
}
