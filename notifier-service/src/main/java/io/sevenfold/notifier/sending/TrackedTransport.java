package io.sevenfold.notifier.sending;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
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

    /** Not about the mail but about us: log in first (RFC 4954). */
    private static final int AUTHENTICATION_REQUIRED = 530;

    private static final int CLOSING = 421;

    private String command = "";
    private int code;
    private String words;
    private boolean broken;

    TrackedTransport(Session session) {
        super(session, new URLName("smtp", null, -1, null, null, null));
    }

    /** Hands the mail over, and says what came of it; throws nothing. */
    Outcome deliver(MimeMessage mail) {
        command = "";
        code = 0;
        try {
            sendMessage(mail, mail.getAllRecipients());
            return Outcome.sent(codes());
        } catch (MessagingException | RuntimeException e) {
            LOG.debug("A mail was not taken", e);
            return failure();
        }
    }

    /** Whether the connection can take another mail. */
    boolean isUsable() {
        return !broken;
    }

    private Outcome failure() {
        int kind = code / 100;
        broken = kind != 2 && kind != 4 && kind != 5 || code == CLOSING;
        if (kind == 4 || code == AUTHENTICATION_REQUIRED) {
            return Outcome.retrying(codes());
        }
        if (kind == 5) {
            return Outcome.failed(codes());
        }
        if (command.equals(FINAL_DOT)) {
            return Outcome.unknown("connection lost after the final dot");
        }
        return Outcome.retrying("connection lost at " + (command.isEmpty() ? "start" : verb()));
    }

    /** Once the dot is on its way nobody knows; what follows it is cleaning up, and its answers are of no interest. */
    @Override
    protected void sendCommand(String line) throws MessagingException {
        if (!isCleaningUp(line)) {
            command = line;
            code = 0;
        }
        super.sendCommand(line);
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        int answered = super.readServerResponse();
        if (code == 0) {
            code = answered;
            words = getLastServerResponse();
        }
        return answered;
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

    private static boolean isCleaningUp(String line) {
        return line.equals("RSET") || line.equals("QUIT");
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
