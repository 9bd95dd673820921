package io.sevenfold.notifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sevenfold.events.ContactAdded;
import io.sevenfold.events.RepAdded;
import io.sevenfold.events.Topic;
import io.sevenfold.infra.Mail;
import jakarta.mail.MessagingException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever people are called, a mail goes to its rep and says what it should. */
@NotifierServiceTest
class HarmlessMailTest {

    @Test
    void takesNoHeaderFromAName() throws MessagingException {
        // Given
        Workspace acme = Workspace.fresh();
        acme.publish(Topic.REPS, acme.repId(), new RepAdded(acme.rep(1, "Grace\r\nBcc: r@y.example", acme.address())));
        acme.publish(
                Topic.CONTACTS,
                acme.contactId(),
                new ContactAdded(acme.contact(1, "Eve\r\nBcc: x@y.example\r\n\r\nHi")));

        // When
        acme.due();

        // Then
        Mail mail = acme.awaitMail();
        assertEquals(List.of(acme.address()), mail.recipients());
        assertEquals(null, mail.message().getHeader("Bcc"));
        assertEquals("Eve Bcc: x@y.example Hi (Analytical Engines): share an insight – touch 2 of 7", mail.subject());
        assertTrue(mail.header("To").contains("Grace Bcc: r@y.example"), mail.header("To"));
    }

    @Test
    void writesNothingToAnAddressWithControls() {
        // Given
        Workspace acme = Workspace.fresh();
        acme.addContact();
        acme.publish(
                Topic.REPS,
                acme.repId(),
                new RepAdded(acme.rep(1, "Grace", acme.address() + "\r\nRCPT TO:<x@y.example>")));

        // When
        acme.due();

        // Then
        acme.awaitStates("failed");
        assertEquals(
                "the rep's address cannot be written to",
                acme.as("rep").get("/v1/reminders").then().extract().path("items[0].lastAnswer"));
    }

    @Test
    void escapesInHtmlAndOnlyThere() {
        // Given
        Workspace acme = Workspace.fresh();
        acme.addRep();
        acme.publish(
                Topic.CONTACTS,
                acme.contactId(),
                new ContactAdded(acme.contact(1, "<script>alert('1')</script> & Co")));

        // When
        acme.due();

        // Then
        Mail mail = acme.awaitMail();
        assertTrue(mail.text().contains("<script>alert('1')</script> & Co"), mail.text());
        assertFalse(mail.html().contains("<script>"), mail.html());
        assertTrue(mail.html().contains("&lt;script&gt;"), mail.html());
    }

    @Test
    void spellsNamesBeyondAsciiAsTheyAre() {
        // Given
        Workspace acme = Workspace.fresh();
        acme.publish(Topic.REPS, acme.repId(), new RepAdded(acme.rep(1, "Jürgen Ångström", acme.address())));
        acme.publish(Topic.CONTACTS, acme.contactId(), new ContactAdded(acme.contact(1, "山田太郎")));

        // When
        acme.due();

        // Then
        Mail mail = acme.awaitMail();
        assertTrue(mail.raw().chars().allMatch(c -> c < 128), "not ASCII on the wire");
        assertTrue(mail.subject().startsWith("山田太郎 (Analytical Engines): share an insight"), mail.subject());
        assertEquals("Jürgen Ångström <" + acme.address() + ">", mail.header("To"));
        assertTrue(mail.html().contains("山田太郎"));
    }
}
