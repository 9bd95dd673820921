package io.sevenfold.interactions.known;

import io.sevenfold.delivery.Subject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Whose touchpoints are whose. A touchpoint stays with its contact, unless the contact is merged into another. */
public final class KnownTouchpoints {

    private static final String STORE = """
            insert into touchpoint (workspace_id, id, contact_id)
            select * from unnest(?::text[], ?::uuid[], ?::uuid[])
            on conflict (workspace_id, id) do nothing""";

    private static final String MOVE = """
            update touchpoint t set contact_id = ended.survivor
              from unnest(?::text[], ?::uuid[], ?::uuid[]) ended(workspace, contact, survivor)
             where t.workspace_id = ended.workspace and t.contact_id = ended.contact""";

    private static final String FORGET = """
            delete from touchpoint t using unnest(?::text[], ?::uuid[]) ended(workspace, contact)
             where t.workspace_id = ended.workspace and t.contact_id = ended.contact""";

    private KnownTouchpoints() {}

    /** @param contacts by touchpoint */
    public static void store(Connection worker, Map<Subject, UUID> contacts) throws SQLException {
        update(worker, STORE, contacts);
    }

    /** @param survivors by merged contact */
    public static void move(Connection worker, Map<Subject, UUID> survivors) throws SQLException {
        update(worker, MOVE, survivors);
    }

    /** Forgets the touchpoints of these contacts. */
    public static void forget(Connection worker, Collection<Subject> contacts) throws SQLException {
        try (PreparedStatement sql = worker.prepareStatement(FORGET)) {
            Keys.bind(sql, worker, contacts);
            sql.executeUpdate();
        }
    }

    private static void update(Connection worker, String statement, Map<Subject, UUID> contacts) throws SQLException {
        List<Subject> keys = List.copyOf(contacts.keySet());
        try (PreparedStatement sql = worker.prepareStatement(statement)) {
            Keys.bind(sql, worker, keys);
            sql.setArray(
                    3,
                    worker.createArrayOf(
                            "uuid", keys.stream().map(contacts::get).toArray()));
            sql.executeUpdate();
        }
    }
}
