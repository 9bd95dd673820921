package io.sevenfold.notifier.sending;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
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

    /** Whether the connection must be encrypted by STARTTLS (RFC 3207) before anything is sent. */
    @WithDefault("false")
    boolean starttls();

    /** How long connecting, each read and each write may take. */
    @WithDefault("PT20S")
    Duration timeout();
}
