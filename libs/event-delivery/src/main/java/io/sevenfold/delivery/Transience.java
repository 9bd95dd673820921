package io.sevenfold.delivery;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;

/** Tells failures that time heals from those it does not. */
final class Transience {

    /**
     * Connection lost, a standby before it leads, serialisation and deadlock, no resources, lock not available, operator intervention
     * (a statement cancelled by its timeout among it), system error.
     */
    private static final List<String> STATES = List.of("08", "25006", "40", "53", "55P03", "57", "58");

    private Transience() {}

    static boolean of(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof DatabaseFailure database) {
                return database.isTransient();
            }
            if (t instanceof SQLException sql && isTransient(sql)) {
                return true;
            }
        }
        return failure instanceof OutOfMemoryError;
    }

    private static boolean isTransient(SQLException e) {
        String state = e.getSQLState();
        return e instanceof SQLTransientException
                || e instanceof SQLRecoverableException
                // Only the pool and the connection's plumbing know no state.
                || state == null
                || STATES.stream().anyMatch(state::startsWith);
    }
}
