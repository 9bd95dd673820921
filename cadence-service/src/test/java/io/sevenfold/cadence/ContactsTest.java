package io.sevenfold.cadence;

import static io.sevenfold.cadence.Database.eventually;
import static io.sevenfold.cadence.DomainClockOfTests.CLOCK;
import static io.sevenfold.cadence.Workspace.state;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.arc.Arc;
import io.sevenfold.cadence.inbound.RepsConsumer;
import io.sevenfold.cadence.plan.PlanNow;
import io.sevenfold.delivery.EventJson;
import io.sevenfold.delivery.IncomingEvent;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.WorkerTransactions;
import io.sevenfold.events.ContactAdded;
import io.sevenfold.events.ContactErased;
import io.sevenfold.events.ContactMerged;
import io.sevenfold.events.Direction;
import io.sevenfold.events.InteractionRecorded;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.RepAdded;
import io.sevenfold.events.RepErased;
import io.sevenfold.events.Topic;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is enrolled, once ever, and how contacts end. */
@CadenceServiceTest
class ContactsTest {

    private Workspace acme;

    @BeforeEach
    void onMonday() {
        Workspace.onMonday();
        acme = Workspace.withCapacity(20);
    }

    @Test
    void changesAndTellsNothingWhenTheSameEventComesTwice() {
        // Given
        UUID contact = UUID.randomUUID();
        acme.deliver(Topic.CONTACTS, contact, new ContactAdded(state(contact, 1, acme.rep())));
        acme.awaitDue(contact);
        List<String> before = Database.everything(acme);
        int told = acme.told(contact).size();

        // When
        acme.deliver(Topic.CONTACTS, contact, new ContactAdded(state(contact, 1, acme.rep())));

        // Then
        assertEquals(before, Database.everything(acme));
        assertEquals(told, acme.told(contact).size());
    }

    @Test
    void ignoresAVersionOlderThanTheOneItKnows() {
        // Given
        Workspace other = Workspace.fresh();
        UUID contact = acme.contact();
        acme.changed(state(contact, 3, acme.rep()));

        // When
        acme.changed(state(contact, 2, other.rep()));

        // Then
        assertEquals(acme.rep().toString(), acme.plan(contact).getString("ownerId"));
    }

    @Test
    void waitsWithoutDatesUntilTheOwnerIsKnown_P9() {
        // Given
        Workspace empty = Workspace.fresh();
        UUID contact = empty.contact();

        // Then
        assertEquals("owner", empty.plan(contact).getString("waitingFor"));
        assertNull(empty.plan(contact).getString("touchpoints[0].dueOn"));

        // When
        empty.added(Reps.inBerlin(empty.rep(), 1, 20));

        // Then
        empty.awaitDue(contact);
        assertEquals(
                List.of(1),
                empty.told(contact, "TouchpointDue").stream()
                        .map(due -> due.getInt("round"))
                        .toList());
    }

    @Test
    void missesNoContactThatComesWhileItsOwnerDoes_P9() {
        // Given a rep who is not committed yet
        Workspace empty = Workspace.fresh();
        RepsConsumer reps = Arc.container().instance(RepsConsumer.class).get();
        AtomicReference<UUID> contact = new AtomicReference<>();

        // When
        Arc.container().instance(WorkerTransactions.class).get().run(connection -> {
            reps.consume(connection, List.of(added(empty)));
            UUID id = UUID.randomUUID();
            contact.set(id);
            Topics.send(Topic.CONTACTS, empty.subject(id), null, new ContactAdded(state(id, 1, empty.rep())));
            eventually().until(() -> empty.planVersion(contact.get()) > 0 || isAwaited());
        });
        eventually().until(() -> empty.planVersion(contact.get()) > 0);
        PlanNow.anew();

        // Then
        assertEquals("2026-11-23", empty.plan(contact.get()).getString("touchpoints[0].dueOn"));
        assertEquals(
                List.of("2026-11-23"),
                Database.query(
                        "select due_on from touchpoint where workspace_id = ? and contact_id = ? and step = 1",
                        empty.name(),
                        contact.get()));
    }

