package io.sevenfold.notifier.sending;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import javax.net.ssl.SSLSocketFactory;

/** Connects to the SMTP server. */
@ApplicationScoped
public class Smtp {

    private final SmtpConfig config;
    private final Duration limit;
    private final InternetAddress from;
    private final SSLSocketFactory tls;
    private final Session session;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, Smtp::timerThread);

    Smtp(SmtpConfig config, RemindersConfig reminders) {
        this.config = config;
        // Well before the lease ends, so that what came of the mail is still ours to say.
        this.limit = reminders.lease().dividedBy(2);
        this.from = address(config.from());
        this.tls = TrustedCertificates.sockets(config.trustedCertificates());
        timer.setRemoveOnCancelPolicy(true);
        this.session = Session.getInstance(properties());
    }

    /** Whom our mails are from. */
    InternetAddress from() {
        return from;
    }

    /** The domain we send for; what stands right of the @ in a Message-ID. */
    String domain() {
        return from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
    }

    /** @throws MessagingException when the server is away or does not let us in: nothing was sent */
    TrackedTransport connect() throws MessagingException {
        Wire wire = new Wire(timer);
        Future<?> cut = wire.cutAfter(limit);
        TrackedTransport transport = new TrackedTransport(session, config, wire, limit);
        try {
            wire.connect(config.host(), config.port(), config.timeout());
            Socket socket = config.tls() == TlsMode.IMPLICIT ? wire.encrypted(tls, config.host()) : wire.plain();
            transport.connect(socket);
            return transport;
        } catch (IOException e) {
            wire.cut();
            throw new MessagingException("No connection to the SMTP server", e);
        } catch (MessagingException | RuntimeException e) {
            wire.cut();
            throw e;
        } finally {
            cut.cancel(false);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdown();
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.localhost", domain());
        properties.setProperty("mail.smtp.from", from.getAddress());
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(config.username().isPresent()));
        String starttls = Boolean.toString(config.tls() == TlsMode.STARTTLS);
        properties.setProperty("mail.smtp.starttls.enable", starttls);
        properties.setProperty("mail.smtp.starttls.required", starttls);
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.socketFactory", tls);
        return properties;
    }

    private static Thread timerThread(Runnable task) {
        Thread thread = new Thread(task, "smtp-timer");
        thread.setDaemon(true);
        return thread;
    }

    private static InternetAddress address(String from) {
        try {
            return new InternetAddress(from, true);
        } catch (AddressException e) {
            throw new IllegalArgumentException("sevenfold.smtp.from is no mail address", e);
        }
    }
}
