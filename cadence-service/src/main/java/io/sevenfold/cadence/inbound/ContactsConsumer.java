package io.sevenfold.cadence.inbound;

import static io.sevenfold.delivery.sql.Sql.batch;
import static io.sevenfold.delivery.sql.Sql.query;
import static java.util.Comparator.comparing;

import com.github.f4b6a3.uuid.UuidCreator;
import io.sevenfold.cadence.cadence.Defaults;
import io.sevenfold.cadence.plan.HandOvers;
import io.sevenfold.cadence.plan.Replanning;
import io.sevenfold.cadence.planning.Decision;
import io.sevenfold.delivery.Endings;
import io.sevenfold.delivery.IncomingEvent;
import io.sevenfold.delivery.Outbox;
import io.sevenfold.delivery.OutgoingEvent;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.Subjects;
import io.sevenfold.delivery.TopicConsumer;
import io.sevenfold.events.Contact;
import io.sevenfold.events.ContactAdded;
import io.sevenfold.events.ContactMerged;
import io.sevenfold.events.Topic;
import io.sevenfold.events.TouchpointCancelled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Keeps what planning needs to know of contacts, enrolls each once it has an owner, and forgets the erased. */
@ApplicationScoped
public class ContactsConsumer implements TopicConsumer {

    private static final Set<String> STATES = Set.of("ContactAdded", "ContactChanged");
    private static final String ERASED = "ContactErased";
    private static final String MERGED = "ContactMerged";

    private record State(Subject subject, Contact contact, IncomingEvent event) {

        static State of(IncomingEvent event) {
            return new State(event.subject(), event.as(ContactAdded.class).contact(), event);
        }

        Stream<Subject> owner() {
            return Stream.ofNullable(contact.ownerId()).map(id -> new Subject(subject.workspace(), id));
        }
    }

