package io.sevenfold.notifier.sending;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jboss.logging.Logger;

/**
 * An SMTP connection (RFC 5321) that knows, when something breaks, whether the server may have taken the mail: from the
 * final dot on, until its answer is read.
 */
final class TrackedTransport extends SMTPTransport {

    private static final Logger LOG = Logger.getLogger(TrackedTransport.class);

    private static final String FINAL_DOT = ".";

    /** The reply code and, where there is one, the enhanced status code (RFC 3463). */
    private static final Pattern CODES = Pattern.compile("(\\d{3})[ -]?(\\d\\.\\d{1,3}\\.\\d{1,3})?.*", Pattern.DOTALL);

    /** Not about the mail but about us: log in first, or better (RFC 4954). */
    private static final Set<Integer> NOT_LET_IN = Set.of(530, 534, 535, 538);

    private static final int CLOSING = 421;

    private final SmtpConfig config;
    private final Wire wire;
    private final Duration limit;
    private String command = "";
    private int code;
    private String words;
    private boolean broken;
    private boolean cleaningUp;
    private boolean leftAfterwards;
    private int mails;

    /** @param limit after which a mail is not waited for any longer */
    TrackedTransport(Session session, SmtpConfig config, Wire wire, Duration limit) {
        super(session, new URLName("smtp", null, -1, null, null, null));
        this.config = config;
        this.wire = wire;
        this.limit = limit;
    }

    /** Once: Angus would, where the first try fails, connect anew by its own lights. */
    @Override
    protected synchronized boolean protocolConnect(String host, int port, String user, String password)
            throws MessagingException {
        return super.protocolConnect(
                host, port, config.username().orElse(null), config.password().orElse(null));
    }

    /** Hands the mail over, and says what came of it; throws nothing. */
    Outcome deliver(MimeMessage mail) {
        command = "";
        code = 0;
        leftAfterwards = false;
        Future<?> cut = wire.cutAfter(limit);
        try {
            sendMessage(mail, mail.getAllRecipients());
            return Outcome.sent(codes());
        } catch (MessagingException | RuntimeException e) {
            LOG.debug("A mail was not taken", e);
            return failure();
        } finally {
            cut.cancel(false);
            mails++;
        }
    }

    /** Whether the connection can take another mail. */
    boolean isUsable() {
        return !broken;
    }

    /** How many mails were handed over by it, whatever came of them. */
    int mails() {
        return mails;
    }

    /** Whether the server is still there, which it is asked. */
    boolean isAlive() {
        Future<?> cut = wire.cutAfter(limit);
        try {
            return isConnected();
        } finally {
            cut.cancel(false);
        }
    }

    /** Whether the server ended the connection before it took a further mail in, as it may between any two. */
    boolean wasLeftBetweenMails() {
        return broken && mails > 1 && (command.isEmpty() || command.startsWith("MAIL "));
    }

    private Outcome failure() {
        int kind = code / 100;
        broken = kind != 2 && kind != 4 && kind != 5 || code == CLOSING || leftAfterwards || NOT_LET_IN.contains(code);
        if (NOT_LET_IN.contains(code)) {
            return Outcome.notLetIn(codes());
        }
        if (kind == 4) {
            return Outcome.retrying(codes());
        }
        if (kind == 5) {
            // What is said at MAIL is about the sender.
            return command.startsWith("MAIL ") ? Outcome.failed(codes()) : Outcome.refused(codes());
        }
        if (command.equals(FINAL_DOT)) {
            return Outcome.unknown("connection lost after the final dot");
        }
        return Outcome.retrying("connection lost at " + (command.isEmpty() ? "start" : verb()));
    }

    /** Once the dot is on its way nobody knows; what follows it is cleaning up, and its answers are of no interest. */
    @Override
    protected void sendCommand(String line) throws MessagingException {
        cleaningUp = line.equals("RSET") || line.equals("QUIT");
        if (!cleaningUp) {
            command = line;
            code = 0;
        }
        super.sendCommand(line);
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        try {
            int answered = super.readServerResponse();
            if (code == 0 && !cleaningUp) {
                code = answered;
                words = getLastServerResponse();
            }
            leftAfterwards = cleaningUp && answered / 100 != 2;
            return answered;
        } catch (MessagingException e) {
            leftAfterwards = cleaningUp;
            throw e;
        }
    }

    /** Ends the connection; that it may already be gone is no news. */
    @Override
    public synchronized void close() {
        try {
            super.close();
        } catch (MessagingException e) {
            LOG.debug("The connection was already gone", e);
        }
    }

    private String verb() {
        return command.split("[ :]", 2)[0];
    }

    private String codes() {
        Matcher codes = CODES.matcher(words);
        if (!codes.matches()) {
            return null;
        }
        String enhanced = codes.group(2) == null ? "" : " " + codes.group(2);
        return codes.group(1) + enhanced + (code / 100 == 2 ? "" : " at " + stage());
    }

    private String stage() {
        return command.equals(FINAL_DOT) ? "the final dot" : verb();
    }
}
