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
 * @param at the instant, where it is known: a gap of 0 asks how much of the day was left; else null
 * @param words what it was, to follow "after": {@code your call}
 */
record Anchor(LocalDate date, Instant at, String words) {

    private static final Comparator<Anchor> ORDER =
            comparing(Anchor::date).thenComparing(Anchor::at, nullsFirst(naturalOrder()));

    /** @param other may be null: none */
    Anchor orLater(Anchor other) {
        return other == null || ORDER.compare(other, this) < 0 ? this : other;
    }
}
