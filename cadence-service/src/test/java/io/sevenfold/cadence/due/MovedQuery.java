package io.sevenfold.cadence.due;

/** The statement that finds what found no place in a running day, for looking at its plan. */
public final class MovedQuery {

    private MovedQuery() {}

    public static String sql() {
        return DayReport.MOVED;
    }
}
