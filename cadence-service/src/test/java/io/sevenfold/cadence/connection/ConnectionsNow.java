package io.sevenfold.cadence.connection;

import io.quarkus.arc.Arc;

/** Has the job look at once at what time has changed. */
public final class ConnectionsNow {

    private ConnectionsNow() {}

    public static void renew() {
        Arc.container().instance(ConnectionJob.class).get().run();
    }
}
