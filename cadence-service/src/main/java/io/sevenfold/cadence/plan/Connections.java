package io.sevenfold.cadence.plan;

import static io.sevenfold.delivery.sql.Sql.batch;
import static io.sevenfold.delivery.sql.Sql.query;

import io.sevenfold.cadence.planning.NextTouch;
import io.sevenfold.cadence.planning.Plan;
import io.sevenfold.cadence.planning.Planner;
import io.sevenfold.cadence.planning.Situation;
import io.sevenfold.cadence.planning.StageAndStrength;
import io.sevenfold.delivery.OutgoingEvent;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.sql.Row;
import io.sevenfold.events.ConnectionChanged;
import io.sevenfold.events.Stage;
import io.sevenfold.events.Topic;
import io.sevenfold.events.WhyNone;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stage, strength and next touch of contacts, derived from the same facts as their plans and kept beside them. */
public final class Connections {

    /** What one contact's connection is at the instant of asking. */
    public record Now(StageAndStrength stageAndStrength, NextTouch next) {}

    private record Known(Subject contact, boolean doNotContact, StoredConnection stored) {}

    private record Changed(Subject contact, StoredConnection stored) {}

    private final Connection connection;
    private final Map<Subject, Known> known = new HashMap<>();
    private final List<Changed> changed = new ArrayList<>();
    private final List<OutgoingEvent> events = new ArrayList<>();

    private Connections(Connection connection) {
        this.connection = connection;
    }

    /** How things stand now with a contact, if it is known here. */
    public static Optional<Now> find(Connection connection, Subject contact, Instant now) throws SQLException {
        Connections connections = of(connection, List.of(contact));
        return Facts.of(connection, connections.known.keySet()).stream()
                .map(ContactFacts::situation)
                .map(situation -> connections.now(contact, situation, Planner.plan(situation, now), now))
                .findFirst();
    }

    /** As they were derived last, of those contacts that are known here. */
    static Connections of(Connection connection, Collection<Subject> contacts) throws SQLException {
        Connections connections = new Connections(connection);
        query(
                        connection,
                        """
                        select c.workspace_id, c.id as contact_id, c.do_not_contact, coalesce(k.version, 0) as version,
                               k.stage, coalesce(k.strength, 0) as strength, k.next_touch_on, k.why_none, k.next_change_at,
                               k.unseen_since
                          from contact c
                          join unnest(?::text[], ?::uuid[]) as wanted(workspace_id, id) using (workspace_id, id)
                          left join connection k on k.workspace_id = c.workspace_id and k.contact_id = c.id""",
                        Connections::known,
                        contacts.stream().map(Subject::workspace).toList(),
                        contacts.stream().map(Subject::id).toList())
                .forEach(each -> connections.known.put(each.contact, each));
        return connections;
    }

    /** Derives that of the contact whose plan was just derived. */
    void derive(PlanUpdate update, Instant now) {
        Subject contact = update.facts.contact();
        StoredConnection before = known.get(contact).stored;
        Now it = now(contact, update.facts.situation(), update.plan, now);
        StoredConnection after = new StoredConnection(
                        0,
                        it.stageAndStrength.stage(),
                        it.stageAndStrength.strength(),
                        it.next,
                        it.stageAndStrength.changesAt(),
                        null)
                .after(before, now);
        if (!after.equals(before)) {
            changed.add(new Changed(contact, after));
        }
        if (after.version() > before.version()) {
            events.add(OutgoingEvent.of(Topic.CONNECTIONS.topicName(), contact, event(contact, after))
                    .causedBy(update.head.traceparent()));
        }
    }

    /** Stores what is not as it was, in one batch, and says what to tell the others of it. */
    List<OutgoingEvent> write() throws SQLException {
        batch(connection, """
                insert into connection (workspace_id, contact_id, version, stage, strength, next_touch_on, why_none,
                                        next_change_at, unseen_since)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (workspace_id, contact_id) do update set version = excluded.version, stage = excluded.stage,
                  strength = excluded.strength, next_touch_on = excluded.next_touch_on, why_none = excluded.why_none,
                  next_change_at = excluded.next_change_at, unseen_since = excluded.unseen_since""", changed, each -> new Object[] {
            each.contact.workspace(),
            each.contact.id(),
            each.stored.version(),
            each.stored.stage(),
            each.stored.strength(),
            each.stored.next().on(),
            each.stored.next().whyNone(),
            each.stored.changesAt(),
            each.stored.unseenSince()
        });
        return events;
    }

    private Now now(Subject contact, Situation situation, Plan plan, Instant now) {
        boolean doNotContact = known.get(contact).doNotContact;
        return new Now(
                StageAndStrength.of(situation, plan, doNotContact, now),
                NextTouch.of(situation, plan, doNotContact, now));
    }

    private static ConnectionChanged event(Subject contact, StoredConnection it) {
        return new ConnectionChanged(
                contact.id(),
                it.version(),
                it.stage(),
                it.strength(),
                it.next().on(),
                it.next().whyNone());
    }

    private static Known known(Row row) throws SQLException {
        StoredConnection stored = row.number("version") == 0
                ? StoredConnection.NONE
                : new StoredConnection(
                        row.number("version"),
                        row.constant("stage", Stage.class),
                        row.integer("strength"),
                        new NextTouch(row.date("next_touch_on"), row.constant("why_none", WhyNone.class)),
                        row.instant("next_change_at"),
                        row.instant("unseen_since"));
        return new Known(row.subject("contact_id"), row.flag("do_not_contact"), stored);
    }
}
