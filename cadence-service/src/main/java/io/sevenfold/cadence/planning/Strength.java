package io.sevenfold.cadence.planning;

import io.sevenfold.events.Interaction;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How strong a connection is, 0 to 100 (S2). What comes from them gives {@value #THEIRS} points, what we do gives {@value #OURS}; of one
 * day only the last of each side counts; every 180 days halve the points. Ours together give {@value #OURS_AT_MOST} at most, scaled down
 * in proportion. The strength is the rounded sum, {@value #AT_MOST} at most.
 */
public final class Strength {

    private static final int THEIRS = 20;
    private static final int OURS = 4;
    private static final int OURS_AT_MOST = 30;
    private static final int AT_MOST = 100;
    private static final Duration HALF_LIFE = Duration.ofDays(180);

    /** What an interaction still gives. */
    public record Given(UUID interactionId, Instant occurredAt, boolean theirs, double points) {}

    private record Day(LocalDate date, Side side) {}

    private final Collection<Interaction> counting;
    private final Instant last;
    private double ours;
    private double theirs;

    /** All points fade at the same pace, so what they are at the last interaction tells what they are at any time after. */
    private Strength(Collection<Interaction> counting, Instant last) {
        this.counting = counting;
        this.last = last;
        for (Interaction it : counting) {
            if (Side.of(it) == Side.THEIRS) {
                theirs += points(it, last);
            } else {
                ours += points(it, last);
            }
        }
    }

    /** @param interactions the situation's, in the order they occurred */
    static Strength of(List<Interaction> interactions, Situation situation) {
        Map<Day, Interaction> lastOfDay = new LinkedHashMap<>();
        Instant last = Instant.EPOCH;
        for (Interaction it : interactions) {
            if (Side.of(it) != Side.NOBODYS) {
                lastOfDay.put(new Day(situation.dateOf(it.occurredAt()), Side.of(it)), it);
                last = it.occurredAt();
            }
        }
        return new Strength(lastOfDay.values(), last);
    }

    int at(Instant now) {
        double faded = faded(last, now);
        return (int) Math.min(AT_MOST, Math.round(Math.min(OURS_AT_MOST, ours * faded) + theirs * faded));
    }

    /** What gives the strength at that instant, the most first. */
    List<Given> given(Instant now) {
        double scale = Math.min(1, OURS_AT_MOST / (ours * faded(last, now)));
        return counting.stream()
                .map(it -> new Given(
                        it.id(),
                        it.occurredAt(),
                        Side.of(it) == Side.THEIRS,
                        points(it, now) * (Side.of(it) == Side.THEIRS ? 1 : scale)))
                .sorted(Comparator.comparing(Given::points)
                        .thenComparing(Given::occurredAt)
                        .reversed())
                .toList();
    }

    /** When silence alone makes it one less, to the second; null: it is 0. */
    Instant changesAt(Instant now) {
        int strength = at(now);
        if (strength == 0) {
            return null;
        }
        double sum = strength - 0.5;
        double faded = sum / (ours + theirs);
        if (ours * faded > OURS_AT_MOST) {
            faded = (sum - OURS_AT_MOST) / theirs;
        }
        double halvings = -Math.log(faded) / Math.log(2);
        Instant changes = last.plusSeconds((long) (halvings * HALF_LIFE.toSeconds()) + 1);
        return changes.isAfter(now) ? changes : now.plusSeconds(1);
    }

    private static double points(Interaction it, Instant now) {
        return (Side.of(it) == Side.THEIRS ? THEIRS : OURS) * faded(it.occurredAt(), now);
    }

    /** What is left of each point. */
    private static double faded(Instant from, Instant to) {
        Duration age = Duration.between(from, to);
        return age.isNegative() ? 1 : Math.pow(0.5, age.toMillis() / (double) HALF_LIFE.toMillis());
    }
}
