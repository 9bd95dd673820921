package io.sevenfold.notifier.sending;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Connections to the SMTP server, kept open for a while for the mails that may follow. */
@ApplicationScoped
public class Connections {

    private static final Duration IDLE_AT_MOST = Duration.ofSeconds(30);

    /** Servers do not like it when one client holds them for ever. */
    private static final int MAILS_AT_MOST = 100;

    private record Idle(TrackedTransport connection, long sinceNanos) {

        boolean isForgotten() {
            return System.nanoTime() - sinceNanos > IDLE_AT_MOST.toNanos();
        }
    }

    private final Smtp smtp;
    private final Deque<Idle> idle = new ArrayDeque<>();
    private boolean stopped;

    Connections(Smtp smtp) {
        this.smtp = smtp;
    }

    /**
     * One that the server was just heard on; to be given back.
     *
     * @throws MessagingException when the server is away or does not let us in: nothing was sent
     */
    TrackedTransport take() throws MessagingException {
        for (Idle kept = poll(); kept != null; kept = poll()) {
            if (!kept.isForgotten() && kept.connection().isAlive()) {
                return kept.connection();
            }
            kept.connection().close();
        }
        return smtp.connect();
    }

    void giveBack(TrackedTransport connection) {
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
