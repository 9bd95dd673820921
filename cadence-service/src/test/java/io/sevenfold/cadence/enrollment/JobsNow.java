package io.sevenfold.cadence.enrollment;

import io.quarkus.arc.Arc;

/** Has the jobs worked off at once, in the caller's thread: a replica of its own. */
public final class JobsNow {

    private JobsNow() {}

    public static void work() {
        Arc.container().instance(EnrollmentJob.class).get().run();
    }
}
