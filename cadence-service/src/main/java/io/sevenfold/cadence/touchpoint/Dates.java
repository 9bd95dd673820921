package io.sevenfold.cadence.touchpoint;

import io.sevenfold.rest.ProblemException;
import java.time.LocalDate;

/** Which dates a request may name: those that every database and client can write. */
public final class Dates {

    private static final int LAST_YEAR = 9999;

    /** Further off is a slip: no date decided once can be put forward again. */
    private static final int YEARS_AHEAD = 10;

    private Dates() {}

    /**
     * @param date may be null: not named
     * @throws ProblemException 422 naming the field
     */
    static void refuseBeyond(String field, LocalDate date, LocalDate today) {
        if (date != null && date.isAfter(today.plusYears(YEARS_AHEAD))) {
            throw ProblemException.rule("P10", field, "It may be at most " + YEARS_AHEAD + " years from today.");
        }
    }

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
