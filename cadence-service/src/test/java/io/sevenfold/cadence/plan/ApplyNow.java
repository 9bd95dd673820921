package io.sevenfold.cadence.plan;

import io.quarkus.arc.Arc;

/** Has the versions that were applied taken to the active enrollments at once. */
public final class ApplyNow {

    private ApplyNow() {}

    public static void all() {
        Arc.container().instance(ApplyJob.class).get().run();
    }
}
