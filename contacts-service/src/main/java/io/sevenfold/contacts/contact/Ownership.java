package io.sevenfold.contacts.contact;

import io.quarkus.hibernate.orm.panache.Panache;
import io.sevenfold.delivery.Outbox;
import io.sevenfold.delivery.OutgoingEvent;
import io.sevenfold.delivery.Subject;
import io.sevenfold.events.Contact;
import io.sevenfold.events.ContactChanged;
import io.sevenfold.events.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** Who owns contacts, of many at once. */
@ApplicationScoped
public class Ownership {

    private static final int BATCH = 1_000;

    /**
     * Rows are locked in the order of ids, as {@link OptOuts} does. That is lock enough: every other write of a contact locks its row
     * too before it reads it, and a rep may own more contacts than PostgreSQL has room for advisory locks.
     */
    private static final String END = """
            with owned as materialized (
              select workspace_id, id from contact where workspace_id = ? and owner_id = ? order by id limit ? for no key update)
            update contact c set owner_id = null, owner_since = ?, version = c.version + 1
              from owned where c.workspace_id = owned.workspace_id and c.id = owned.id
            returning\s""" + ContactRow.COLUMNS;

    private static final String REPS_THERE = """
            select r.workspace_id, r.id from rep r
             where (r.workspace_id, r.id) in (select * from unnest(?::text[], ?::uuid[]))
             order by r.workspace_id, r.id for key share""";

    /** One to the owner there is changes nothing to tell of, but is kept: none before it counts any more. */
    private static final String HAND_OVER = """
            with handed as (
              select c.workspace_id, c.id, h.rep, h.at, c.owner_id is distinct from h.rep as is_new
                from unnest(?::text[], ?::uuid[], ?::uuid[], ?::timestamptz[]) h(workspace_id, id, rep, at)
                join contact c using (workspace_id, id)
               where (c.owner_since >= h.at) is not true
            )
            update contact c
               set owner_id = handed.rep, owner_since = handed.at, version = c.version + case when is_new then 1 else 0 end
              from handed where c.workspace_id = handed.workspace_id and c.id = handed.id
            returning handed.is_new,\s""" + ContactRow.COLUMNS;

    private final Outbox outbox;
    private final Clock clock;

    Ownership(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Which of these reps there are; those who are there stay until the transaction ends. To be asked before contacts are locked. */
    public static Set<Subject> repsThere(Connection worker, Collection<Subject> reps) throws SQLException {
        try (PreparedStatement sql = worker.prepareStatement(REPS_THERE)) {
            bind(sql, reps);
            ResultSet rows = sql.executeQuery();
            Set<Subject> there = new HashSet<>();
            while (rows.next()) {
                there.add(new Subject(rows.getString("workspace_id"), rows.getObject("id", UUID.class)));
            }
            return there;
        }
    }

    /**
     * Makes reps the owners of contacts where no later word has made another one it, under the contacts' locks; gives the contacts
     * that changed.
     */
    public static SortedMap<Subject, Contact> handOver(Connection worker, Map<Subject, HandOver> byContact)
            throws SQLException {
        List<Subject> contacts = List.copyOf(byContact.keySet());
        List<HandOver> handOvers = contacts.stream().map(byContact::get).toList();
        OptOuts.lock(worker, contacts);
        try (PreparedStatement sql = worker.prepareStatement(HAND_OVER)) {
            bind(sql, contacts);
            sql.setArray(3, array(worker, "uuid", handOvers.stream().map(HandOver::toRep)));
            sql.setArray(
                    4,
                    array(
                            worker,
                            "timestamptz",
                            handOvers.stream().map(each -> each.at().toString())));
            ResultSet rows = sql.executeQuery();
            SortedMap<Subject, Contact> changed = new TreeMap<>();
            while (rows.next()) {
                if (rows.getBoolean("is_new")) {
                    Contact contact = ContactRow.read(rows);
                    changed.put(new Subject(rows.getString("workspace_id"), contact.id()), contact);
                }
            }
            return changed;
        }
    }

    /** Leaves all contacts of a rep without an owner, in the request's transaction, each with its event. */
    public void end(Subject rep) {
        List<OutgoingEvent> events;
        do {
            events = Panache.getSession().doReturningWork(connection -> endSome(connection, rep));
            outbox.append(events.toArray(OutgoingEvent[]::new));
        } while (events.size() == BATCH);
    }

    private List<OutgoingEvent> endSome(Connection connection, Subject rep) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(END)) {
            sql.setString(1, rep.workspace());
            sql.setObject(2, rep.id());
            sql.setInt(3, BATCH);
            sql.setTimestamp(4, Timestamp.from(clock.instant()));
            ResultSet rows = sql.executeQuery();
            List<OutgoingEvent> events = new ArrayList<>();
            while (rows.next()) {
                Contact contact = ContactRow.read(rows);
                events.add(OutgoingEvent.of(
                        Topic.CONTACTS.topicName(),
                        new Subject(rep.workspace(), contact.id()),
                        new ContactChanged(contact)));
            }
            return events;
        }
    }

    private static void bind(PreparedStatement sql, Collection<Subject> subjects) throws SQLException {
        sql.setArray(1, array(sql.getConnection(), "text", subjects.stream().map(Subject::workspace)));
        sql.setArray(2, array(sql.getConnection(), "uuid", subjects.stream().map(Subject::id)));
    }

    private static Array array(Connection connection, String type, Stream<?> values) throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }
}
