package io.sevenfold.cadence.inbound;

import static io.sevenfold.delivery.sql.Sql.query;
import static java.util.Comparator.comparing;

import io.sevenfold.cadence.plan.Replanning;
import io.sevenfold.delivery.Endings;
import io.sevenfold.delivery.IncomingEvent;
import io.sevenfold.delivery.Outbox;
import io.sevenfold.delivery.OutgoingEvent;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.Subjects;
import io.sevenfold.delivery.TopicConsumer;
import io.sevenfold.events.ContactMerged;
import io.sevenfold.events.Topic;
import io.sevenfold.events.TouchpointCancelled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Keeps what planning needs to know of contacts, merges them, and forgets the erased. */
@ApplicationScoped
public class ContactsConsumer implements TopicConsumer {

    private static final Set<String> STATES = Set.of("ContactAdded", "ContactChanged");
    private static final String ERASED = "ContactErased";
    private static final String MERGED = "ContactMerged";

    private final Outbox outbox;
    private final Clock clock;

    ContactsConsumer(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String topic() {
        return Topic.CONTACTS.topicName();
    }

    @Override
    public void consume(Connection connection, List<IncomingEvent> events) throws SQLException {
        List<IncomingEvent> latest = IncomingEvent.lastOfEachKey(events);
        List<ToldContact> told = latest.stream()
                .filter(event -> STATES.contains(event.type()))
                .map(ToldContact::of)
                .toList();
        Endings endings = lock(connection, latest, told);
        List<ToldContact> states =
                told.stream().filter(state -> goesOn(endings, state.subject())).toList();
        Map<Subject, String> causes = new HashMap<>();
        states.forEach(state -> causes.put(state.subject(), state.event().traceparent()));
        for (IncomingEvent event : mergersFirst(latest)) {
            Subject contact = event.subject();
            if (!goesOn(endings, contact)) {
                continue;
            }
            if (event.type().equals(ERASED)) {
                Subjects.erase(connection, contact);
                forget(connection, event);
            } else if (event.type().equals(MERGED)) {
                Subject remaining = Subjects.look(connection, into(event)).survivor(into(event));
                causes.put(remaining, event.traceparent());
                Subjects.merge(connection, contact, remaining.id());
                takeBackWhatIsDue(connection, event);
                if (!endings.erased(remaining)) {
                    Merging.merge(connection, contact, remaining.id(), event.time());
                }
                forget(connection, event);
            }
        }
        KnownContacts.keep(connection, states, clock.instant());
        outbox.append(connection, Replanning.replan(connection, causes.keySet(), causes, clock.instant()));
    }

    /**
     * The owners too: a change of theirs that is under way has all their contacts planned anew, but does not see those that become
     * theirs here.
     */
    private static Endings lock(Connection connection, List<IncomingEvent> events, List<ToldContact> states) {
        Stream<Subject> owners = states.stream().flatMap(ToldContact::owner);
        return Subjects.lock(
                connection,
                Stream.concat(events.stream().flatMap(ContactsConsumer::subjects), owners)
                        .toList());
    }

    private static boolean goesOn(Endings endings, Subject contact) {
        return !endings.erased(contact) && endings.survivor(contact).equals(contact);
    }

    /** So that erasing who remains erases all that went into them. */
    private static List<IncomingEvent> mergersFirst(List<IncomingEvent> events) {
        return events.stream()
                .sorted(comparing(event -> !MERGED.equals(event.type())))
                .toList();
    }

    private static Stream<Subject> subjects(IncomingEvent event) {
        return MERGED.equals(event.type()) ? Stream.of(event.subject(), into(event)) : Stream.of(event.subject());
    }

    private static Subject into(IncomingEvent merged) {
        return new Subject(
                merged.subject().workspace(), merged.as(ContactMerged.class).mergedInto());
    }

    /** The touches of who went into another do no steps there (P12): nobody is to be reminded of them any more. */
    private void takeBackWhatIsDue(Connection connection, IncomingEvent merged) throws SQLException {
        Subject contact = merged.subject();
        List<TouchpointCancelled> due = query(
                connection,
                "select id, owner_id, round from touchpoint where workspace_id = ? and contact_id = ? and state = 'DUE'",
                row -> new TouchpointCancelled(
                        contact.id(), row.uuid("id"), row.uuid("owner_id"), row.integer("round"), clock.instant()),
                contact.workspace(),
                contact.id());
        outbox.append(
                connection,
                due.stream()
                        .map(event -> OutgoingEvent.of(Topic.TOUCHPOINTS.topicName(), contact, event)
                                .causedBy(merged.traceparent()))
                        .toList());
    }

    /** Nothing of the person stays here; the final state of the compacted topics is a tombstone. */
    private void forget(Connection connection, IncomingEvent event) throws SQLException {
        Subject contact = event.subject();
        Forgetting.forget(connection, contact);
        outbox.append(
                connection,
                Stream.of(Topic.PLANS, Topic.CONNECTIONS)
                        .map(topic -> OutgoingEvent.tombstone(topic.topicName(), contact, null)
                                .causedBy(event.traceparent()))
                        .toList());
    }
}
