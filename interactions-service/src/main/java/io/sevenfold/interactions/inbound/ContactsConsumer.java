package io.sevenfold.interactions.inbound;

import io.sevenfold.delivery.Endings;
import io.sevenfold.delivery.IncomingEvent;
import io.sevenfold.delivery.Outbox;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.Subjects;
import io.sevenfold.delivery.TopicConsumer;
import io.sevenfold.events.Contact;
import io.sevenfold.events.ContactAdded;
import io.sevenfold.events.ContactChanged;
import io.sevenfold.events.ContactErased;
import io.sevenfold.events.ContactMerged;
import io.sevenfold.events.Topic;
import io.sevenfold.interactions.interaction.ContactHistory;
import io.sevenfold.interactions.interaction.ContactHistory.Told;
import io.sevenfold.interactions.known.KnownContacts;
import io.sevenfold.interactions.known.KnownTouchpoints;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;

/** On a contact's event: notes who owns it; deletes its interactions when it is erased, moves them when it is merged. */
@Singleton
class ContactsConsumer implements TopicConsumer {

    private static final BinaryOperator<Contact> NEWER = (a, b) -> a.version() >= b.version() ? a : b;

    private final Outbox outbox;

    ContactsConsumer(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public String topic() {
        return Topic.CONTACTS.topicName();
    }

    @Override
    public void consume(Connection worker, List<IncomingEvent> events) throws SQLException {
        Batch batch = Batch.of(events);
        Subjects.lock(worker, batch.subjects());
        batch.erased.forEach(contact -> Subjects.erase(worker, contact));
        batch.merged.forEach((contact, into) -> Subjects.merge(worker, contact, into));
        Endings endings = Subjects.lock(worker, batch.subjects());

        batch.states.keySet().removeIf(contact -> hasEnded(endings, contact));
        KnownContacts.store(worker, batch.states);
        if (!batch.ended().isEmpty()) {
            outbox.append(
                    worker,
                    end(worker, batch.ended(), endings).stream()
                            .map(told -> told.event().causedBy(batch.causes.get(told.ended())))
                            .toList());
        }
    }

    private static List<Told> end(Connection worker, Set<Subject> ended, Endings endings) throws SQLException {
        Set<Subject> erased = new HashSet<>();
        Map<Subject, UUID> survivors = new HashMap<>();
        for (Subject contact : ended) {
            if (endings.erased(contact)) {
                erased.add(contact);
            } else {
                survivors.put(contact, endings.survivor(contact).id());
            }
        }
        KnownContacts.forget(worker, ended);
        KnownTouchpoints.move(worker, survivors);
        KnownTouchpoints.forget(worker, erased);
        List<Told> all = new ArrayList<>(ContactHistory.move(worker, survivors));
        all.addAll(ContactHistory.delete(worker, erased));
        return all;
    }

    private static boolean hasEnded(Endings endings, Subject contact) {
        return endings.erased(contact) || !endings.survivor(contact).equals(contact);
    }

    /** What a batch says of each contact, in whatever order it says it; {@code causes} are the traces of what it says last. */
    private record Batch(
            Map<Subject, Contact> states, Map<Subject, UUID> merged, Set<Subject> erased, Map<Subject, String> causes) {

        static Batch of(List<IncomingEvent> events) {
            Batch batch = new Batch(new HashMap<>(), new HashMap<>(), new HashSet<>(), new HashMap<>());
            for (IncomingEvent event : events) {
                batch.causes.put(event.subject(), event.traceparent());
                switch (event.type()) {
                    case "ContactAdded" ->
                        batch.add(event.subject(), event.as(ContactAdded.class).contact());
                    case "ContactChanged" ->
                        batch.add(
                                event.subject(), event.as(ContactChanged.class).contact());
                    case "ContactMerged" ->
                        batch.merged.put(
                                event.subject(), event.as(ContactMerged.class).mergedInto());
                    case "ContactErased" -> {
                        event.as(ContactErased.class);
                        batch.erased.add(event.subject());
                    }
                    default -> {
                        // Not known here yet: changes only add.
                    }
                }
            }
            return batch;
        }

        void add(Subject subject, Contact contact) {
            states.merge(subject, contact, NEWER);
        }

        Set<Subject> ended() {
            Set<Subject> ended = new HashSet<>(erased);
            ended.addAll(merged.keySet());
            return ended;
        }

        Set<Subject> subjects() {
            Set<Subject> subjects = ended();
            subjects.addAll(states.keySet());
            merged.forEach((contact, into) -> subjects.add(new Subject(contact.workspace(), into)));
            return subjects;
        }
    }
}
