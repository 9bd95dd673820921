package io.sevenfold.notifier.sending;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Does not let the service start where its settings would have mails go as nobody wants them to. */
@ApplicationScoped
public class SmtpStart {

    private final SmtpConfig config;

    SmtpStart(SmtpConfig config) {
        this.config = config;
    }

    void check(@Observes StartupEvent event) {
        require(config, ConfigUtils.isProfileActive("prod"));
    }

    /** @throws IllegalStateException that names the setting to change */
    static void require(SmtpConfig config, boolean production) {
        if (config.starttls().isPresent()) {
            throw new IllegalStateException("sevenfold.smtp.starttls is gone: set sevenfold.smtp.tls to starttls,"
                    + " implicit or none instead");
        }
        if (config.connections() < 1) {
            throw new IllegalStateException("sevenfold.smtp.connections must be at least 1");
        }
        if (config.username().isPresent() != config.password().isPresent()) {
            throw new IllegalStateException("sevenfold.smtp.username and sevenfold.smtp.password go together");
        }
        if (production && config.tls() == TlsMode.NONE && !config.allowPlainText()) {
            throw new IllegalStateException("Mails would be sent in plain text: set sevenfold.smtp.tls to starttls or"
                    + " implicit or, where nobody can listen in, sevenfold.smtp.allow-plain-text to true");
        }
    }
}
