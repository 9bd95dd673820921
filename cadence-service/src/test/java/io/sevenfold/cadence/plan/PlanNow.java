package io.sevenfold.cadence.plan;

import io.quarkus.arc.Arc;

/** Has the plans that were asked for made at once. */
public final class PlanNow {

    private PlanNow() {}

    public static void anew() {
        Arc.container().instance(ReplanJob.class).get().run();
    }
}
