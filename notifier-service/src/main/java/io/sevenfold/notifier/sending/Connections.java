package io.sevenfold.notifier.sending;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The connections to the SMTP server, so many at the most, each for one mail at a time; kept open for a while for the mails that may
 * follow.
 */
@ApplicationScoped
public class Connections {

    private static final Duration IDLE_AT_MOST = Duration.ofSeconds(30);

    /** Until then it is not asked whether it is still there: that would be a round trip for each mail. */
    private static final Duration JUST_HEARD = Duration.ofSeconds(1);

    private static final long A_MOMENT_MILLIS = 100;

    /** Servers do not like it when one client holds them for ever. */
    private static final int MAILS_AT_MOST = 100;

    private record Idle(TrackedTransport connection, long sinceNanos) {

        boolean isForgotten() {
            return isOlderThan(IDLE_AT_MOST);
        }

        boolean isJustHeard() {
            return !isOlderThan(JUST_HEARD);
        }

        private boolean isOlderThan(Duration age) {
            return System.nanoTime() - sinceNanos > age.toNanos();
        }
    }

    private final Smtp smtp;
    private final Semaphore free;
    private final Deque<Idle> idle = new ArrayDeque<>();
    private boolean stopped;

    Connections(Smtp smtp, SmtpConfig config) {
        this.smtp = smtp;
        this.free = new Semaphore(config.connections(), true);
    }

    /**
     * One that the server was just heard on; to be given back after one mail.
     *
     * @param beforeWaiting done first where others' mails have to be waited for longer than a moment, or the server
     * @throws MessagingException when the server is away or does not let us in: nothing was sent
     */
    TrackedTransport take(Runnable beforeWaiting) throws MessagingException {
        if (!isSoonFree()) {
            beforeWaiting.run();
            free.acquireUninterruptibly();
        }
        TrackedTransport taken = null;
        try {
            taken = open(beforeWaiting);
            return taken;
        } finally {
            if (taken == null) {
                free.release();
            }
        }
    }

    /** Another one instead of this, which the server has left. */
    TrackedTransport another(TrackedTransport left) throws MessagingException {
        left.close();
        return open(() -> {});
    }

    void giveBack(TrackedTransport connection) {
        try {
            keepOrClose(connection);
        } finally {
            free.release();
        }
    }

    private boolean isSoonFree() {
        try {
            return free.tryAcquire(A_MOMENT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private TrackedTransport open(Runnable beforeWaiting) throws MessagingException {
        for (Idle kept = poll(); kept != null; kept = poll()) {
            if (kept.isJustHeard()) {
                return kept.connection();
            }
            beforeWaiting.run();
            if (!kept.isForgotten() && kept.connection().isAlive()) {
                return kept.connection();
            }
            kept.connection().close();
        }
        beforeWaiting.run();
        return smtp.connect();
    }

    private void keepOrClose(TrackedTransport connection) {
        synchronized (this) {
            if (!stopped && connection.isUsable() && connection.mails() < MAILS_AT_MOST) {
                idle.push(new Idle(connection, System.nanoTime()));
                return;
            }
        }
        connection.close();
    }

    @Scheduled(every = "10s")
    void closeForgotten() {
        Idle oldest;
        while ((oldest = pollForgotten()) != null) {
            oldest.connection().close();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        synchronized (this) {
            stopped = true;
        }
        for (Idle kept = poll(); kept != null; kept = poll()) {
            kept.connection().close();
        }
    }

    private synchronized Idle poll() {
        return idle.poll();
    }

    private synchronized Idle pollForgotten() {
        return idle.isEmpty() || !idle.peekLast().isForgotten() ? null : idle.pollLast();
    }
}
