package io.sevenfold.interactions.known;

import io.sevenfold.delivery.Subject;
import io.sevenfold.events.Contact;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Which contacts there are, and who owns them. */
public final class KnownContacts {

    private static final String STORE = """
            insert into contact (workspace_id, id, version, owner_id)
            select * from unnest(?::text[], ?::uuid[], ?::bigint[], ?::uuid[])
            on conflict (workspace_id, id) do update set version = excluded.version, owner_id = excluded.owner_id
              where contact.version < excluded.version""";

    private static final String FORGET = """
            delete from contact c using unnest(?::text[], ?::uuid[]) ended(workspace, contact)
             where c.workspace_id = ended.workspace and c.id = ended.contact""";

    private static final String OWNER = "select owner_id from contact where workspace_id = ? and id = ?";

    private KnownContacts() {}

    /** The rep who follows up on a contact; empty where the contact has none or is not known. */
    public static Optional<UUID> ownerOf(Connection connection, Subject contact) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(OWNER)) {
            sql.setString(1, contact.workspace());
            sql.setObject(2, contact.id());
            try (ResultSet found = sql.executeQuery()) {
                return found.next() ? Optional.ofNullable(found.getObject(1, UUID.class)) : Optional.empty();
            }
        }
    }

    /** Stores the states that are newer than what is stored. */
    public static void store(Connection worker, Map<Subject, Contact> states) throws SQLException {
        List<Subject> contacts = List.copyOf(states.keySet());
        try (PreparedStatement sql = worker.prepareStatement(STORE)) {
            Keys.bind(sql, worker, contacts);
            sql.setArray(
                    3,
                    worker.createArrayOf(
                            "bigint",
                            contacts.stream().map(c -> states.get(c).version()).toArray()));
            sql.setArray(
                    4,
                    worker.createArrayOf(
                            "uuid",
                            contacts.stream().map(c -> states.get(c).ownerId()).toArray()));
            sql.executeUpdate();
        }
    }

    public static void forget(Connection worker, Collection<Subject> contacts) throws SQLException {
        try (PreparedStatement sql = worker.prepareStatement(FORGET)) {
            Keys.bind(sql, worker, contacts);
            sql.executeUpdate();
        }
    }
}
