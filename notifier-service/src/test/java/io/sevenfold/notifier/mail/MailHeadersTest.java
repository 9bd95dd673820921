package io.sevenfold.notifier.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sevenfold.notifier.mail.MailContent.Link;
import io.sevenfold.notifier.reminder.Occasion;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** By their headers programs know our mails for what they are. */
class MailHeadersTest {

    private static final String UNSUBSCRIBE = "https://preferences.example/unsubscribe/token";

    @Test
    void sayThatNobodyWroteItAndHowToGetFewer() throws MessagingException {
        MimeMessage mail = mail(Occasion.DIGEST, null);

        assertEquals("auto-generated", mail.getHeader("Auto-Submitted", null));
        assertEquals("Sevenfold reminders <reminders.sevenfold.example>", mail.getHeader("List-Id", null));
        assertEquals("<" + UNSUBSCRIBE + ">", mail.getHeader("List-Unsubscribe", null));
        assertEquals("List-Unsubscribe=One-Click", mail.getHeader("List-Unsubscribe-Post", null));
        assertNull(mail.getHeader("Reply-To"));
    }

    @Test
    void tellTheManagersWeekFromAllOther() throws MessagingException {
        assertEquals(
                "Sevenfold team <team.sevenfold.example>",
                mail(Occasion.TEAM, null).getHeader("List-Id", null));
    }

    @Test
    void sendAnswersWhereItIsConfigured() throws MessagingException {
        assertEquals(
                "Sales desk <desk@sevenfold.example>",
                mail(Occasion.DUE, "Sales desk <desk@sevenfold.example>").getHeader("Reply-To", null));
    }

    @Test
    void refuseASettingThatIsNoAddress() {
        assertEquals(
                "sevenfold.smtp.reply-to is no address: nobody at all",
                assertThrows(IllegalArgumentException.class, () -> mail(Occasion.DUE, "nobody at all"))
                        .getMessage());
    }

    private static MimeMessage mail(Occasion occasion, String replyTo) throws MessagingException {
        MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
        new MailHeaders(() -> Optional.ofNullable(replyTo))
                .set(
                        mail,
                        occasion,
                        new InternetAddress("Sevenfold <mail@sevenfold.example>"),
                        new Link("fewer", UNSUBSCRIBE));
        return mail;
    }
}