    private static IncomingEvent added(Workspace workspace) {
        try {
            byte[] data = EventJson.mapper().writeValueAsBytes(new RepAdded(Reps.inBerlin(workspace.rep(), 1, 20)));
            String key = workspace.name() + "/" + workspace.rep();
            Subject rep = workspace.subject(workspace.rep());
            return new IncomingEvent("reps", 0, 0, key, rep, null, "1", "RepAdded", CLOCK.instant(), data, null);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isAwaited() {
        return !Database.query("""
                select 1 from pg_stat_activity where wait_event = 'advisory' and usename = 'cadence_worker'""").isEmpty();
    }

    @Test
    void enrollsWhoIsFirstSeenWithAnOwnerOnceEver_P9() {
        // Given
        UUID contact = acme.contact(null);

        // Then
        assertNull(acme.plan(contact).getString("state"));

        // When
        Workspace.at("2026-11-24T09:00:00Z");
        acme.changed(state(contact, 2, acme.rep()));

        // Then
        assertEquals("active", acme.plan(contact).getString("state"));
        assertEquals("2026-11-24", acme.plan(contact).getString("touchpoints[0].dueOn"));
        UUID first = acme.step(contact, 1);

        // When
        acme.act(first, "complete", "{}").then().statusCode(200);
        acme.changed(state(contact, 3, null));

        // Then
        assertEquals("owner", acme.plan(contact).getString("waitingFor"));

        // When
        Workspace.at("2026-11-25T09:00:00Z");
        acme.changed(state(contact, 4, acme.rep()));

        // Then
        assertEquals(first, acme.step(contact, 1));
        assertEquals("done", acme.state(contact, 1));
        assertEquals(List.of("1"), Database.query("select count(*) from enrollment where contact_id = ?", contact));
    }

    @Test
    void endsForWhomAPersonDecidedNotToContactAndStartsNothingWhenThatIsLifted() {
        // Given
        UUID contact = acme.contact();
        acme.awaitDue(contact);

        // When
        acme.changed(state(contact, 2, acme.rep(), true, null));

        // Then
        assertEquals("opted-out", acme.plan(contact).getString("endReason"));
        assertEquals(1, acme.told(contact, "TouchpointCancelled").size());
        assertEquals(
                List.of("opted-out"),
                acme.told(contact, "EnrollmentEnded").stream()
                        .map(ended -> ended.getString("reason"))
                        .toList());

        // When
        acme.changed(state(contact, 3, acme.rep(), false, CLOCK.instant()));

        // Then
        assertEquals("ended", acme.plan(contact).getString("state"));
        acme.awaitDue();
    }

    @Test
    void enrollsNobodyWhoCameAsNotToBeContacted() {
        // Given
        UUID contact = UUID.randomUUID();
        acme.deliver(Topic.CONTACTS, contact, new ContactAdded(state(contact, 1, acme.rep(), true, null)));

        // When
        acme.changed(state(contact, 2, acme.rep(), false, CLOCK.instant()));

        // Then
        assertNull(acme.plan(contact).getString("state"));
        assertTrue(acme.plan(contact).getList("touchpoints").isEmpty());
    }

    @Test
    void keepsNothingOfTheErasedButThatTheyEnded() {
        // Given
        UUID contact = acme.contact();
        acme.awaitDue(contact);
        acme.act(acme.step(contact, 1), "complete", "{\"note\": \"hello\"}")
                .then()
                .statusCode(200);
        acme.act(acme.step(contact, 2), "skip", "{}").then().statusCode(200);
        acme.happened(contact, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant());
        Database.change(
                "insert into passed_over values (?, ?, '2026-11-23', ?, ?)",
                acme.name(),
                acme.step(contact, 3),
                contact,
                acme.rep());
        Database.change("insert into replan_request values (?, ?)", acme.name(), contact);

        // When
        acme.deliver(Topic.CONTACTS, contact, new ContactErased(contact, 2));

        // Then
        List<Topics.Told> plans = Topics.about(Topic.PLANS.topicName(), acme.subject(contact));
        assertNull(plans.get(plans.size() - 1).data());
        assertEquals(List.of("ended_subject"), Database.tablesHolding(contact.toString()));
        assertFalse(acme.isPlanned(contact));

        // When
        acme.changed(state(contact, 9, acme.rep()));
        acme.happened(contact, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant());
        acme.deliver(Topic.CONTACTS, contact, new ContactErased(contact, 2));

        // Then
        assertEquals(List.of("ended_subject"), Database.tablesHolding(contact.toString()));
        assertEquals(
                plans.size(),
                Topics.about(Topic.PLANS.topicName(), acme.subject(contact)).size());
    }

    @Test
    void letsWhatIsSaidOfAMergedContactCountForTheOneThatRemains() {
        // Given
        UUID merged = acme.contact();
        UUID remaining = acme.contact();
        acme.awaitDue(merged, remaining);

        // When
        acme.deliver(Topic.CONTACTS, merged, new ContactMerged(merged, 2, remaining));

        // Then
        assertEquals(1, acme.told(merged, "TouchpointCancelled").size());
        assertEquals(remaining.toString(), acme.plan(merged).getString("contactId"));
        acme.as("app")
                .get("/v1/connections/" + merged)
                .then()
                .statusCode(200)
                .body("contactId", equalTo(remaining.toString()));
        acme.as("app")
                .get("/v1/enrollments?contact=" + merged)
                .then()
                .body("items.contactId", everyItem(equalTo(remaining.toString())))
                .body("items.size()", greaterThan(0));
        acme.awaitDue(remaining);

        // When
        acme.changed(state(merged, 3, acme.rep()));
        acme.happened(merged, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant());

        // Then
        assertEquals("reply-owed", acme.plan(remaining).getString("waitingFor"));

        // When
        acme.deliver(Topic.CONTACTS, remaining, new ContactErased(remaining, 2));
        acme.happened(merged, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant());

        // Then
        assertEquals(List.of("ended_subject"), Database.tablesHolding(remaining.toString()));
        assertEquals(List.of("ended_subject"), Database.tablesHolding(merged.toString()));
        assertFalse(acme.isPlanned(merged));
    }

    @Test
    void waitsForAnOwnerAgainWhenTheirRepIsErased_P9() {
        // Given
        UUID contact = acme.contact();
        acme.awaitDue(contact);

        // When
        acme.deliver(Topic.REPS, acme.rep(), new RepErased(acme.rep(), 2));
        Workspace.at("2026-11-24T09:00:00Z");

        // Then
        eventually().until(() -> "owner".equals(acme.plan(contact).getString("waitingFor")));
        assertEquals(
                acme.rep().toString(),
                acme.told(contact, "TouchpointPostponed").get(0).getString("repId"));
        assertEquals(1, acme.told(acme.rep(), "DayBegun").size());
        assertEquals(List.of(), Database.query("select 1 from rep where id = ?", acme.rep()));
    }

    @Test
    void putsPoisonAsideAndHandlesTheGoodAroundIt() {
        // Given
        Subject poisoned = acme.subject(UUID.randomUUID());
        UUID before = UUID.randomUUID();
        UUID after = UUID.randomUUID();

        // When
        Topics.awaitHandled(List.of(
                Topics.send(Topic.CONTACTS, acme.subject(before), null, new ContactAdded(state(before, 1, acme.rep()))),
                Topics.send(Topic.CONTACTS.topicName(), null, poisoned.key(), "ContactAdded", "{not JSON".getBytes()),
                Topics.send(
                        Topic.CONTACTS.topicName(),
                        null,
                        poisoned.key(),
                        "ContactChanged",
                        Topics.json(new ContactAdded(null))),
                Topics.send(
                        Topic.REPS.topicName(), null, poisoned.key(), "RepAdded", Topics.json(new ContactAdded(null))),
                Topics.send(
                        Topic.INTERACTIONS.topicName(),
                        null,
                        poisoned.key() + "/" + poisoned.id(),
                        "InteractionRecorded",
                        Topics.json(new InteractionRecorded(null))),
                Topics.send(Topic.CONTACTS, acme.subject(after), null, new ContactAdded(state(after, 1, acme.rep())))));

        // Then
        acme.awaitDue(before, after);
        for (Topic topic : List.of(Topic.CONTACTS, Topic.REPS, Topic.INTERACTIONS)) {
            List<Topics.Told> letters = Topics.about(topic.deadLetters(), poisoned);
            assertEquals(topic == Topic.CONTACTS ? 2 : 1, letters.size());
            assertEquals("cadence", Topics.header(letters.get(0).source(), "dead-letter-service"));
        }
    }
}
