package io.sevenfold.notifier.sending;

import static io.sevenfold.notifier.reminder.ReminderState.FAILED;
import static io.sevenfold.notifier.reminder.ReminderState.RETRYING;
import static io.sevenfold.notifier.reminder.ReminderState.UNKNOWN;
import static io.sevenfold.notifier.sending.Fault.answer;
import static io.sevenfold.notifier.sending.Fault.answerAndDrop;
import static io.sevenfold.notifier.sending.Fault.drip;
import static io.sevenfold.notifier.sending.Fault.drop;
import static io.sevenfold.notifier.sending.Fault.hang;
import static io.sevenfold.notifier.sending.Outcome.About.MAIL;
import static io.sevenfold.notifier.sending.Outcome.About.RECIPIENT;
import static io.sevenfold.notifier.sending.Outcome.About.US;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sevenfold.notifier.reminder.ReminderState;
import io.sevenfold.notifier.sending.Fault.Stage;
import io.sevenfold.notifier.sending.Outcome.About;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the conversation breaks decides whether a mail may be sent again (N7). */
class TrackedTransportTest {

    private static final Map<String, String> WITH_PASSWORD = Map.of("username", "us", "password", "secret");

    /** Each way in which a mail is not taken, and what came of it. */
    static Stream<Arguments> faults() {
        return Stream.of(
                row(answer(Stage.MAIL, "421 4.3.2 closing"), RETRYING, MAIL, "421 4.3.2 at MAIL"),
                row(answer(Stage.MAIL, "451 4.3.0 later"), RETRYING, MAIL, "451 4.3.0 at MAIL"),
                row(answer(Stage.MAIL, "530 5.7.0 log in first"), RETRYING, US, "530 5.7.0 at MAIL"),
                row(answer(Stage.MAIL, "535 5.7.8 who?"), RETRYING, US, "535 5.7.8 at MAIL"),
                row(answer(Stage.MAIL, "550 no"), FAILED, MAIL, "550 at MAIL"),
                row(answer(Stage.MAIL, "what?"), RETRYING, MAIL, "connection lost at MAIL"),
                row(drop(Stage.MAIL), RETRYING, MAIL, "connection lost at MAIL"),
                row(hang(Stage.MAIL), RETRYING, MAIL, "connection lost at MAIL"),
                row(drip(Stage.MAIL), RETRYING, MAIL, "connection lost at MAIL"),
                row(answer(Stage.RCPT, "450 4.7.1 grey <grace@reps.example>"), RETRYING, MAIL, "450 4.7.1 at RCPT"),
                row(answer(Stage.RCPT, "550 5.1.1 <grace@reps.example>"), FAILED, RECIPIENT, "550 5.1.1 at RCPT"),
                row(answer(Stage.RCPT, "552 5.2.2 full"), FAILED, RECIPIENT, "552 5.2.2 at RCPT"),
                row(drop(Stage.RCPT), RETRYING, MAIL, "connection lost at RCPT"),
                row(hang(Stage.RCPT), RETRYING, MAIL, "connection lost at RCPT"),
                row(drip(Stage.RCPT), RETRYING, MAIL, "connection lost at RCPT"),
                row(answer(Stage.DATA, "452 full"), RETRYING, MAIL, "452 at DATA"),
                row(answer(Stage.DATA, "554 no"), FAILED, RECIPIENT, "554 at DATA"),
                row(drop(Stage.DATA), RETRYING, MAIL, "connection lost at DATA"),
                row(hang(Stage.DATA), RETRYING, MAIL, "connection lost at DATA"),
                row(drip(Stage.DATA), RETRYING, MAIL, "connection lost at DATA"),
                row(answer(Stage.DOT, "451 later"), RETRYING, MAIL, "451 at the final dot"),
                row(answerAndDrop(Stage.DOT, "451 later"), RETRYING, MAIL, "451 at the final dot"),
                row(answer(Stage.DOT, "554 5.7.1 spam"), FAILED, RECIPIENT, "554 5.7.1 at the final dot"),
                row(answerAndDrop(Stage.DOT, "554 5.7.1 spam"), FAILED, RECIPIENT, "554 5.7.1 at the final dot"),
                row(answer(Stage.DOT, "what?"), UNKNOWN, MAIL, "connection lost after the final dot"),
                row(drop(Stage.DOT), UNKNOWN, MAIL, "connection lost after the final dot"),
                row(hang(Stage.DOT), UNKNOWN, MAIL, "connection lost after the final dot"),
                row(drip(Stage.DOT), UNKNOWN, MAIL, "connection lost after the final dot"));
    }

