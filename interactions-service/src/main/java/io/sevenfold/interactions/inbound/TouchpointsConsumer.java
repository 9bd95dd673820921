package io.sevenfold.interactions.inbound;

import io.sevenfold.delivery.Endings;
import io.sevenfold.delivery.IncomingEvent;
import io.sevenfold.delivery.Outbox;
import io.sevenfold.delivery.OutgoingEvent;
import io.sevenfold.delivery.PermanentFailure;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.Subjects;
import io.sevenfold.delivery.TopicConsumer;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.Topic;
import io.sevenfold.events.TouchpointDone;
import io.sevenfold.interactions.interaction.InteractionEvents;
import io.sevenfold.interactions.interaction.InteractionRow;
import io.sevenfold.interactions.interaction.InteractionTable;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** On a touchpoint that was done: takes over the interaction that completing it made, as it is, and publishes it. */
@Singleton
class TouchpointsConsumer implements TopicConsumer {

    private final Outbox outbox;

    TouchpointsConsumer(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public String topic() {
        return Topic.TOUCHPOINTS.topicName();
    }

    @Override
    public void consume(Connection worker, List<IncomingEvent> events) throws SQLException {
        Map<Subject, Completion> completions = completions(events);
        if (completions.isEmpty()) {
            return;
        }
        Endings endings = Subjects.lock(
                worker, completions.values().stream().map(Completion::contact).toList());
        List<InteractionRow> rows = completions.values().stream()
                .filter(completion -> !endings.erased(completion.contact()))
                .map(completion -> completion.rowOf(endings.survivor(completion.contact())))
                .toList();
        List<OutgoingEvent> published = InteractionTable.insert(worker, rows).stream()
                .map(row ->
                        event(row).causedBy(completions.get(key(row)).event().traceparent()))
                .toList();
        outbox.append(worker, published);
    }

    /** Those that carry an interaction, by its id. */
    private static Map<Subject, Completion> completions(List<IncomingEvent> events) {
        Map<Subject, Completion> completions = new LinkedHashMap<>();
        for (IncomingEvent event : events) {
            if (event.type().equals("TouchpointDone")) {
                Interaction made = event.as(TouchpointDone.class).interaction();
                if (made != null) {
                    Completion completion = new Completion(event, made);
                    completion.check();
                    completions.putIfAbsent(new Subject(event.subject().workspace(), made.id()), completion);
                }
            }
        }
        return completions;
    }

    private static Subject key(InteractionRow row) {
        return new Subject(row.workspaceId(), row.interaction().id());
    }

    private static OutgoingEvent event(InteractionRow row) {
        return row.interaction().version() == 1
                ? InteractionEvents.recorded(row.workspaceId(), row.interaction())
                : InteractionEvents.corrected(row.workspaceId(), row.interaction());
    }

    private record Completion(IncomingEvent event, Interaction made) {

        Subject contact() {
            return event.subject();
        }

        void check() {
            if (made.id() == null || made.version() != 1 || !contact().id().equals(made.contactId())) {
                throw new PermanentFailure("The interaction is no first version, or not of the contact in the key");
            }
        }

        /** What recording and then merging would have left, where the contact has gone into another. */
        InteractionRow rowOf(Subject survivor) {
            InteractionRow row = new InteractionRow(survivor.workspace(), made, null);
            return survivor.equals(contact()) ? row : row.movedTo(survivor.id());
        }
    }
}
