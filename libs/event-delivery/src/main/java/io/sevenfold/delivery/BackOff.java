package io.sevenfold.delivery;

import java.time.Duration;
import org.jboss.logging.Logger;

/** Waits longer after each failure in a row, up to a few seconds, and says so once per outage. Used by one thread. */
final class BackOff {

    private static final Logger LOG = Logger.getLogger(BackOff.class);
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private final String who;
    private int failures;
    private long until;

    BackOff(String who) {
        this.who = who;
    }

    void failed(Throwable failure) {
        if (failures == 0) {
            LOG.warnf("The %s is held up and keeps trying: %s", who, failure);
        } else {
            LOG.debugf(failure, "The %s is still held up", who);
        }
        long delay = Math.min(FIRST.toNanos() << Math.min(failures, 10), LONGEST.toNanos());
        until = System.nanoTime() + delay;
        failures++;
    }

    void succeeded() {
        if (failures > 0) {
            LOG.infof("The %s works again", who);
            failures = 0;
        }
    }

    boolean isWaiting() {
        return !remaining().isZero();
    }

    /** Never negative. */
    Duration remaining() {
        return failures == 0 ? Duration.ZERO : Duration.ofNanos(Math.max(0, until - System.nanoTime()));
    }
}
