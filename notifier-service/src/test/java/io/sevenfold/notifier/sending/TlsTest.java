package io.sevenfold.notifier.sending;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sevenfold.notifier.sending.Fault.Stage;
import io.sevenfold.notifier.sending.FaultySmtpServer.Tls;
import jakarta.mail.MessagingException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is not who they say, or does not encrypt, hears neither our password nor our mail. */
class TlsTest {

    private static SelfSignedCertificate ours;

    private static SelfSignedCertificate ofAnotherHost;

    @BeforeAll
    static void makeCertificates(@TempDir Path folder) throws Exception {
        ours = SelfSignedCertificate.of("dns:localhost", folder);
        ofAnotherHost = SelfSignedCertificate.of("dns:another.example", folder);
    }

    @ParameterizedTest
    @CsvSource({"OFFERED, starttls", "IMPLICIT, implicit"})
    void sendsEncrypted(Tls offered, String setting) throws Exception {
        try (FaultySmtpServer server = new FaultySmtpServer(0, offered, ours.server());
                TrackedTransport connection =
                        SmtpOfTests.to(server, settings(setting, ours)).connect()) {
            assertEquals(Outcome.sent("250 2.0.0"), connection.deliver(TrackedTransportTest.mail()));
            assertTrue(server.commands().stream().anyMatch(it -> it.startsWith("AUTH PLAIN")));
        }
    }

    @ParameterizedTest
    @CsvSource({"OFFERED, starttls", "IMPLICIT, implicit"})
    void refusesACertificateNobodyVouchesFor(Tls offered, String setting) throws Exception {
        try (FaultySmtpServer server = new FaultySmtpServer(0, offered, ours.server())) {
            assertSaysNothing(server, settings(setting, null));
        }
    }

    @ParameterizedTest
    @CsvSource({"OFFERED, starttls", "IMPLICIT, implicit"})
    void refusesTheCertificateOfAnotherHost(Tls offered, String setting) throws Exception {
        try (FaultySmtpServer server = new FaultySmtpServer(0, offered, ofAnotherHost.server())) {
            assertSaysNothing(server, settings(setting, ofAnotherHost));
        }
    }

    @Test
    void refusesAServerWhoseOfferOfStarttlsWasStripped() throws Exception {
        try (FaultySmtpServer server = new FaultySmtpServer(0)) {
            assertSaysNothing(server, settings("starttls", ours));
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.Then.class)
    void refusesAServerThatTakesItsOfferBack(Fault.Then then) throws Exception {
        Fault fault = new Fault(Stage.STARTTLS, then == Fault.Then.GO_ON ? "454 4.7.0 not now" : null, then);
        try (FaultySmtpServer server = new FaultySmtpServer(0, Tls.OFFERED, ours.server(), fault)) {
            assertSaysNothing(server, settings("starttls", ours));
        }
    }

    @Test
    void refusesAServerThatSpeaksPlainTextWhereTlsIsImplied() throws Exception {
        try (FaultySmtpServer server = new FaultySmtpServer(0)) {
            assertSaysNothing(server, settings("implicit", ours));
        }
    }

    private static void assertSaysNothing(FaultySmtpServer server, Map<String, String> settings) {
        Smtp smtp = SmtpOfTests.to(server, settings);
        assertThrows(MessagingException.class, smtp::connect);
        assertEquals(
                List.of(),
                server.commands().stream()
                        .filter(it -> it.startsWith("AUTH") || it.startsWith("MAIL"))
                        .toList());
    }

    private static Map<String, String> settings(String tls, SelfSignedCertificate trusted) {
        Map<String, String> settings = new HashMap<>(Map.of("tls", tls, "username", "us", "password", "secret"));
        if (trusted != null) {
            settings.put("trusted-certificates", trusted.pem().toString());
        }
        return settings;
    }
}
