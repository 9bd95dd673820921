package io.sevenfold.cadence.planning;

import java.time.LocalDate;
import java.util.List;

/**
 * How late touches were done, in working days of the workspace's week (holidays count, for they may change later): from the date a
 * touch last became due to the date it was done. One done before it was due, or on the date, is not late.
 *
 * @param twoDays how many were one or two days late
 * @param fiveDays three to five
 * @param tenDays six to ten
 * @param longer more than ten
 */
public record Lateness(int twoDays, int fiveDays, int tenDays, int longer) {

    private static final int COUNTED_TO = 11;

    /** Of touches that are done. */
    static Lateness of(List<PlannedTouchpoint> done, Situation situation) {
        int[] days = new int[COUNTED_TO + 1];
        done.forEach(touch -> days[days(touch, situation)]++);
        return new Lateness(sum(days, 1, 2), sum(days, 3, 5), sum(days, 6, 10), days[COUNTED_TO]);
    }

    /** Releases are facts (T5), so this stays what it is whatever the plan says later. */
    private static int days(PlannedTouchpoint done, Situation situation) {
        LocalDate doneOn = situation.dateOf(done.closedAt());
        LocalDate dueOn = situation.levelling().lastReleased(done.id(), doneOn);
        int days = 0;
        for (LocalDate date = dueOn; date != null && date.isBefore(doneOn) && days < COUNTED_TO; ) {
            date = date.plusDays(1);
            days += situation.workweek().days().contains(date.getDayOfWeek()) ? 1 : 0;
        }
        return days;
    }

    private static int sum(int[] days, int from, int to) {
        int sum = 0;
        for (int i = from; i <= to; i++) {
            sum += days[i];
        }
        return sum;
    }
}
