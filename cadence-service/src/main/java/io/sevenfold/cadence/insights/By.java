package io.sevenfold.cadence.insights;

import io.sevenfold.events.Purpose;
import io.sevenfold.rest.ProblemException;
import java.util.Arrays;
import java.util.Locale;

/** What a report tells apart. */
enum By {
    WORKSPACE("null::text"),
    REP("rep_id"),
    CADENCE("cadence_id"),
    PURPOSE("purpose"),
    MONTH("date_trunc('month', started_on::timestamp)");

    /** In SQL: cheap to group a million rows by. */
    final String column;

    By(String column) {
        this.column = column;
    }

    /** The key of a group as reports write it, from the column's text. */
    String key(String value) {
        return switch (this) {
            case WORKSPACE, REP, CADENCE -> value;
            case PURPOSE -> Purpose.valueOf(value).toString();
            case MONTH -> value.substring(0, "2026-11".length());
        };
    }

    /** @throws ProblemException 400 where there is none of that name */
    static By of(String name) {
        return Arrays.stream(values())
                .filter(by -> by.toString().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        ProblemException.invalid("by", "'" + name + "' is not one of " + Arrays.toString(values())));
    }

    /** As written in the request. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
