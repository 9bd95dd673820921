package io.sevenfold.notifier.sending;

import io.sevenfold.notifier.mail.ReminderMails;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Sends what is due: claims, commits, and only then connects (N7). Any number may run at once, here and elsewhere; none sends
 * inside a transaction.
 */
@ApplicationScoped
public class Sender {

    final Results results;
    final Turns turns;
    final ReminderMails mails;
    final Smtp smtp;
    final Connections connections;
    final Pace pace;
    final Outage outage;
    final MailTrace trace;
    private final Claims claims;
    private final RemindersConfig config;
    private volatile boolean stopped;

    Sender(
            Claims claims,
            Results results,
            Turns turns,
            ReminderMails mails,
            Smtp smtp,
            Connections connections,
            Pace pace,
            Outage outage,
            MailTrace trace,
            RemindersConfig config) {
        this.claims = claims;
        this.results = results;
        this.turns = turns;
        this.mails = mails;
        this.smtp = smtp;
        this.connections = connections;
        this.pace = pace;
        this.outage = outage;
        this.trace = trace;
        this.config = config;
    }

    /**
     * Until nothing is due any more, or the SMTP server is away.
     *
     * @param more called where there is enough for another sender, too
     */
    void sendDue(Runnable more) {
        while (!stopped && !outage.isResting()) {
            List<Claim> claimed = claims.claim();
            if (claimed.isEmpty()) {
                return;
            }
            if (claimed.size() >= config.batch()) {
                more.run();
            }
            new Batch(claimed, this).send();
        }
    }

    /** Ends after the mail in hand; what else was claimed is given back. */
    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }
}
