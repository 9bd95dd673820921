package io.sevenfold.contacts.inbound;

import io.sevenfold.contacts.contact.OptOuts;
import io.sevenfold.contacts.contact.OptOuts.Said;
import io.sevenfold.delivery.Endings;
import io.sevenfold.delivery.IncomingEvent;
import io.sevenfold.delivery.Outbox;
import io.sevenfold.delivery.OutgoingEvent;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.Subjects;
import io.sevenfold.delivery.TopicConsumer;
import io.sevenfold.events.ContactChanged;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.InteractionRecorded;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** On a "never", and on what later becomes of it: who said it is not to be contacted, or not on that channel. */
@ApplicationScoped
class InteractionsConsumer implements TopicConsumer {

    private static final Set<String> KNOWN =
            Set.of("InteractionRecorded", "InteractionCorrected", "InteractionRemoved");

    private final Outbox outbox;

    InteractionsConsumer(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public String topic() {
        return Topic.INTERACTIONS.topicName();
    }

    @Override
    public void consume(Connection worker, List<IncomingEvent> events) throws SQLException {
        Map<Said, IncomingEvent> causes = new HashMap<>();
        IncomingEvent.lastOfEachKey(events).forEach(event -> said(event).ifPresent(said -> causes.put(said, event)));
        if (causes.isEmpty()) {
            return;
        }
        Endings endings = Subjects.lock(
                worker, causes.keySet().stream().map(Said::contact).toList());
        Map<Subject, IncomingEvent> contacts = new HashMap<>();
        Set<Said> alive = new LinkedHashSet<>();
        causes.forEach((said, event) -> {
            if (!endings.erased(said.contact())) {
                Subject survivor = endings.survivor(said.contact());
                alive.add(said.of(survivor));
                contacts.put(survivor, event);
            }
        });
        OptOuts.store(worker, alive);
        outbox.append(
                worker,
                OptOuts.settle(worker, contacts.keySet()).entrySet().stream()
                        .map(changed -> OutgoingEvent.of(
                                        Topic.CONTACTS.topicName(),
                                        changed.getKey(),
                                        new ContactChanged(changed.getValue()))
                                .causedBy(contacts.get(changed.getKey()).traceparent()))
                        .toList());
    }

    /** A first version that is no "never" says nothing here, and most are such; a later one may take back an earlier. */
    private static Optional<Said> said(IncomingEvent event) {
        if (event.isTombstone() || !KNOWN.contains(event.type())) {
            return Optional.empty();
        }
        // All three carry the interaction alike.
        Interaction interaction = event.as(InteractionRecorded.class).interaction();
        boolean never = interaction.outcome() == Outcome.NEVER && !event.type().equals("InteractionRemoved");
        return never || interaction.version() > 1
                ? Optional.of(new Said(
                        event.subject(),
                        interaction.id(),
                        interaction.version(),
                        never,
                        interaction.optOutOf(),
                        interaction.occurredAt()))
                : Optional.empty();
    }
}
