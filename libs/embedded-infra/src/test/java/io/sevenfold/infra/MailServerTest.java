package io.sevenfold.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailServerTest {

    @TempDir
    Path folder;

    @Test
    void hasTheMailAsAFileWhenItAnswers() throws Exception {
        try (MailServer server = MailServer.start(folder, 0)) {
            // When
            send(server, "Grüße an Zoë");

            // Then
            Mail mail = server.mails().get(0);
            assertEquals("Grüße an Zoë", mail.subject());
            assertEquals("sevenfold@example.org", mail.sender());
            assertEquals(List.of("rep@example.org"), mail.recipients());
            assertEquals("Heute: Zoë ☎", mail.text());
            assertEquals("<p>Heute: Zoë ☎</p>", mail.html());
            assertEquals(List.of(mail.file()), files());
            assertTrue(mail.file().toString().endsWith("-1.eml"));
            assertEquals(mail.raw(), Files.readString(mail.file(), StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void comesBackOnTheSamePortAfterAnOutage() throws Exception {
        try (MailServer server = MailServer.start(folder, 0)) {
            // Given
            server.stop();
            assertThrows(MessagingException.class, () -> send(server, "while it is away"));

            // When
            server.start();
            send(server, "back");

            // Then
            assertEquals("back", server.mails().get(0).subject());
        }
    }

    @ParameterizedTest
    @CsvSource({"TRY_LATER, 451", "REFUSED, 554"})
    void deliversNothingThatItRefuses(MailServer.Answer answer, int code) throws Exception {
        try (MailServer server = MailServer.start(folder, 0)) {
            // Given
            server.answer(answer);

            // When
            var refused = assertThrows(SMTPSendFailedException.class, () -> send(server, "unwanted"));

            // Then
            assertEquals(code, refused.getReturnCode());
            assertEquals(List.of(), server.mails());
            assertEquals(List.of(), files());
        }
    }

    @Test
    void deliversAMailWhoseAnswerIsLost() throws Exception {
        try (MailServer server = MailServer.start(folder, 0)) {
            // Given
            server.answer(MailServer.Answer.LOST);

            // When
            var lost = assertThrows(MessagingException.class, () -> send(server, "who knows"));

            // Then
            assertEquals(-1, lost instanceof SMTPSendFailedException failed ? failed.getReturnCode() : -1);
            assertEquals(1, server.mails().size());
        }
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static void send(MailServer server, String subject) throws MessagingException {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", Integer.toString(server.port()));
        settings.put("mail.smtp.timeout", "5000");
        MimeMessage message = new MimeMessage(Session.getInstance(settings));
        message.setFrom("sevenfold@example.org");
        message.setRecipients(RecipientType.TO, "rep@example.org");
        message.setSubject(subject, "UTF-8");
        MimeBodyPart text = new MimeBodyPart();
        text.setText("Heute: Zoë ☎", "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setText("<p>Heute: Zoë ☎</p>", "UTF-8", "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        Transport.send(message);
    }
}
