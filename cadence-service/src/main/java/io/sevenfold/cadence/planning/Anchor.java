package io.sevenfold.cadence.planning;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * What a gap counts from (P2).
 *
 * @param at the instant, where it is known: a gap of 0 asks how much of the day was left; {@link #DAY_OVER}: nothing; else null
 * @param words what it was, to follow "after": {@code your call}
 */
record Anchor(LocalDate date, Instant at, String words) {

    private static final Comparator<Anchor> ORDER =
            comparing(Anchor::date).thenComparing(Anchor::at, nullsFirst(naturalOrder()));

    /** Later than all that happened on a date. */
    private static final Instant DAY_OVER = Instant.MAX;

    /** What it counts from is the end of a date. */
    static Anchor endOf(LocalDate date, String words) {
        return new Anchor(date, DAY_OVER, words);
    }

    /** The same in every zone, as long as it is the same that happened (T1). */
    String basis() {
        return (at == null || at.equals(DAY_OVER) ? date : at).toString();
    }

    /** @param other may be null: none */
    Anchor orLater(Anchor other) {
        return other == null || ORDER.compare(other, this) < 0 ? this : other;
    }
}
