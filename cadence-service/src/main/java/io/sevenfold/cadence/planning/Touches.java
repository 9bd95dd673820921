package io.sevenfold.cadence.planning;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** Our touches so far: the last of all, and the dates that had theirs, on which one more does no step. */
final class Touches {

    private final Set<LocalDate> counted = new HashSet<>();
    private Anchor last;

    void happened(Anchor touch) {
        last = touch.orLater(last);
    }

    void countsOn(LocalDate date) {
        counted.add(date);
    }

    boolean hasCountedOn(LocalDate date) {
        return counted.contains(date);
    }

    /** Null: none yet. */
    Anchor last() {
        return last;
    }
}
