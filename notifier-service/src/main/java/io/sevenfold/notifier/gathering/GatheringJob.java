package io.sevenfold.notifier.gathering;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.sevenfold.delivery.DatabaseTicks;
import io.sevenfold.notifier.sending.SendingJob;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Has what is due gathered, in one thread of its own: every second, and at once when consumers have stored something. */
@ApplicationScoped
public class GatheringJob {

    private static final Logger LOG = Logger.getLogger(GatheringJob.class);

    private final Gathering gathering;
    private final SendingJob sending;
    private final DatabaseTicks ticks = new DatabaseTicks(GatheringJob.class, "What is due waits to be gathered");
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> new Thread(task, "gatherer"));
    private final AtomicBoolean asked = new AtomicBoolean();

    GatheringJob(Gathering gathering, SendingJob sending) {
        this.gathering = gathering;
        this.sending = sending;
    }

    /** Looks soon, however often it is asked to. */
    @Scheduled(every = "1s")
    public void wake() {
        if (asked.compareAndSet(false, true)) {
            try {
                thread.execute(this::gather);
            } catch (RejectedExecutionException e) {
                LOG.debug("Not gathering any more", e);
            }
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        thread.shutdown();
        thread.awaitTermination(8, TimeUnit.SECONDS);
    }

    private void gather() {
        asked.set(false);
        ticks.run(gathering::gather);
        sending.wake();
    }
}
