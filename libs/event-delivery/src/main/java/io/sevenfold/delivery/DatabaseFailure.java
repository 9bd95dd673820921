package io.sevenfold.delivery;

import java.sql.SQLException;

/** A transaction of the worker role that did not come about, with the database's own exception as cause. */
public class DatabaseFailure extends RuntimeException {

    private final boolean connected;

    DatabaseFailure(SQLException cause, boolean connected) {
        super(cause);
        this.connected = connected;
    }

    /** Whether the same may succeed later: the database or a connection was not to be had, or others were in the way. */
    public boolean isTransient() {
        return !connected || Transience.of(getCause());
    }
}
