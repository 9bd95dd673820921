package io.sevenfold.notifier.sending;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Whether the SMTP server is away: tells of it once, and how long to leave it alone. */
@ApplicationScoped
public class Outage {

    private static final Logger LOG = Logger.getLogger(Outage.class);
    private static final Duration LONGEST_REST = Duration.ofSeconds(30);

    private final BackOff backOff;
    private int failures;
    private long restUntilNanos;

    Outage(RemindersConfig config) {
        this.backOff = new BackOff(config.retryAfter(), LONGEST_REST);
    }

    /** It did not let us in; gives the rest it is left. */
    synchronized Duration goesOn(Exception because) {
        failures++;
        if (failures == 1) {
            LOG.warnf(
                    "The SMTP server is away (%s); reminders wait until it is back",
                    because.getClass().getSimpleName());
        }
        Duration rest = backOff.after(failures);
        restUntilNanos = System.nanoTime() + rest.toNanos();
        return rest;
    }

    synchronized void over() {
        if (failures > 0) {
            LOG.infof("The SMTP server is back, after %d failed attempts to connect", failures);
        }
        failures = 0;
    }

    synchronized boolean isResting() {
        return failures > 0 && System.nanoTime() - restUntilNanos < 0;
    }
}
