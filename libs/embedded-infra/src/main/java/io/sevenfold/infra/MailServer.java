package io.sevenfold.infra;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;

/**
 * An SMTP server on 127.0.0.1 that delivers to a folder: each mail is one {@code <time>-<n>.eml}, whole on disk before the
 * client hears 250.
 *
 * <p>A test can take it away ({@link #stop}, {@link #start()}) or let it answer badly ({@link #answer}).
 */
public final class MailServer implements AutoCloseable {

    /** How it answers once a whole mail has come. */
    public enum Answer {
        /** 250; the mail is delivered. */
        ACCEPTED,
        /** 451; not delivered, worth another try. */
        TRY_LATER,
        /** 554; not delivered, for good. */
        REFUSED,
        /** None: the mail is delivered, but the connection breaks before the client hears so. */
        LOST
    }

    /** The wall clock's UTC time; in file names it sorts mails as they came. */
    private static final DateTimeFormatter FILE_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Clock clock;
    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final AtomicLong count = new AtomicLong();
    private volatile Answer answer = Answer.ACCEPTED;
    private int port;
    private SMTPServer server;

    private MailServer(Path folder, int port) {
        this.folder = folder;
        this.port = port;
        this.clock = Clock.systemUTC();
    }

    /**
     * Starts a server that delivers to a folder, which is made where it is new.
     *
     * @param port the port, or 0 for a free one
     */
    public static MailServer start(Path folder, int port) {
        MailServer server = new MailServer(folder, port);
        server.start();
        return server;
    }

    /** Starts it again after {@link #stop}, on the same folder and port. */
    public synchronized void start() {
        if (server != null) {
            return;
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot deliver mail to " + folder, e);
        }
        SMTPServer starting = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .insertReceivedHeaders(false)
                .messageHandlerFactory(Delivery::new)
                .build();
        starting.start();
        server = starting;
        port = starting.getPortAllocated();
    }

    /** Stops it and breaks its connections, as an outage would; what it delivered stays. */
    public synchronized void stop() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    @Override
    public void close() {
        stop();
    }

    public int port() {
        return port;
    }

    /** What was delivered since the start or {@link #clear}, in the order of arrival. */
    public List<Mail> mails() {
        return List.copyOf(mails);
    }

    /** Forgets the mails and answers {@link Answer#ACCEPTED} again; the files stay. */
    public void clear() {
        mails.clear();
        answer = Answer.ACCEPTED;
    }

    /** How it answers from now on. */
    public void answer(Answer answer) {
        this.answer = answer;
    }

    private void deliver(String sender, List<String> recipients, String raw) throws IOException {
        String name = FILE_TIME.format(clock.instant()) + "-" + count.incrementAndGet();
        Path unfinished = Files.writeString(folder.resolve(name + ".tmp"), raw, StandardCharsets.ISO_8859_1);
        Path file = Files.move(unfinished, folder.resolve(name + ".eml"), StandardCopyOption.ATOMIC_MOVE);
        mails.add(new Mail(sender, List.copyOf(recipients), raw, file));
    }

    private final class Delivery implements MessageHandler {

        private final MessageContext context;
        private final List<String> recipients = new ArrayList<>();
        private String sender;

        private Delivery(MessageContext context) {
            this.context = context;
        }

        @Override
        public void from(String from) {
            sender = from;
        }

        @Override
        public void recipient(String recipient) {
            recipients.add(recipient);
        }

        @Override
        public String data(InputStream data) throws RejectException, IOException {
            // Byte for byte, whatever its charset.
            String raw = new String(data.readAllBytes(), StandardCharsets.ISO_8859_1);
            switch (answer) {
                case ACCEPTED -> deliver(sender, recipients, raw);
                case TRY_LATER -> throw new RejectException(451, "4.3.0 Try again later");
                case REFUSED -> throw new RejectException(554, "5.7.1 Refused");
                case LOST -> {
                    deliver(sender, recipients, raw);
                    ((Session) context).closeSocket();
                    throw new IOException("Told to break the connection");
                }
            }
            return null;
        }

        @Override
        public void done() {}
    }
}
