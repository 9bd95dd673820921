package io.sevenfold.cadence.planning;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * What a rep's day has room for (P5): of the daily number, what is overdue takes at most half, rounded down, while the day's own
 * needs the rest. Nobody is ranked by anything but dates, their silence and their id.
 *
 * @param release touchpoints that become due
 * @param passedOver touchpoints that found no place today
 * @param used places now taken, of those asked for
 */
public record DayLevelling(List<Candidate> release, List<Candidate> passedOver, int used) {

    /**
     * A touchpoint that wants a place.
     *
     * @param plannedOn the date it first fell on
     * @param released whether it is due already, from a day before: it takes a place and stays due without one
     * @param lastTheirs when they last reached out; null: never
     */
    public record Candidate(
            UUID touchpointId, UUID contactId, LocalDate plannedOn, boolean released, Instant lastTheirs) {
        private static final Comparator<Candidate> ORDER = comparing(Candidate::plannedOn)
                .thenComparing(Candidate::lastTheirs, nullsFirst(naturalOrder()))
                .thenComparing(candidate -> candidate.touchpointId.toString());
    }

    /** @param places how many the day still has, of its {@code capacity} */
    public static DayLevelling of(LocalDate day, int capacity, int places, List<Candidate> candidates) {
        List<Candidate> overdue = new ArrayList<>();
        List<Candidate> own = new ArrayList<>();
        candidates.stream().sorted(Candidate.ORDER).forEach(it -> (isOverdue(it, day) ? overdue : own).add(it));

        int forOverdue = Math.min(overdue.size(), Math.max(Math.min(capacity / 2, places), places - own.size()));
        int forOwn = Math.min(own.size(), places - forOverdue);
        List<Candidate> release = new ArrayList<>();
        List<Candidate> passedOver = new ArrayList<>();
        place(overdue, forOverdue, release, passedOver);
        place(own, forOwn, release, passedOver);
        return new DayLevelling(release, passedOver, forOverdue + forOwn);
    }

    private static boolean isOverdue(Candidate candidate, LocalDate day) {
        return candidate.released || candidate.plannedOn.isBefore(day);
    }

    private static void place(
            List<Candidate> candidates, int places, List<Candidate> release, List<Candidate> passedOver) {
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            if (!candidate.released) {
                (i < places ? release : passedOver).add(candidate);
            }
        }
    }
}
