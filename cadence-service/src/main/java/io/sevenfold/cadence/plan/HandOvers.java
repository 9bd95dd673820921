package io.sevenfold.cadence.plan;

import static io.sevenfold.delivery.sql.Sql.batch;
import static io.sevenfold.delivery.sql.Sql.query;

import io.sevenfold.delivery.OutgoingEvent;
import io.sevenfold.delivery.Subject;
import io.sevenfold.events.Contact;
import io.sevenfold.events.ContactHandedOver;
import io.sevenfold.events.Topic;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;
import java.util.UUID;

/**
 * Hands contacts over at once, before contacts-service, which owns who follows up, has made it true. What it tells meanwhile of a
 * contact still names the owner from before: that is kept out, so that nobody is reminded for a moment of what is another's.
 */
public final class HandOvers {

    /** After that, what contacts-service says holds in any case: it may have refused. */
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private HandOvers() {}

    /** Those of these contacts that are not that rep's already. */
    public static List<HandOver> to(Connection connection, UUID repId, Collection<Subject> contacts)
            throws SQLException {
        return query(
                connection,
                """
                select workspace_id, id, owner_id from contact
                  join unnest(?::text[], ?::uuid[]) as wanted(workspace_id, id) using (workspace_id, id)
                 where owner_id is distinct from ?""",
                row -> new HandOver(row.subject("id"), row.uuid("owner_id"), repId),
                contacts.stream().map(Subject::workspace).toList(),
                contacts.stream().map(Subject::id).toList(),
                repId);
    }

    /**
     * Makes them theirs, under the contacts' locks and before they are planned anew.
     *
     * @return what to append to the outbox in this transaction
     */
    public static List<OutgoingEvent> keep(
            Connection connection, Collection<HandOver> handOvers, String by, Instant now) throws SQLException {
        batch(connection, "update contact set owner_id = ? where workspace_id = ? and id = ?", handOvers, it ->
                new Object[] {it.to(), it.contact().workspace(), it.contact().id()});
        batch(connection, """
                insert into hand_over (workspace_id, contact_id, handed_over_at, from_rep, to_rep) values (?, ?, ?, ?, ?)
                on conflict (workspace_id, contact_id, handed_over_at) do update set to_rep = excluded.to_rep""", handOvers, it ->
                new Object[] {it.contact().workspace(), it.contact().id(), now, it.from(), it.to()});
        return handOvers.stream()
                .map(it -> OutgoingEvent.of(
                        Topic.TOUCHPOINTS.topicName(),
                        it.contact(),
                        new ContactHandedOver(it.contact().id(), it.to(), now, by)))
                .toList();
    }

    /**
     * After states of contacts were kept: leaves those with whom they were handed to that contacts-service told of before it knew, and
     * forgets the hand-overs that it knows of by now.
     */
    public static void hold(Connection connection, Collection<Entry<Subject, Contact>> states, Instant now)
            throws SQLException {
        Set<Subject> pending = pending(connection, states);
        List<Entry<Subject, Contact>> concerned =
                states.stream().filter(it -> pending.contains(it.getKey())).toList();
        batch(connection, """
                delete from hand_over h using contact c
                 where c.workspace_id = ? and c.id = ? and c.version = ?
                   and h.workspace_id = c.workspace_id and h.contact_id = c.id
                   and (h.handed_over_at < ?
                     or h.handed_over_at <= (select max(known.handed_over_at) from hand_over known
                                              where known.workspace_id = c.workspace_id and known.contact_id = c.id
                                                and known.to_rep = ?))""", concerned, it -> new Object[] {
            it.getKey().workspace(),
            it.getKey().id(),
            it.getValue().version(),
            now.minus(WINDOW),
            it.getValue().ownerId()
        });
        batch(connection, """
                update contact c
                   set owner_id = (select h.to_rep from hand_over h
                                    where h.workspace_id = c.workspace_id and h.contact_id = c.id
                                    order by h.handed_over_at desc limit 1)
                 where c.workspace_id = ? and c.id = ? and c.version = ?
                   and exists (select from hand_over h
                                where h.workspace_id = c.workspace_id and h.contact_id = c.id
                                  and h.from_rep is not distinct from ?)""", concerned, it -> new Object[] {
            it.getKey().workspace(),
            it.getKey().id(),
            it.getValue().version(),
            it.getValue().ownerId()
        });
    }

    private static Set<Subject> pending(Connection connection, Collection<Entry<Subject, Contact>> states)
            throws SQLException {
        return new HashSet<>(query(
                connection,
                """
                select distinct workspace_id, contact_id from hand_over
                  join unnest(?::text[], ?::uuid[]) as wanted(workspace_id, contact_id) using (workspace_id, contact_id)""",
                row -> row.subject("contact_id"),
                states.stream().map(it -> it.getKey().workspace()).toList(),
                states.stream().map(it -> it.getKey().id()).toList()));
    }
}
