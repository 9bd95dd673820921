package io.sevenfold.notifier.sending;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sevenfold.notifier.reminder.ReminderState;
import io.sevenfold.notifier.sending.FaultySmtpServer.Fault;
import io.sevenfold.notifier.sending.FaultySmtpServer.Stage;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the conversation breaks decides whether a mail may be sent again (N7). */
class TrackedTransportTest {

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(Fault.drop(Stage.MAIL), ReminderState.RETRYING, "connection lost at MAIL"),
                Arguments.of(Fault.drop(Stage.RCPT), ReminderState.RETRYING, "connection lost at RCPT"),
                Arguments.of(Fault.drop(Stage.DATA), ReminderState.RETRYING, "connection lost at DATA"),
                Arguments.of(Fault.drop(Stage.DOT), ReminderState.UNKNOWN, "connection lost after the final dot"),
                Arguments.of(Fault.answer(Stage.MAIL, "451 4.3.0 later"), ReminderState.RETRYING, "451 4.3.0 at MAIL"),
                Arguments.of(
                        Fault.answer(Stage.MAIL, "530 5.7.0 log in first"),
                        ReminderState.RETRYING,
                        "530 5.7.0 at MAIL"),
                Arguments.of(Fault.answer(Stage.MAIL, "550 no"), ReminderState.FAILED, "550 at MAIL"),
                Arguments.of(
                        Fault.answer(Stage.RCPT, "450 <grace@reps.example> is busy"),
                        ReminderState.RETRYING,
                        "450 at RCPT"),
                Arguments.of(
                        Fault.answer(Stage.RCPT, "550 5.1.1 <grace@reps.example> is unknown"),
                        ReminderState.FAILED,
                        "550 5.1.1 at RCPT"),
                Arguments.of(Fault.answer(Stage.DATA, "452 full"), ReminderState.RETRYING, "452 at DATA"),
                Arguments.of(Fault.answer(Stage.DATA, "554 no"), ReminderState.FAILED, "554 at DATA"),
                Arguments.of(Fault.answer(Stage.DOT, "451 later"), ReminderState.RETRYING, "451 at the final dot"),
                Arguments.of(new Fault(Stage.DOT, "451 later", true), ReminderState.RETRYING, "451 at the final dot"),
                Arguments.of(
                        new Fault(Stage.DOT, "554 5.7.1 spam", true),
                        ReminderState.FAILED,
                        "554 5.7.1 at the final dot"),
                Arguments.of(
                        Fault.answer(Stage.DOT, "what?"),
                        ReminderState.UNKNOWN,
                        "connection lost after the final dot"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void saysWhatCameOfTheMail(Fault fault, ReminderState state, String answer) throws Exception {
        try (FaultySmtpServer server = new FaultySmtpServer(0, fault);
                TrackedTransport connection = smtp(server).connect()) {
            assertEquals(new Outcome(state, answer), connection.deliver(mail()));
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void goesOnWithTheNextMail(Fault fault) throws Exception {
        try (FaultySmtpServer server = new FaultySmtpServer(0, fault)) {
            // Given
            TrackedTransport connection = smtp(server).connect();
            connection.deliver(mail());

            // When
            connection = connection.isUsable() ? connection : smtp(server).connect();
            Outcome next = connection.deliver(mail());

            // Then: one that the server has left is found out at the next mail, which is then only delayed
            assertEquals(
                    fault.dropAfter() && fault.answer() != null ? "RETRYING" : "SENT",
                    next.state().name());
            connection.close();
        }
    }

    @Test
    void sendsManyMailsOverOneConnection() throws Exception {
        try (FaultySmtpServer server = new FaultySmtpServer(0);
                TrackedTransport connection = smtp(server).connect()) {
            // When
            for (int i = 0; i < 3; i++) {
                assertEquals(Outcome.sent("250 2.0.0"), connection.deliver(mail()));
            }

            // Then
            assertEquals(3, server.taken().size());
        }
    }

    private static Smtp smtp(FaultySmtpServer server) {
        SmtpConfig config = new SmallRyeConfigBuilder()
                .withMapping(SmtpConfig.class)
                .withDefaultValue("sevenfold.smtp.host", "127.0.0.1")
                .withDefaultValue("sevenfold.smtp.port", Integer.toString(server.port()))
                .withDefaultValue("sevenfold.smtp.timeout", "PT2S")
                .build()
                .getConfigMapping(SmtpConfig.class);
        return new Smtp(config);
    }

    private static MimeMessage mail() throws MessagingException, IOException {
        MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
        mail.setFrom(new InternetAddress("sevenfold@localhost"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress("grace@reps.example"));
        mail.setText("Call Ada.");
        mail.saveChanges();
        return mail;
    }
}
