package io.sevenfold.cadence.touchpoint;

import io.sevenfold.rest.ProblemException;
import java.time.LocalDate;

/** Which dates a request may name: those that every database and client can write. */
public final class Dates {

    private static final int LAST_YEAR = 9999;

    private Dates() {}

    /**
     * @param date may be null: not named
     * @throws ProblemException 400 naming the field
     */
    public static void check(String field, LocalDate date) {
        if (date != null && (date.isBefore(LocalDate.EPOCH) || date.getYear() > LAST_YEAR)) {
            throw ProblemException.invalid(field, "must be in the years 1970 to " + LAST_YEAR);
        }
    }
}