    private record Before(Subject subject, boolean doNotContact) {}

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
        List<State> told = latest.stream()
                .filter(event -> STATES.contains(event.type()))
                .map(State::of)
                .toList();
        Endings endings = lock(connection, latest, told);
        List<State> states =
                told.stream().filter(state -> goesOn(endings, state.subject)).toList();
        Map<Subject, String> causes = new HashMap<>();
        states.forEach(state -> causes.put(state.subject, state.event.traceparent()));
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
        keep(connection, states);
        outbox.append(connection, Replanning.replan(connection, causes.keySet(), causes, clock.instant()));
    }

    /**
     * The owners too: a change of theirs that is under way has all their contacts planned anew, but does not see those that become
     * theirs here.
     */
    private static Endings lock(Connection connection, List<IncomingEvent> events, List<State> states) {
        Stream<Subject> owners = states.stream().flatMap(State::owner);
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

    private void keep(Connection connection, List<State> states) throws SQLException {
        Set<Subject> optedOutBefore = optedOut(connection, states);
        Defaults.copy(
                connection,
                states.stream()
                        .map(state -> state.subject.workspace())
                        .distinct()
                        .toList());
        batch(connection, """
                insert into contact as known (workspace_id, id, version, name, company, owner_id, do_not_contact,
                                              do_not_contact_channels, do_not_contact_because, lifted_at, first_owned_at,
                                              first_owned_version, changed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (workspace_id, id) do update set version = excluded.version, name = excluded.name,
                  company = excluded.company, owner_id = excluded.owner_id, do_not_contact = excluded.do_not_contact, do_not_contact_channels = excluded.do_not_contact_channels,
                  do_not_contact_because = excluded.do_not_contact_because, lifted_at = excluded.lifted_at,
                  first_owned_at = coalesce(known.first_owned_at, excluded.first_owned_at),
                  first_owned_version = coalesce(known.first_owned_version, excluded.first_owned_version),
                  changed_at = excluded.changed_at
                  where known.version < excluded.version""", states, ContactsConsumer::columns);
        HandOvers.hold(
                connection,
                states.stream()
                        .map(state -> Map.entry(state.subject, state.contact))
                        .toList(),
                clock.instant());
        enroll(connection, states);
        optOut(connection, states, optedOutBefore);
        lift(connection, states);
    }

    /**
     * Once ever, when first seen with an owner, in the cadence that the settings name then, if they do; who must not be contacted
     * then is not enrolled later by itself.
     */
    private static void enroll(Connection connection, List<State> states) throws SQLException {
        batch(
                connection,
                """
                insert into enrollment (workspace_id, id, contact_id, cadence_id, cadence_version, started_at)
                select c.workspace_id, ?, c.id, newest.id, newest.version, c.first_owned_at
                  from contact c
                  cross join lateral (select on_new from settings where workspace_id = c.workspace_id
                                       order by version desc limit 1) present
                  cross join lateral (select id, version from cadence
                                       where workspace_id = c.workspace_id and id = present.on_new
                                       order by version desc limit 1) newest
                 where c.workspace_id = ? and c.id = ? and c.version = ? and c.first_owned_version = c.version
                   and not c.do_not_contact
                on conflict do nothing""",
                states.stream().filter(state -> state.contact.ownerId() != null).toList(),
                state -> new Object[] {
                    UuidCreator.getNameBasedSha1(state.subject.id(), "first enrollment"),
                    state.subject.workspace(),
                    state.subject.id(),
                    state.contact.version()
                });
    }

    /** Do-not-contact that no interaction explains was somebody's decision, and stays one after it is lifted. */
    private static void optOut(Connection connection, List<State> states, Set<Subject> before) throws SQLException {
        batch(
                connection,
                """
                insert into decision (workspace_id, id, contact_id, kind, decided_at, decided_by)
                select workspace_id, ?, id, ?, ?, ? from contact where workspace_id = ? and id = ? and version = ?
                on conflict do nothing""",
                states.stream()
                        .filter(state -> state.contact.doNotContact()
                                && state.contact.doNotContactBecause() == null
                                && !before.contains(state.subject))
                        .toList(),
                state -> new Object[] {
                    UuidCreator.getNameBasedSha1(state.subject.id(), "opt-out/" + state.contact.version()),
                    Decision.Kind.OPT_OUT,
                    state.event.time(),
                    Topic.CONTACTS.topicName(),
                    state.subject.workspace(),
                    state.subject.id(),
                    state.contact.version()
                });
    }

    /** A state tells only of the last time; what started after an earlier one stays as it was (P6). */
    private static void lift(Connection connection, List<State> states) throws SQLException {
        batch(
                connection,
                """
                insert into decision (workspace_id, id, contact_id, kind, decided_at, decided_by)
                select workspace_id, ?, id, ?, ?, ? from contact where workspace_id = ? and id = ?
                on conflict do nothing""",
                states.stream()
                        .filter(state -> state.contact.doNotContactLiftedAt() != null)
                        .toList(),
                state -> new Object[] {
                    UuidCreator.getNameBasedSha1(state.subject.id(), "lift/" + state.contact.doNotContactLiftedAt()),
                    Decision.Kind.LIFT,
                    state.contact.doNotContactLiftedAt(),
                    Topic.CONTACTS.topicName(),
                    state.subject.workspace(),
                    state.subject.id()
                });
    }

    private static Set<Subject> optedOut(Connection connection, List<State> states) throws SQLException {
        return new HashSet<>(query(
                connection,
                """
                select workspace_id, id from contact
                  join unnest(?::text[], ?::uuid[]) as wanted(workspace_id, id) using (workspace_id, id)
                 where do_not_contact""",
                row -> row.subject("id"),
                states.stream().map(state -> state.subject.workspace()).toList(),
                states.stream().map(state -> state.subject.id()).toList()));
    }

    private static Object[] columns(State state) {
        Contact contact = state.contact;
        return new Object[] {
            state.subject.workspace(),
            state.subject.id(),
            contact.version(),
            contact.name(),
            contact.company(),
            contact.ownerId(),
            contact.doNotContact(),
            contact.doNotContactChannels() == null ? List.of() : contact.doNotContactChannels(),
            contact.doNotContactBecause(),
            contact.doNotContactLiftedAt(),
            contact.ownerId() == null ? null : state.event.time(),
            contact.ownerId() == null ? null : contact.version(),
            state.event.time()
        };
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
