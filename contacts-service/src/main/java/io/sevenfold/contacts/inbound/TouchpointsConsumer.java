package io.sevenfold.contacts.inbound;

import io.sevenfold.contacts.contact.HandOver;
import io.sevenfold.contacts.contact.Ownership;
import io.sevenfold.delivery.Endings;
import io.sevenfold.delivery.IncomingEvent;
import io.sevenfold.delivery.Outbox;
import io.sevenfold.delivery.OutgoingEvent;
import io.sevenfold.delivery.PermanentFailure;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.Subjects;
import io.sevenfold.delivery.TopicConsumer;
import io.sevenfold.events.ContactChanged;
import io.sevenfold.events.ContactHandedOver;
import io.sevenfold.events.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** On a hand-over that somebody decided where plans are: the rep named owns the contact. */
@ApplicationScoped
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
        List<IncomingEvent> handedOver = events.stream()
                .filter(event -> event.type().equals("ContactHandedOver"))
                .toList();
        if (handedOver.isEmpty()) {
            return;
        }
        Endings endings = Subjects.lock(
                worker, handedOver.stream().map(IncomingEvent::subject).toList());
        Set<Subject> reps = Ownership.repsThere(
                worker, handedOver.stream().map(TouchpointsConsumer::rep).toList());
        Map<Subject, IncomingEvent> last = new HashMap<>();
        for (IncomingEvent event : handedOver) {
            if (!endings.erased(event.subject()) && reps.contains(rep(event))) {
                last.merge(endings.survivor(event.subject()), event, TouchpointsConsumer::later);
            }
        }
        Map<Subject, HandOver> handOvers = new HashMap<>();
        last.forEach((contact, event) -> handOvers.put(contact, handOver(event)));
        outbox.append(
                worker,
                Ownership.handOver(worker, handOvers).entrySet().stream()
                        .map(changed -> OutgoingEvent.of(
                                        Topic.CONTACTS.topicName(),
                                        changed.getKey(),
                                        new ContactChanged(changed.getValue()))
                                .causedBy(last.get(changed.getKey()).traceparent()))
                        .toList());
    }

    private static Subject rep(IncomingEvent event) {
        return new Subject(event.subject().workspace(), handOver(event).toRep());
    }

    private static HandOver handOver(IncomingEvent event) {
        ContactHandedOver said = event.as(ContactHandedOver.class);
        if (said.toRepId() == null || said.handedOverAt() == null) {
            throw new PermanentFailure("A hand-over says to whom and when");
        }
        return new HandOver(said.toRepId(), said.handedOverAt());
    }

    private static IncomingEvent later(IncomingEvent one, IncomingEvent other) {
        return handOver(other).at().isAfter(handOver(one).at()) ? other : one;
    }
}
