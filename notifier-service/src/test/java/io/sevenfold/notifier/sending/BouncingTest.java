package io.sevenfold.notifier.sending;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sevenfold.events.Rep;
import io.sevenfold.events.RepChanged;
import io.sevenfold.events.RepErased;
import io.sevenfold.events.Topic;
import io.sevenfold.infra.Database;
import io.sevenfold.notifier.NotifierServiceTest;
import io.sevenfold.notifier.Workspace;
import io.sevenfold.notifier.sending.Fault.Stage;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An address that refused three mails in a row is left alone, its rep's manager hears of it, and it heals by itself. */
@NotifierServiceTest
class BouncingTest {

    private static final Fault REFUSED = Fault.answer(Stage.RCPT, "550 5.1.1 <somebody> is unknown");
    private static final Fault SENDER_REFUSED = Fault.answer(Stage.MAIL, "550 5.7.1 you may not");

    @Test
    void leavesAnAddressAloneThatRefusedThreeInARow() throws IOException {
        try (FaultyMail mail = new FaultyMail(REFUSED, REFUSED, REFUSED)) {
            // Given
            Workspace acme = Workspace.known();
            UUID manager = manage(acme);

            // When
            refusedOneByOne(acme, 3);

            // Then
            acme.as("manager")
                    .get("/v1/reminders?bouncing=true&state=failed")
                    .then()
                    .body("items", hasSize(3));
            await().until(() -> told(acme, manager).equals(List.of("sent")));

            // And
            acme.due();
            acme.awaitStates("pending", "failed", "failed", "failed");
            assertEquals(1, mail.server.taken().size());
            assertFalse(mail.server.seen().stream().anyMatch(it -> it.contains(acme.address())));
        }
    }

    @Test
    void countsOnlyRefusalsInARow() throws IOException {
        Fault taken = Fault.answer(Stage.DOT, "250 2.0.0 taken");
        try (FaultyMail mail = new FaultyMail(REFUSED, REFUSED, taken, REFUSED, REFUSED)) {
            Workspace acme = Workspace.known();
            refusedOneByOne(acme, 2);
            acme.due();
            acme.awaitStates("sent", "failed", "failed");
            acme.due();
            acme.awaitStates("failed", "sent", "failed", "failed");
            acme.due();
            acme.awaitStates("failed", "failed", "sent", "failed", "failed");
            acme.as("rep").get("/v1/reminders?bouncing=true").then().body("items", hasSize(0));
        }
    }

    @Test
    void doesNotCountWhatIsSaidOfTheSender() throws IOException {
        try (FaultyMail mail = new FaultyMail(SENDER_REFUSED, SENDER_REFUSED, SENDER_REFUSED)) {
            Workspace acme = Workspace.known();
            refusedOneByOne(acme, 3);
            acme.as("rep").get("/v1/reminders?bouncing=true").then().body("items", hasSize(0));
        }
    }

    @Test
    void writesToANewAddressAtOnce() throws IOException {
        try (FaultyMail mail = new FaultyMail(REFUSED, REFUSED, REFUSED)) {
            // Given
            Workspace acme = Workspace.known();
            refusedOneByOne(acme, 3);
            acme.due();
            acme.awaitStates("pending", "failed", "failed", "failed");

            // When
            Rep moved = acme.rep(2, "Grace Hopper", "grace@elsewhere.example");
            acme.publish(Topic.REPS, acme.repId(), new RepChanged(moved));

            // Then
            acme.awaitStates("sent", "failed", "failed", "failed");
            assertTrue(mail.server.taken().get(0).contains("grace@elsewhere.example"));
            acme.as("rep").get("/v1/reminders?bouncing=true").then().body("items", hasSize(0));
        }
    }

    @Test
    void triesOneMailAfterADay() throws IOException {
        try (FaultyMail mail = new FaultyMail(REFUSED, REFUSED, REFUSED)) {
            // Given
            Workspace acme = Workspace.known();
            refusedOneByOne(acme, 3);
            acme.due();
            acme.awaitStates("pending", "failed", "failed", "failed");

            // When
            Database.change(
                    "update mailbox set refused_at = refused_at - interval '1 day' where workspace_id = ?",
                    acme.name());

            // Then
            acme.awaitStates("sent", "failed", "failed", "failed");
            acme.as("rep").get("/v1/reminders?bouncing=true").then().body("items", hasSize(0));
        }
    }

    @Test
    void forgetsTheAddressOfAnErasedRep() throws IOException {
        try (FaultyMail mail = new FaultyMail(REFUSED)) {
            Workspace acme = Workspace.known();
            refusedOneByOne(acme, 1);
            assertEquals(
                    List.of("mailbox", "rep"),
                    Database.tablesHolding(acme.address()).stream().sorted().toList());

            // When
            acme.publish(Topic.REPS, acme.repId(), new RepErased(acme.repId(), 2));

            // Then
            await().until(() -> Database.tablesHolding(acme.address()).isEmpty());
        }
    }

    /** Each after the other. */
    private static void refusedOneByOne(Workspace workspace, int mails) {
        for (int i = 1; i <= mails; i++) {
            workspace.due();
            workspace.awaitStates(Collections.nCopies(i, "failed").toArray(String[]::new));
        }
    }

    /** The rep gets a manager. */
    private static UUID manage(Workspace workspace) {
        UUID manager = workspace.addColleague("Margaret Hamilton");
        Rep grace = workspace.rep(2);
        workspace.publish(
                Topic.REPS,
                workspace.repId(),
                new RepChanged(new Rep(
                        grace.id(),
                        grace.version(),
                        grace.name(),
                        grace.email(),
                        grace.locale(),
                        grace.timeZone(),
                        grace.workingDays(),
                        grace.workingHours(),
                        null,
                        grace.dailyCapacity(),
                        grace.digestTime(),
                        grace.replyClockHours(),
                        List.of(),
                        manager)));
        await().until(() -> Database.query("select 1 from rep where manager_id = ?", manager)
                        .size()
                == 1);
        return manager;
    }

    private static List<String> told(Workspace workspace, UUID manager) {
        return workspace
                .as("manager")
                .get("/v1/reminders?occasion=bouncing&rep=" + manager)
                .then()
                .extract()
                .path("items.state");
    }
}
