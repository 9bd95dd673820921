package io.sevenfold.contacts.contact;

import io.sevenfold.delivery.Subject;
import io.sevenfold.events.Contact;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What interactions do to {@code doNotContact}: the earliest "never" that still binds sets it and is named as the reason; without
 * one, what an interaction set is undone. What a person set stays. Set-based, under the contacts' locks.
 */
public final class OptOuts {

    private static final String STORE = """
            insert into never_interaction as known
                   (workspace_id, contact_id, interaction_id, version, is_never, occurred_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (workspace_id, contact_id, interaction_id) do update
               set version = excluded.version, is_never = excluded.is_never, occurred_at = excluded.occurred_at
             where known.version < excluded.version""";

    private static final String LOCK = """
            select from contact where (workspace_id, id) in (select * from unnest(?::text[], ?::uuid[]))
             order by workspace_id, id for no key update""";

    private static final String SETTLE = """
            update contact c
               set do_not_contact = found.because is not null, do_not_contact_because = found.because, version = version + 1
              from (select k.workspace_id, k.id,
                           (select n.interaction_id from never_interaction n
                             where n.workspace_id = k.workspace_id and n.contact_id = k.id and n.is_never
                               and (k.do_not_contact_lifted_at is null or n.occurred_at >= k.do_not_contact_lifted_at)
                             order by n.occurred_at, n.interaction_id limit 1) as because
                      from contact k
                     where (k.workspace_id, k.id) in (select * from unnest(?::text[], ?::uuid[]))) found
             where c.workspace_id = found.workspace_id and c.id = found.id
               and (c.do_not_contact_because is not null or not c.do_not_contact)
               and c.do_not_contact_because is distinct from found.because
            returning\s""" + ContactRow.COLUMNS;

    /**
     * What is known of an interaction that is, was or may have been a "never".
     *
     * @param occurredAt UTC
     */
    public record Said(Subject contact, UUID interactionId, long version, boolean never, Instant occurredAt) {}

    private OptOuts() {}

    /** Keeps what was said where it is newer than what is known. Contacts that are not there yet hear of it when they come. */
    public static void store(Connection connection, Collection<Said> all) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(STORE)) {
            for (Said said : all) {
                sql.setString(1, said.contact().workspace());
                sql.setObject(2, said.contact().id());
                sql.setObject(3, said.interactionId());
                sql.setLong(4, said.version());
                sql.setBoolean(5, said.never());
                sql.setTimestamp(6, Timestamp.from(said.occurredAt()));
                sql.addBatch();
            }
            sql.executeBatch();
        }
    }

    /** Brings the contacts in line with what is kept; gives those that changed, by subject. */
    public static SortedMap<Subject, Contact> settle(Connection connection, Collection<Subject> contacts)
            throws SQLException {
        try (PreparedStatement lock = with(connection, LOCK, contacts);
                PreparedStatement settle = with(connection, SETTLE, contacts)) {
            lock.execute();
            SortedMap<Subject, Contact> changed = new TreeMap<>();
            ResultSet rows = settle.executeQuery();
            while (rows.next()) {
                Contact contact = ContactRow.read(rows);
                changed.put(new Subject(rows.getString("workspace_id"), contact.id()), contact);
            }
            return changed;
        }
    }

    private static PreparedStatement with(Connection connection, String statement, Collection<Subject> contacts)
            throws SQLException {
        List<String> workspaces = new ArrayList<>();
        List<UUID> ids = new ArrayList<>();
        for (Subject contact : contacts) {
            workspaces.add(contact.workspace());
            ids.add(contact.id());
        }
        PreparedStatement sql = connection.prepareStatement(statement);
        sql.setArray(1, connection.createArrayOf("text", workspaces.toArray()));
        sql.setArray(2, connection.createArrayOf("uuid", ids.toArray()));
        return sql;
    }
}
