package io.sevenfold.notifier.sending;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The SMTP server that takes our mail. */
@ConfigMapping(prefix = "sevenfold.smtp")
public interface SmtpConfig {

    String host();

    @WithDefault("25")
    int port();

    /** Whom the mails are from, as in a header: {@code Sevenfold <reminders@example.com>}. */
    @WithDefault("Sevenfold <sevenfold@localhost>")
    String from();

    Optional<String> username();

    Optional<String> password();

    @WithDefault("none")
    TlsMode tls();

    /** Certificates (PEM) of who else may vouch for the server; where it is set, nobody the JVM trusts may. */
    Optional<Path> trustedCertificates();

    /** Whether mails may go unencrypted in production, too. */
    @WithDefault("false")
    boolean allowPlainText();

    /** The name that {@link #tls} had before; refused, for it would be passed over in silence. */
    Optional<String> starttls();

    /** How many mails may be handed over at once by this process, each over a connection of its own. */
    @WithDefault("2")
    int connections();

    /** How long connecting, each read and each write may take. */
    @WithDefault("PT20S")
    Duration timeout();
}
