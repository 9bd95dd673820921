package io.sevenfold.interactions;

import static io.sevenfold.interactions.Topics.eventually;
import static io.sevenfold.interactions.Workspace.id;
import static io.sevenfold.interactions.Workspace.inbound;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sevenfold.delivery.EventJson;
import io.sevenfold.delivery.Subject;
import io.sevenfold.events.Channel;
import io.sevenfold.events.ContactAdded;
import io.sevenfold.events.ContactErased;
import io.sevenfold.events.ContactMerged;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.InteractionRecorded;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.PlanChanged;
import io.sevenfold.events.PlanState;
import io.sevenfold.events.Topic;
import io.sevenfold.events.Touchpoint;
import io.sevenfold.events.TouchpointDone;
import io.sevenfold.infra.Database;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What cadence-service tells: which touchpoints there are, and the interactions that completing one made. */
@InteractionsServiceTest
class TouchpointsTest {

    private final Workspace acme = Workspace.fresh();
    private final Subject contact = acme.subject(UUID.randomUUID());

    @Test
    void takesOverTheInteractionOfACompletionAsItIs() throws IOException {
        // Given
        TouchpointDone done = done(contact.id());

        // When
        Topics.deliver(Topic.TOUCHPOINTS, contact, done);

        // Then
        eventually().until(() -> Topics.about(contact, "interactions").size() == 1);
        String published = Topics.about(contact, "interactions").get(0).value();
        assertEquals(
                done.interaction(),
                EventJson.mapper()
                        .readValue(published, InteractionRecorded.class)
                        .interaction());
        assertEquals(List.of(recorded(done)), Topics.published(contact));
    }

    @Test
    void storesItBeforeItsContactIsKnown() {
        // Given
        TouchpointDone done = done(contact.id());
        Topics.deliver(Topic.TOUCHPOINTS, contact, done);

        // When
        Topics.deliver(Topic.CONTACTS, contact, new ContactAdded(Workspace.state(contact.id(), 1, null)));

        // Then
        acme.get(done.interactionId()).then().statusCode(200).body("note", equalTo("They talked"));
    }

    @Test
    void takesItOverOnceHoweverOftenItComes() {
        // Given
        TouchpointDone done = done(contact.id());

        // When
        Topics.publish(Topic.TOUCHPOINTS, contact, done);
        Topics.deliver(Topic.TOUCHPOINTS, contact, done);
        Topics.deliver(Topic.TOUCHPOINTS, contact, done);

        // Then
        assertEquals(1, Stored.interactionsOf(contact).size());
        eventually().until(Database::isAllPublished);
        assertEquals(List.of(recorded(done)), Topics.published(contact));
    }

    @Test
    void leavesOutWhatACorrectionOrRemovalCameBefore() {
        // Given
        TouchpointDone done = done(contact.id());
        Topics.deliver(Topic.TOUCHPOINTS, contact, done);
        acme.as("app").delete("/v1/interactions/" + done.interactionId()).then().statusCode(204);
        List<String> before = Stored.interactionsOf(contact);

        // When
        Topics.deliver(Topic.TOUCHPOINTS, contact, done);

        // Then
        assertEquals(before, Stored.interactionsOf(contact));
        acme.get(done.interactionId()).then().statusCode(404);
    }

    @Test
    void leavesOutCompletionsThatAnInteractionCaused() {
        // Given
        TouchpointDone done = new TouchpointDone(
                contact.id(), UUID.randomUUID(), UUID.randomUUID(), 1, DomainClockOfTests.NOW, UUID.randomUUID(), null);

        // When
        Topics.deliver(Topic.TOUCHPOINTS, contact, done);

        // Then
        assertEquals(List.of(), Stored.interactionsOf(contact));
    }

    @Test
    void neverStoresAnythingOfAnErasedContact() {
        // Given
        Topics.deliver(Topic.CONTACTS, contact, new ContactErased(contact.id(), 2));

        // When
        Topics.deliver(Topic.TOUCHPOINTS, contact, done(contact.id()));
        Topics.deliver(Topic.PLANS, contact, plan(contact.id(), UUID.randomUUID()));

        // Then
        assertEquals(List.of(), Stored.interactionsOf(contact));
        assertEquals(List.of(), Topics.published(contact));
        assertEquals(List.of(), Database.query("select 1 from touchpoint where contact_id = ?", contact.id()));
    }

