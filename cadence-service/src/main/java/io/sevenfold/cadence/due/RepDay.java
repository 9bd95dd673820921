package io.sevenfold.cadence.due;

import io.sevenfold.delivery.Subject;
import java.time.LocalDate;

/** A rep's working day, and how many of its places are taken (P5). */
public record RepDay(Subject rep, LocalDate day, int capacity, int used) {

    RepDay taking(int places) {
        return new RepDay(rep, day, capacity, used + places);
    }
}
