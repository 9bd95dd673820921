package io.sevenfold.notifier.sending;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Pauses that double from attempt to attempt, each shortened by up to half at random so that not all come back at once. */
record BackOff(Duration first, Duration atMost) {

    /** The pause after so many attempts in a row that failed. */
    Duration after(int attempts) {
        double doubled = first.toMillis() * Math.pow(2, Math.max(0, attempts - 1));
        double pause = Math.min(doubled, atMost.toMillis());
        return Duration.ofMillis((long) (pause * ThreadLocalRandom.current().nextDouble(0.5, 1)));
    }
}
