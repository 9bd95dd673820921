package io.sevenfold.notifier.sending;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Has what is due sent, in one thread of its own: every second, and at once when consumers have stored something. */
@ApplicationScoped
public class SendingJob {

    private static final Logger LOG = Logger.getLogger(SendingJob.class);

    private final Sender sender;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> new Thread(task, "sender"));
    private final AtomicBoolean asked = new AtomicBoolean();
    private boolean failing;

    SendingJob(Sender sender) {
        this.sender = sender;
    }

    /** Looks soon, however often it is asked to. */
    @Scheduled(every = "1s")
    public void wake() {
        if (asked.compareAndSet(false, true)) {
            try {
                thread.execute(this::send);
            } catch (RejectedExecutionException e) {
                LOG.debug("Not sending any more", e);
            }
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        sender.stop();
        thread.shutdown();
        thread.awaitTermination(8, TimeUnit.SECONDS);
    }

    private void send() {
        asked.set(false);
        try {
            sender.sendDue();
            failing = false;
        } catch (RuntimeException e) {
            LOG.logf(failing ? Logger.Level.DEBUG : Logger.Level.WARN, "Reminders wait: %s", e);
            failing = true;
        }
    }
}