    /** Each way in which there is no connection to send over: nothing was begun, and mails wait. */
    static final List<Fault> NOT_LET_IN = List.of(
            answer(Stage.GREETING, "421 4.3.2 busy"),
            answer(Stage.GREETING, "554 5.7.1 not you"),
            answer(Stage.GREETING, "what?"),
            drop(Stage.GREETING),
            hang(Stage.GREETING),
            drip(Stage.GREETING),
            drop(Stage.EHLO),
            hang(Stage.EHLO),
            drip(Stage.EHLO),
            answer(Stage.AUTH, "454 4.7.0 later"),
            answer(Stage.AUTH, "535 5.7.8 who?"),
            drop(Stage.AUTH),
            hang(Stage.AUTH),
            drip(Stage.AUTH));

    @ParameterizedTest
    @MethodSource("faults")
    void saysWhatCameOfTheMail(Fault fault, ReminderState state, About about, String answer) throws Exception {
        try (FaultySmtpServer server = new FaultySmtpServer(0, fault);
                TrackedTransport connection = SmtpOfTests.to(server).connect()) {
            assertEquals(new Outcome(state, answer, about), connection.deliver(mail()));
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void goesOnWithTheNextMail(Fault fault) throws Exception {
        try (FaultySmtpServer server = new FaultySmtpServer(0, fault)) {
            // Given
            TrackedTransport connection = SmtpOfTests.to(server).connect();
            connection.deliver(mail());

            // When
            connection =
                    connection.isUsable() ? connection : SmtpOfTests.to(server).connect();

            // Then
            assertEquals(Outcome.sent("250 2.0.0"), connection.deliver(mail()));
            connection.close();
        }
    }

    @ParameterizedTest
    @FieldSource("NOT_LET_IN")
    void doesNotConnectToWhoDoesNotLetItIn(Fault fault) throws Exception {
        try (FaultySmtpServer server = new FaultySmtpServer(0, fault)) {
            // When
            long begin = System.nanoTime();
            assertThrows(
                    MessagingException.class,
                    () -> SmtpOfTests.to(server, WITH_PASSWORD).connect());

            // Then
            assertTrue(System.nanoTime() - begin < Duration.ofSeconds(3).toNanos(), "soon");
            assertTrue(server.commands().stream().noneMatch(it -> it.startsWith("MAIL")), server.commands()::toString);
        }
    }

    @Test
    void connectsToNobodyWhereNobodyListens() throws Exception {
        FaultySmtpServer server = new FaultySmtpServer(0);
        server.close();
        assertThrows(MessagingException.class, () -> SmtpOfTests.to(server).connect());
    }

    @Test
    void greetsOldServersToo() throws Exception {
        try (FaultySmtpServer server = new FaultySmtpServer(0, answer(Stage.EHLO, "502 what?"));
                TrackedTransport connection = SmtpOfTests.to(server).connect()) {
            assertEquals(Outcome.sent("250 2.0.0"), connection.deliver(mail()));
        }
    }

    @ParameterizedTest
    @FieldSource("BETWEEN_MAILS")
    void seesThatTheServerLeftBetweenTwoMails(Fault ofFirst, Fault ofSecond) throws Exception {
        Fault[] faults = Stream.of(ofFirst, ofSecond).filter(it -> it != null).toArray(Fault[]::new);
        try (FaultySmtpServer server = new FaultySmtpServer(0, faults);
                TrackedTransport connection = SmtpOfTests.to(server).connect()) {
            // Given
            assertEquals(Outcome.sent("250 2.0.0"), connection.deliver(mail()));
            assertFalse(connection.wasLeftBetweenMails());

            // When
            assertEquals(RETRYING, connection.deliver(mail()).state());

            // Then
            assertTrue(connection.wasLeftBetweenMails());
            assertEquals(1, server.seen().size());
        }
    }

    static final List<Arguments> BETWEEN_MAILS = List.of(
            Arguments.of(answerAndDrop(Stage.DOT, "250 2.0.0 taken"), null),
            Arguments.of(answer(Stage.DOT, "250 2.0.0 taken"), answer(Stage.MAIL, "421 4.7.0 enough")),
            Arguments.of(answer(Stage.DOT, "250 2.0.0 taken"), drop(Stage.MAIL)));

    @Test
    void sendsManyMailsOverOneConnection() throws Exception {
        try (FaultySmtpServer server = new FaultySmtpServer(0);
                TrackedTransport connection = SmtpOfTests.to(server).connect()) {
            // When
            for (int i = 0; i < 3; i++) {
                assertEquals(Outcome.sent("250 2.0.0"), connection.deliver(mail()));
            }

            // Then
            assertEquals(3, server.taken().size());
            assertEquals(1, server.connections());
        }
    }

    private static Arguments row(Fault fault, ReminderState state, About about, String answer) {
        return Arguments.of(fault, state, about, answer);
    }

    static MimeMessage mail() throws MessagingException, IOException {
        MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
        mail.setFrom(new InternetAddress("sevenfold@localhost"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress("grace@reps.example"));
        mail.setText("Call Ada.");
        mail.saveChanges();
        return mail;
    }
}
