package io.sevenfold.cadence.inbound;

import static io.sevenfold.delivery.sql.Sql.update;

import io.sevenfold.cadence.plan.Interactions;
import io.sevenfold.cadence.plan.Replanning;
import io.sevenfold.delivery.Endings;
import io.sevenfold.delivery.IncomingEvent;
import io.sevenfold.delivery.Outbox;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.Subjects;
import io.sevenfold.delivery.TopicConsumer;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.InteractionRecorded;
import io.sevenfold.events.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Keeps what happened, also before its contact is known, and plans those contacts anew. */
@ApplicationScoped
public class InteractionsConsumer implements TopicConsumer {

    private static final String REMOVED = "InteractionRemoved";
    private static final Set<String> VERSIONS = Set.of("InteractionRecorded", "InteractionCorrected", REMOVED);

    private final Outbox outbox;
    private final Clock clock;

    InteractionsConsumer(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String topic() {
        return Topic.INTERACTIONS.topicName();
    }

    @Override
    public void consume(Connection connection, List<IncomingEvent> events) throws SQLException {
        List<IncomingEvent> latest = IncomingEvent.lastOfEachKey(events);
        Endings endings = Subjects.lock(
                connection, latest.stream().map(IncomingEvent::subject).toList());
        List<Interactions.Version> versions = new ArrayList<>();
        Map<Subject, String> causes = new HashMap<>();
        for (IncomingEvent event : latest) {
            boolean known = event.isTombstone() || VERSIONS.contains(event.type());
            if (!known || endings.erased(event.subject())) {
                continue;
            }
            Subject contact = endings.survivor(event.subject());
            causes.put(contact, event.traceparent());
            if (event.isTombstone()) {
                drop(connection, event);
            } else {
                boolean removed = event.type().equals(REMOVED);
                Interaction interaction = event.as(InteractionRecorded.class).interaction();
                UUID mergedFrom =
                        interaction.mergedFrom() != null || event.subject().equals(contact)
                                ? interaction.mergedFrom()
                                : event.subject().id();
                versions.add(new Interactions.Version(contact, interaction, mergedFrom, removed));
            }
        }
        Interactions.keep(connection, versions);
        outbox.append(connection, Replanning.replan(connection, causes.keySet(), causes, clock.instant()));
    }

    /** It went to another contact, whose own record says so, or its contact was erased. */
    private static void drop(Connection connection, IncomingEvent tombstone) throws SQLException {
        update(
                connection,
                "delete from interaction where workspace_id = ? and id = ? and contact_id = ?",
                tombstone.subject().workspace(),
                UUID.fromString(tombstone.keySuffix()),
                tombstone.subject().id());
    }
}
