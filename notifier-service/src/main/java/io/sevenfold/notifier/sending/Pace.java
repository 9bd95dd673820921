package io.sevenfold.notifier.sending;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** How fast this process sends: so many mails a second of the wall clock, evenly, over all its connections. */
@ApplicationScoped
public class Pace {

    private final long gapNanos;
    private long nextNanos = System.nanoTime();

    Pace(RemindersConfig config) {
        if (config.perSecond() < 1) {
            throw new IllegalArgumentException("sevenfold.reminders.per-second must be at least 1");
        }
        this.gapNanos = Duration.ofSeconds(1).toNanos() / config.perSecond();
    }

    /** Takes the next mail's turn; gives how long that is from now, in nanoseconds: 0 for at once. */
    synchronized long nanosToTurn() {
        long now = System.nanoTime();
        long turn = Math.max(now, nextNanos);
        nextNanos = turn + gapNanos;
        return turn - now;
    }
}
