package io.sevenfold.notifier.sending;

import io.opentelemetry.context.Scope;
import io.sevenfold.notifier.mail.UnsendableMail;
import io.sevenfold.notifier.sending.Outcome.About;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/** What one sender has claimed, on its way out: mail after mail over a connection. For one thread, once. */
final class Batch {

    private static final Logger LOG = Logger.getLogger(Sender.class);

    private static final long LOOK_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Deque<Claim> left;
    private final Sender sender;
    private TrackedTransport connection;
    private Handed last; // not written down yet
    private Duration pause = Duration.ZERO; // of what is given back
    private String why;

    Batch(Collection<Claim> claimed, Sender sender) {
        this.left = new ArrayDeque<>(claimed);
        this.sender = sender;
    }

    /** Ends when all is out, the SMTP server is away, or the sender is stopped after the mail in hand; the rest is given back. */
    void send() {
        try {
            while (!left.isEmpty() && !sender.isStopped() && why == null) {
                send(left.remove());
            }
        } finally {
            writeDownLast();
        }
        sender.results.giveBack(left, why, pause);
    }

    @SuppressWarnings("try") // the span is there to be current
    private void send(Claim claim) {
        try (Scope span = sender.trace.of(claim.attempt())) {
            MimeMessage mail = write(claim);
            if (mail != null) {
                handOver(mail, claim);
            }
        }
    }

    /** Null: it cannot be. */
    private MimeMessage write(Claim claim) {
        Outcome failed;
        try {
            return sender.mails.write(
                    claim.facts(), sender.smtp.from(), claim.attempt().messageId(), claim.mailDate());
        } catch (UnsendableMail e) {
            failed = Outcome.failed(e.getMessage());
        } catch (RuntimeException e) {
            LOG.errorf(e, "Reminder %s cannot be written", claim.attempt().id());
            failed = Outcome.failed("cannot be written");
        }
        writeDownLast();
        ended(claim, failed);
        return null;
    }

    /** A connection is taken for the mail alone: while it is under way, another sender writes the next. */
    private void handOver(MimeMessage mail, Claim claim) {
        if (!isItsTurn()) {
            left.addFirst(claim);
            return;
        }
        try {
            connection = sender.connections.take(this::writeDownLast);
        } catch (MessagingException e) {
            restAfter(e);
            left.addFirst(claim);
            return;
        }
        try {
            if (sender.isStopped()) {
                left.addFirst(claim);
            } else if (begin(claim)) {
                ended(claim, deliver(mail));
            }
        } finally {
            sender.connections.giveBack(connection);
        }
    }

    /** False: the sender was stopped while it waited. What became of the last one is not kept back for so long. */
    private boolean isItsTurn() {
        long nanos = sender.pace.nanosToTurn();
        if (nanos > 0) {
            writeDownLast();
        }
        return await(nanos);
    }

    /** Writes the last one's fate down too. */
    private boolean begin(Claim claim) {
        Turns.Turn turn = sender.turns.next(last, claim.attempt());
        if (!turn.settled()) {
            tellTooLate(last);
        }
        last = null;
        return turn.begun();
    }

    private Outcome deliver(MimeMessage mail) {
        Outcome outcome = connection.deliver(mail);
        if (connection.wasLeftBetweenMails()) {
            try {
                connection = sender.connections.another(connection);
                outcome = connection.deliver(mail);
            } catch (MessagingException e) {
                restAfter(e);
                return outcome;
            }
        }
        if (outcome.about() == About.US) {
            pause = sender.outage.goesOn(outcome.answer());
            why = outcome.answer();
        } else {
            sender.outage.over();
        }
        return outcome;
    }

    private void restAfter(MessagingException e) {
        pause = sender.outage.goesOn(e);
        why = "no connection";
    }

    private void ended(Claim claim, Outcome outcome) {
        last = new Handed(claim, outcome);
        Attempt attempt = claim.attempt();
        switch (outcome.state()) {
            case SENT -> LOG.infof("Reminder %s is sent as %s", attempt.id(), attempt.messageId());
            case RETRYING -> LOG.debugf("Reminder %s is tried again: %s", attempt.id(), outcome.answer());
            default -> LOG.warnf("Reminder %s is %s: %s", attempt.id(), outcome.state(), outcome.answer());
        }
    }

    private void writeDownLast() {
        Handed handed = last;
        last = null;
        if (handed != null && !sender.results.settle(handed)) {
            tellTooLate(handed);
        }
    }

    private static void tellTooLate(Handed handed) {
        LOG.warnf(
                "Reminder %s was %s, but too late to say so",
                handed.attempt().id(), handed.outcome().state());
    }

    /** False: the sender was stopped meanwhile. */
    private boolean await(long nanos) {
        long turn = System.nanoTime() + nanos;
        for (long rest = nanos; rest > 0 && !sender.isStopped(); rest = turn - System.nanoTime()) {
            LockSupport.parkNanos(Math.min(rest, LOOK_UP_NANOS));
        }
        return !sender.isStopped();
    }
}
