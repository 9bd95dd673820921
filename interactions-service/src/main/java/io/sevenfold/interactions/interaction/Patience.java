package io.sevenfold.interactions.interaction;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Tries again while something mentioned is {@link NotKnownYet}, up to two seconds. Each attempt is a transaction of its own, so that
 * nothing of the database is held in between; and only so many requests wait at a time, so that threads are left for the others.
 */
@ApplicationScoped
class Patience {

    private static final long AT_MOST = Duration.ofSeconds(2).toNanos();
    private static final long FIRST_PAUSE_MILLIS = 25;
    private static final long LONGEST_PAUSE_MILLIS = 200;

    private final Semaphore waiting = new Semaphore(50);

    /** @throws io.sevenfold.rest.ProblemException 422 where it is still not known */
    <T> T with(Supplier<T> attempt) {
        try {
            return attempt.get();
        } catch (NotKnownYet e) {
            if (!waiting.tryAcquire()) {
                throw e.problem();
            }
        }
        try {
            return retry(attempt);
        } finally {
            waiting.release();
        }
    }

    private static <T> T retry(Supplier<T> attempt) {
        long start = System.nanoTime();
        for (long pause = FIRST_PAUSE_MILLIS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
            boolean interrupted = pause(pause);
            try {
                return attempt.get();
            } catch (NotKnownYet e) {
                if (interrupted || System.nanoTime() - start > AT_MOST) {
                    throw e.problem();
                }
            }
        }
    }

    private static boolean pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
