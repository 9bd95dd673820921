package io.sevenfold.cadence.due;

import io.quarkus.arc.Arc;

/** Has the jobs do at once what they do every second or so. */
public final class DueNow {

    private DueNow() {}

    public static void release() {
        Arc.container().instance(DueJob.class).get().run();
        Arc.container().instance(ReplyClockJob.class).get().run();
    }

    public static void beginAndEndAbsences() {
        Arc.container().instance(AbsenceJob.class).get().run();
    }

    /** Many days, one after the other: what a test of the clock needs. */
    public static void beginDays() {
        Arc.container().instance(DueJob.class).get().run();
    }

    public static void sample() {
        Arc.container().instance(DueMetrics.class).get().sample();
    }
}
