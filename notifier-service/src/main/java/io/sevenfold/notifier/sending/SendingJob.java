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

/**
 * Has what is due sent, every second, and at once when consumers have stored something: by one sender and, while there is
 * enough for them, by more: two for each connection, so that one writes the next mail while the other's is under way.
 */
@ApplicationScoped
public class SendingJob {

    private static final Logger LOG = Logger.getLogger(SendingJob.class);

    private final Sender sender;
    private final ExecutorService senders;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicBoolean failing = new AtomicBoolean();

    SendingJob(Sender sender, SmtpConfig config) {
        this.sender = sender;
        this.senders = Executors.newFixedThreadPool(2 * config.connections(), task -> new Thread(task, "sender"));
    }

    /** Looks soon, however often it is asked to. */
    @Scheduled(every = "1s")
    public void wake() {
        if (asked.compareAndSet(false, true)) {
            try {
                senders.execute(this::send);
            } catch (RejectedExecutionException e) {
                LOG.debug("Not sending any more", e);
            }
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        sender.stop();
        senders.shutdown();
        senders.awaitTermination(8, TimeUnit.SECONDS);
    }

    private void send() {
        asked.set(false);
        try {
            sender.sendDue(this::wake);
            failing.set(false);
        } catch (RuntimeException e) {
            LOG.logf(failing.getAndSet(true) ? Logger.Level.DEBUG : Logger.Level.WARN, "Reminders wait: %s", e);
        }
    }
}
