package io.sevenfold.interactions;

import static io.sevenfold.interactions.Topics.eventually;
import static io.sevenfold.interactions.Workspace.id;
import static io.sevenfold.interactions.Workspace.inbound;
import static io.sevenfold.interactions.Workspace.state;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sevenfold.delivery.Subject;
import io.sevenfold.events.ContactAdded;
import io.sevenfold.events.ContactChanged;
import io.sevenfold.events.ContactErased;
import io.sevenfold.events.ContactMerged;
import io.sevenfold.events.Topic;
import io.sevenfold.infra.Database;
import io.sevenfold.infra.Events;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@InteractionsServiceTest
class ReplayTest {

    private static final List<Topic> TOPICS = List.of(Topic.CONTACTS, Topic.REPS, Topic.PLANS, Topic.TOUCHPOINTS);

    private final Workspace acme = Workspace.fresh();

    @Test
    void changesAndPublishesNothingWhenAllTopicsAreReplayedFromZero() {
        // Given
        Subject corrected = acme.subject(acme.contact());
        var done = TouchpointsTest.done(corrected.id());
        Topics.deliver(Topic.TOUCHPOINTS, corrected, done);
        acme.patch(done.interactionId(), Map.of("version", 1, "note", "They laughed"))
                .then()
                .statusCode(200);
        Topics.deliver(Topic.CONTACTS, corrected, new ContactChanged(state(corrected.id(), 2, acme.rep())));
        Topics.deliver(Topic.PLANS, corrected, TouchpointsTest.plan(corrected.id(), UUID.randomUUID()));
        Subject merged = acme.subject(acme.contact());
        id(acme.record(inbound(merged.id())));
        Topics.deliver(Topic.TOUCHPOINTS, merged, TouchpointsTest.done(merged.id()));
        Topics.deliver(Topic.PLANS, merged, TouchpointsTest.plan(merged.id(), UUID.randomUUID()));
        Topics.deliver(Topic.CONTACTS, merged, new ContactMerged(merged.id(), 2, corrected.id()));
        Subject erased = acme.subject(UUID.randomUUID());
        Topics.deliver(Topic.CONTACTS, erased, new ContactAdded(state(erased.id(), 1, null)));
        Topics.deliver(Topic.TOUCHPOINTS, erased, TouchpointsTest.done(erased.id()));
        Topics.deliver(Topic.CONTACTS, erased, new ContactErased(erased.id(), 2));
        eventually().until(() -> TOPICS.stream().allMatch(Topics::isHandled) && Database.isAllPublished());
        List<String> before = Stored.everything();
        int published = Events.records("interactions").size();

        // When
        Database.change("update consumer_offset set next_offset = 0");
        TOPICS.forEach(Topics::nudge);
        eventually().until(() -> TOPICS.stream().allMatch(Topics::isHandled) && Database.isAllPublished());

        // Then
        assertEquals(before, Stored.everything());
        assertEquals(published, Events.records("interactions").size());
    }
}
