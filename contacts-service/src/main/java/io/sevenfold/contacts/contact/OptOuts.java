package io.sevenfold.contacts.contact;

import io.sevenfold.delivery.Subject;
import io.sevenfold.events.Channel;
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
 * one, what an interaction set is undone. A "never" for one channel does the same to that channel. What a person set stays. Set-based,
 * under the contacts' locks.
 */
public final class OptOuts {

    private static final String STORE = """
            insert into never_interaction as known
                   (workspace_id, contact_id, interaction_id, version, is_never, opt_out_of, occurred_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (workspace_id, contact_id, interaction_id) do update
               set version = excluded.version, is_never = excluded.is_never, opt_out_of = excluded.opt_out_of,
                   occurred_at = excluded.occurred_at
             where known.version < excluded.version""";

    private static final String LOCK = """
            select from contact where (workspace_id, id) in (select * from unnest(?::text[], ?::uuid[]))
             order by workspace_id, id for no key update""";

    /** Where nothing is lifted, all comparisons with it are null. */
    private static final String SETTLE = """
            with wanted as (
              select * from unnest(?::text[], ?::uuid[]) wanted(workspace_id, id)
            ), binding as (
              select n.*
                from wanted
                join contact c using (workspace_id, id)
                join never_interaction n on n.workspace_id = c.workspace_id and n.contact_id = c.id
                left join contact_channel_lifted l
                  on l.workspace_id = c.workspace_id and l.contact_id = c.id and l.channel = n.opt_out_of
               where n.is_never
                 and (n.occurred_at < n.lifted_at) is not true
                 and (n.occurred_at < case when n.opt_out_of is null then c.do_not_contact_lifted_at else l.lifted_at end) is not true
            ), found as (
              select c.workspace_id, c.id, said.wholly, said.channels,
                     case when not said.wholly then
                       (select b.interaction_id from binding b
                         where b.workspace_id = c.workspace_id and b.contact_id = c.id and b.opt_out_of is null
                         order by b.occurred_at, b.interaction_id limit 1) end as because,
                     array(select distinct b.opt_out_of from binding b
                            where b.workspace_id = c.workspace_id and b.contact_id = c.id
                              and b.opt_out_of is not null and b.opt_out_of <> all (said.channels)) as heard,
                     (select max(n.lifted_at) from never_interaction n
                       where n.workspace_id = c.workspace_id and n.contact_id = c.id and n.opt_out_of is null) as lifted_at
                from wanted
                join contact c using (workspace_id, id)
               cross join lateral (
                 select c.do_not_contact and c.do_not_contact_because is null as wholly,
                        array(select unnest(c.do_not_contact_channels) except select unnest(c.do_not_contact_channels_heard))
                          as channels) said
            )
            update contact c
               set do_not_contact = found.wholly or found.because is not null, do_not_contact_because = found.because,
                   do_not_contact_lifted_at = case when found.wholly or found.because is not null then c.do_not_contact_lifted_at
                     else greatest(c.do_not_contact_lifted_at, found.lifted_at) end,
                   do_not_contact_channels = found.channels || found.heard, do_not_contact_channels_heard = found.heard,
                   version = c.version + 1
              from found
             where c.workspace_id = found.workspace_id and c.id = found.id
               and (c.do_not_contact_because is distinct from found.because
                    or not (c.do_not_contact_channels_heard @> found.heard and c.do_not_contact_channels_heard <@ found.heard))
            returning\s""" + ContactRow.COLUMNS;

    /**
     * What is known of an interaction that is, was or may have been a "never".
     *
     * @param optOutOf the one channel of a "never"; null: all of them
     * @param occurredAt UTC
     */
    public record Said(
            Subject contact, UUID interactionId, long version, boolean never, Channel optOutOf, Instant occurredAt) {

        /** The same, said of the contact that this one went into. */
        public Said of(Subject survivor) {
            return new Said(survivor, interactionId, version, never, optOutOf, occurredAt);
        }
    }

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
                sql.setString(
                        6, said.optOutOf() == null ? null : said.optOutOf().name());
                sql.setTimestamp(7, Timestamp.from(said.occurredAt()));
                sql.addBatch();
            }
            sql.executeBatch();
        }
    }

    /** Brings the contacts in line with what is kept; gives those that changed, by subject. */
    public static SortedMap<Subject, Contact> settle(Connection connection, Collection<Subject> contacts)
            throws SQLException {
        lock(connection, contacts);
        try (PreparedStatement settle = with(connection, SETTLE, contacts)) {
            SortedMap<Subject, Contact> changed = new TreeMap<>();
            ResultSet rows = settle.executeQuery();
            while (rows.next()) {
                Contact contact = ContactRow.read(rows);
                changed.put(new Subject(rows.getString("workspace_id"), contact.id()), contact);
            }
            return changed;
        }
    }

    /** Locks their rows, in the order of ids. */
    static void lock(Connection connection, Collection<Subject> contacts) throws SQLException {
        try (PreparedStatement sql = with(connection, LOCK, contacts)) {
            sql.execute();
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
