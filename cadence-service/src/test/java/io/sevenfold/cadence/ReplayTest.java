package io.sevenfold.cadence;

import static io.sevenfold.cadence.DomainClockOfTests.CLOCK;
import static io.sevenfold.cadence.Workspace.state;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sevenfold.events.ContactAdded;
import io.sevenfold.events.ContactErased;
import io.sevenfold.events.ContactMerged;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.InteractionRemoved;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.Topic;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** "Replaying a topic from zero changes nothing and mails nobody" (DESIGN.md). */
@CadenceServiceTest
class ReplayTest {

    private Workspace acme;

    @BeforeEach
    void onMonday() {
        Workspace.onMonday();
        acme = Workspace.withCapacity(20);
    }

    @Test
    void changesAndAnnouncesNothingWhenEveryTopicIsReplayedFromZero() {
        // Given
        UUID worked = neighbour();
        UUID answered = neighbour();
        UUID optedOut = neighbour();
        UUID merged = neighbour();
        UUID erased = neighbour();
        acme.awaitDue(worked, answered, optedOut, merged, erased);
        acme.act(acme.step(worked, 1), "complete", "{}").then().statusCode(200);
        Interaction reply = acme.happened(answered, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant());
        Interaction removed =
                acme.interaction(reply.id(), 2, answered, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant());
        acme.deliver(removed, new InteractionRemoved(removed));
        acme.happened(answered, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant());
        acme.changed(state(optedOut, 2, acme.rep(), true, null));
        acme.changed(state(optedOut, 3, acme.rep(), false, CLOCK.instant()));
        acme.deliver(Topic.CONTACTS, merged, new ContactMerged(merged, 2, worked));
        acme.deliver(Topic.CONTACTS, erased, new ContactErased(erased, 2));
        acme.changed(Reps.inBerlin(acme.rep(), 2, 30));
        Workspace.at("2026-11-23T09:00:00Z");
        List<UUID> subjects = List.of(acme.rep(), worked, answered, optedOut, merged, erased);
        List<String> before = Database.everything(acme);
        List<Integer> told = told(subjects);

        // When
        Topics.replay(
                List.of(Topic.INTERACTIONS, Topic.CONTACTS, Topic.REPS),
                subjects.stream().map(acme::subject).toList());
        Workspace.at("2026-11-23T09:00:00Z");

        // Then
        assertEquals(before, Database.everything(acme));
        assertEquals(told, told(subjects));
    }

    /** A new contact in the rep's partition, so that what is replayed of other tests stays little. */
    private UUID neighbour() {
        UUID id = Stream.generate(UUID::randomUUID)
                .filter(it -> Topics.partition(acme.subject(it)) == Topics.partition(acme.subject(acme.rep())))
                .findFirst()
                .orElseThrow();
        acme.deliver(Topic.CONTACTS, id, new ContactAdded(state(id, 1, acme.rep())));
        return id;
    }

    private List<Integer> told(List<UUID> subjects) {
        return subjects.stream()
                .flatMap(subject -> Stream.of(Topic.TOUCHPOINTS, Topic.PLANS)
                        .map(topic -> Topics.about(topic.topicName(), acme.subject(subject))
                                .size()))
                .toList();
    }
}
