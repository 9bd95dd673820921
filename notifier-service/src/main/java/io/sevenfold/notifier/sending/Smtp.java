package io.sevenfold.notifier.sending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Properties;

/** Connects to the SMTP server. */
@ApplicationScoped
public class Smtp {

    private final SmtpConfig config;
    private final Session session;
    private final InternetAddress from;

    Smtp(SmtpConfig config) {
        this.config = config;
        this.from = address(config.from());
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
        TrackedTransport transport = new TrackedTransport(session);
        transport.connect(
                config.host(),
                config.port(),
                config.username().orElse(null),
                config.password().orElse(null));
        return transport;
    }

    private Properties properties() {
        String timeout = Long.toString(config.timeout().toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", timeout);
        properties.setProperty("mail.smtp.timeout", timeout);
        properties.setProperty("mail.smtp.writetimeout", timeout);
        properties.setProperty("mail.smtp.localhost", domain());
        properties.setProperty("mail.smtp.from", from.getAddress());
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(config.username().isPresent()));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(config.starttls()));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(config.starttls()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }

    private static InternetAddress address(String from) {
        try {
            return new InternetAddress(from, true);
        } catch (AddressException e) {
            throw new IllegalArgumentException("sevenfold.smtp.from is no mail address", e);
        }
    }
}
