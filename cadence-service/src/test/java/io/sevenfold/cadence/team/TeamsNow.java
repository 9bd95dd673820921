package io.sevenfold.cadence.team;

import io.quarkus.arc.Arc;

/** Has the job do at once what it does every second or so. */
public final class TeamsNow {

    private TeamsNow() {}

    public static void tell() {
        Arc.container().instance(TeamWeekJob.class).get().run();
    }
}