    @Test
    void storesForTheSurvivorWhatComesAfterTheMerge() {
        // Given
        Subject survivor = acme.subject(acme.contact());
        Topics.deliver(Topic.CONTACTS, contact, new ContactMerged(contact.id(), 2, survivor.id()));
        TouchpointDone done = done(contact.id());

        // When
        Topics.deliver(Topic.TOUCHPOINTS, contact, done);

        // Then
        eventually()
                .until(() -> Topics.published(survivor), List.of("Corrected " + done.interactionId() + " v2")::equals);
        acme.get(done.interactionId())
                .then()
                .body("contactId", equalTo(survivor.id().toString()))
                .body("mergedFrom", equalTo(contact.id().toString()));
        assertEquals(List.of(), Topics.published(contact));
    }

    @Test
    void refusesATouchpointOfAnotherContact() {
        // Given
        UUID touchpoint = UUID.randomUUID();
        Topics.deliver(Topic.PLANS, contact, plan(contact.id(), touchpoint));
        UUID other = acme.contact();

        // When
        var refused = acme.record(inbound(other, "touchpointId", touchpoint));

        // Then
        refused.then()
                .statusCode(422)
                .body("rule", equalTo("What an interaction does"))
                .body("errors[0].field", equalTo("touchpointId"));
        UUID id = id(acme.record(inbound(other)));
        acme.patch(id, Map.of("version", 1, "touchpointId", touchpoint)).then().statusCode(422);
    }

    @Test
    void acceptsAContactsOwnTouchpointAndOneItDoesNotKnow() {
        // Given
        UUID touchpoint = UUID.randomUUID();
        UUID known = acme.contact();
        Topics.deliver(Topic.PLANS, acme.subject(known), plan(known, touchpoint));
        Topics.deliver(Topic.PLANS, acme.subject(known), plan(known, touchpoint));

        // When
        var own = acme.record(inbound(known, "touchpointId", touchpoint));
        var unknown = acme.record(inbound(known, "touchpointId", UUID.randomUUID()));

        // Then
        own.then().statusCode(201).body("touchpointId", equalTo(touchpoint.toString()));
        unknown.then().statusCode(201);
    }

    @Test
    void letsTheSurvivorHaveTheTouchpointsOfTheMerged() {
        // Given
        UUID before = UUID.randomUUID();
        UUID after = UUID.randomUUID();
        UUID survivor = acme.contact();
        Topics.deliver(Topic.PLANS, contact, plan(contact.id(), before));
        Topics.deliver(Topic.CONTACTS, contact, new ContactMerged(contact.id(), 2, survivor));
        Topics.deliver(Topic.PLANS, contact, plan(contact.id(), after));

        // When
        var first = acme.record(inbound(survivor, "touchpointId", before));
        var second = acme.record(inbound(survivor, "touchpointId", after));

        // Then
        first.then().statusCode(201);
        second.then().statusCode(201);
    }

    static TouchpointDone done(UUID contact) {
        Instant at = Instant.parse("2026-11-24T08:00:00.123456Z");
        Interaction interaction = new Interaction(
                UUID.randomUUID(),
                1,
                contact,
                UUID.randomUUID(),
                Direction.OUTBOUND,
                Channel.CALL,
                Outcome.REPLIED,
                at,
                at.plusSeconds(1),
                UUID.randomUUID(),
                "the benchmark",
                "They talked",
                null,
                null,
                null,
                null,
                null);
        return new TouchpointDone(
                contact, interaction.touchpointId(), interaction.repId(), 1, at, interaction.id(), interaction);
    }

    private static String recorded(TouchpointDone done) {
        return "Recorded " + done.interactionId() + " v1";
    }

    static PlanChanged plan(UUID contact, UUID touchpoint) {
        Touchpoint step = new Touchpoint(touchpoint, 1, null, null, null, null, null, null, List.of(), null, null);
        return new PlanChanged(contact, 1, UUID.randomUUID(), null, null, PlanState.ACTIVE, null, null, List.of(step));
    }
}
