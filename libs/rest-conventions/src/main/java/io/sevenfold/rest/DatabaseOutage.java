package io.sevenfold.rest;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** Tells a database that is away for a while from every other failure. */
final class DatabaseOutage {

    /** SQLSTATEs of PostgreSQL: connection refused or lost, no room for more, shutting down or starting. */
    private static final List<String> STATES = List.of("08", "53", "57P");

    private DatabaseOutage() {}

    /** Whether it is what the failure comes from. */
    static boolean causes(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && isOutage(sql)) {
                return true;
            }
        }
        return false;
    }

    /** The pool, which knows no SQLSTATE, says that no connection came in time. */
    private static boolean isOutage(SQLException e) {
        return e.getSQLState() == null
                ? e.getCause() instanceof TimeoutException
                : STATES.stream().anyMatch(e.getSQLState()::startsWith);
    }
}
