package io.sevenfold.notifier.sending;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** The service does not start where mails would go as nobody wants them to, and says which setting to change. */
class SmtpStartTest {

    static final List<Arguments> REFUSED = List.of(
            Arguments.of(Map.of(), "sevenfold.smtp.allow-plain-text"),
            Arguments.of(Map.of("starttls", "true"), "sevenfold.smtp.starttls is gone: set sevenfold.smtp.tls"),
            Arguments.of(Map.of("tls", "starttls", "username", "us"), "sevenfold.smtp.password"),
            Arguments.of(Map.of("tls", "starttls", "connections", "0"), "sevenfold.smtp.connections"));

    static final List<Map<String, String>> FINE = List.of(
            Map.of("tls", "starttls"),
            Map.of("tls", "implicit", "username", "us", "password", "secret"),
            Map.of("allow-plain-text", "true"));

    @ParameterizedTest
    @FieldSource("REFUSED")
    void doesNotStartInProduction(Map<String, String> settings, String named) {
        SmtpConfig config = config(settings);
        IllegalStateException refusal =
                assertThrows(IllegalStateException.class, () -> SmtpStart.require(config, true));
        assertTrue(refusal.getMessage().contains(named), refusal.getMessage());
    }

    @ParameterizedTest
    @FieldSource("FINE")
    void startsInProduction(Map<String, String> settings) {
        SmtpConfig config = config(settings);
        assertDoesNotThrow(() -> SmtpStart.require(config, true));
    }

    @Test
    void needsNoEncryptionOnOneMachine() {
        SmtpConfig config = config(Map.of());
        assertDoesNotThrow(() -> SmtpStart.require(config, false));
    }

    private static SmtpConfig config(Map<String, String> settings) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .withMapping(SmtpConfig.class)
                .withDefaultValue("sevenfold.smtp.host", "localhost");
        settings.forEach((name, value) -> builder.withDefaultValue("sevenfold.smtp." + name, value));
        return builder.build().getConfigMapping(SmtpConfig.class);
    }
}
