package io.sevenfold.notifier.sending;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Connections to a {@link FaultySmtpServer}, without the service around them. */
final class SmtpOfTests {

    private SmtpOfTests() {}

    static Smtp to(FaultySmtpServer server) {
        return to(server, Map.of());
    }

    /** @param settings without their prefix {@code sevenfold.smtp} */
    static Smtp to(FaultySmtpServer server, Map<String, String> settings) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .withMapping(SmtpConfig.class)
                .withMapping(RemindersConfig.class)
                .withDefaultValue("sevenfold.smtp.host", "localhost")
                .withDefaultValue("sevenfold.smtp.port", Integer.toString(server.port()))
                .withDefaultValue("sevenfold.smtp.timeout", "PT0.5S")
                .withDefaultValue("sevenfold.reminders.lease", "PT3S");
        settings.forEach((name, value) -> builder.withDefaultValue("sevenfold.smtp." + name, value));
        SmallRyeConfig config = builder.build();
        return new Smtp(config.getConfigMapping(SmtpConfig.class), config.getConfigMapping(RemindersConfig.class));
    }
}
