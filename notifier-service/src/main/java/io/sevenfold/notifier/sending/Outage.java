package io.sevenfold.notifier.sending;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.jboss.logging.Logger;

/** Whether the SMTP server is away or does not let us in: tells of it once, and how long to leave it alone. */
@Singleton
public class Outage {

    private static final Logger LOG = Logger.getLogger(Outage.class);
    private static final Duration LONGEST_REST = Duration.ofSeconds(30);

    private final BackOff backOff;
    private final Counter refusals;
    private int failures;
    private long sinceNanos;
    private long restUntilNanos;

    Outage(RemindersConfig config, MeterRegistry meters) {
        this.backOff = new BackOff(config.retryAfter(), LONGEST_REST);
        this.refusals = Counter.builder("sevenfold.smtp.connect.failures")
                .description("Attempts at a connection to the SMTP server that came to nothing")
                .register(meters);
        Gauge.builder("sevenfold.smtp.outage", this::seconds)
                .description("For how long the SMTP server has been away or has not let us in; 0: it is there")
                .baseUnit("seconds")
                .register(meters);
    }

    /** It did not let us in; gives the rest it is left. */
    Duration goesOn(MessagingException because) {
        return goesOn(reason(because));
    }

    /** @param because without what the server said, which may name people */
    synchronized Duration goesOn(String because) {
        refusals.increment();
        failures++;
        if (failures == 1) {
            sinceNanos = System.nanoTime();
            LOG.warnf("The SMTP server does not take our mail (%s); reminders wait until it does", because);
        }
        Duration rest = backOff.after(failures);
        restUntilNanos = System.nanoTime() + rest.toNanos();
        return rest;
    }

    synchronized void over() {
        if (failures > 0) {
            LOG.infof("The SMTP server takes our mail again, after %d failed attempts", failures);
        }
        failures = 0;
    }

    synchronized boolean isResting() {
        return failures > 0 && System.nanoTime() - restUntilNanos < 0;
    }

    private synchronized double seconds() {
        return failures == 0 ? 0 : (double) (System.nanoTime() - sinceNanos) / TimeUnit.SECONDS.toNanos(1);
    }

    private static String reason(MessagingException because) {
        if (because instanceof AuthenticationFailedException) {
            return "it refuses sevenfold.smtp.username and sevenfold.smtp.password";
        }
        for (Throwable cause = because; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return "no trusted TLS connection: " + cause.getMessage();
            }
        }
        Throwable cause = because.getCause() == null ? because : because.getCause();
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}
