package io.sevenfold.notifier.sending;

import io.opentelemetry.context.Scope;
import io.sevenfold.notifier.mail.ReminderMails;
import io.sevenfold.notifier.mail.UnsendableMail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Sends what is due: claims, commits, and only then connects (N7). Any number may run at once, here and elsewhere; none sends
 * inside a transaction.
 */
@ApplicationScoped
public class Sender {

    private static final Logger LOG = Logger.getLogger(Sender.class);

    private final Claims claims;
    private final Results results;
    private final ReminderMails mails;
    private final Smtp smtp;
    private final Outage outage;
    private final MailTrace trace;
    private volatile boolean stopped;

    Sender(Claims claims, Results results, ReminderMails mails, Smtp smtp, Outage outage, MailTrace trace) {
        this.claims = claims;
        this.results = results;
        this.mails = mails;
        this.smtp = smtp;
        this.outage = outage;
        this.trace = trace;
    }

    /** Until nothing is due any more, or the SMTP server is away. */
    void sendDue() {
        while (!stopped && !outage.isResting()) {
            List<Claim> claimed = claims.claim();
            if (claimed.isEmpty()) {
                return;
            }
            send(new ArrayDeque<>(claimed));
        }
    }

    /** Ends after the mail in hand; what else was claimed is given back. */
    void stop() {
        stopped = true;
    }

    private void send(Deque<Claim> claimed) {
        while (!claimed.isEmpty()) {
            try (TrackedTransport connection = smtp.connect()) {
                outage.over();
                while (!claimed.isEmpty() && connection.isUsable() && !stopped) {
                    send(claimed.remove(), connection);
                }
            } catch (MessagingException e) {
                results.giveBack(List.copyOf(claimed), "no connection", outage.goesOn(e));
                return;
            }
            if (stopped) {
                results.giveBack(List.copyOf(claimed), null, Duration.ZERO);
                return;
            }
        }
    }

    @SuppressWarnings("try") // the span is there to be current
    private void send(Claim claim, TrackedTransport connection) {
        Attempt attempt = claim.attempt();
        try (Scope span = trace.of(attempt)) {
            Outcome outcome = attempt(claim, connection);
            if (outcome != null && results.settle(attempt, outcome)) {
                tell(attempt, outcome);
            } else if (outcome != null) {
                LOG.warnf("Reminder %s was %s, but too late to say so", attempt.id(), outcome.state());
            }
        }
    }

    /** Null: not ours to send any more. */
    private Outcome attempt(Claim claim, TrackedTransport connection) {
        MimeMessage mail;
        try {
            mail = mails.write(claim.facts(), smtp.from(), claim.attempt().messageId(), claim.mailDate());
        } catch (UnsendableMail e) {
            return Outcome.failed(e.getMessage());
        } catch (RuntimeException e) {
            LOG.errorf(e, "Reminder %s cannot be written", claim.attempt().id());
            return Outcome.failed("cannot be written");
        }
        return claims.begin(claim.attempt()) ? connection.deliver(mail) : null;
    }

    private static void tell(Attempt attempt, Outcome outcome) {
        switch (outcome.state()) {
            case SENT -> LOG.infof("Reminder %s is sent as %s", attempt.id(), attempt.messageId());
            case RETRYING -> LOG.debugf("Reminder %s is tried again: %s", attempt.id(), outcome.answer());
            default -> LOG.warnf("Reminder %s is %s: %s", attempt.id(), outcome.state(), outcome.answer());
        }
    }
}
