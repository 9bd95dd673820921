package io.sevenfold.interactions.known;

import io.sevenfold.delivery.Subject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/** The keys of many rows as the first two parameters of a statement, for {@code unnest(?::text[], ?::uuid[])}. */
public final class Keys {

    private Keys() {}

    public static void bind(PreparedStatement sql, Connection connection, Collection<Subject> subjects)
            throws SQLException {
        Object[] workspaces = subjects.stream().map(Subject::workspace).toArray();
        Object[] ids = subjects.stream().map(Subject::id).toArray();
        sql.setArray(1, connection.createArrayOf("text", workspaces));
        sql.setArray(2, connection.createArrayOf("uuid", ids));
    }
}
