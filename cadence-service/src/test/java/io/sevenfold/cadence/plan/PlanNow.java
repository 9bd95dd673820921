package io.sevenfold.cadence.plan;

import io.quarkus.arc.Arc;
import io.sevenfold.delivery.Outbox;
import io.sevenfold.delivery.WorkerTransactions;
import java.sql.Connection;
import java.time.Clock;
import java.util.function.UnaryOperator;

/** Has the plans that were asked for made at once. */
public final class PlanNow {

    private PlanNow() {}

    public static void anew() {
        bean(ReplanJob.class).run();
    }

    /** One batch of them, on the connection that is made of the job's own. How many there were. */
    public static int batch(UnaryOperator<Connection> connections) {
        return bean(WorkerTransactions.class)
                .call(connection -> ReplanJob.batch(
                        connections.apply(connection),
                        bean(Outbox.class),
                        bean(Clock.class).instant()));
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
