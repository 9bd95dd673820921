package io.sevenfold.infra;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The database of the service under test as its superuser sees it, past row-level security. */
public final class Database {

    private Database() {}

    /** The first column of what a query finds, as text. */
    public static List<String> query(String query, Object... values) {
        try (Connection connection = connect();
                PreparedStatement sql = prepare(connection, query, values);
                ResultSet rows = sql.executeQuery()) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gives the number of rows changed. */
    public static int change(String statement, Object... values) {
        try (Connection connection = connect();
                PreparedStatement sql = prepare(connection, statement, values)) {
            return sql.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tables with a row in which the text occurs anywhere. */
    public static List<String> tablesHolding(String text) {
        return query("select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace")
                .stream()
                .filter(table -> !query("select 1 from \"" + table + "\" t where position(? in t::text) > 0", text)
                        .isEmpty())
                .toList();
    }

    /** How far the service has handled a partition; 0 where it never did. */
    public static long nextOffset(String topic, int partition) {
        return query("select next_offset from consumer_offset where topic = ? and partition = ?", topic, partition)
                .stream()
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }

    /** Whether Kafka has all that the service has to tell. */
    public static boolean isAllPublished() {
        return query("select 1 from outbox").isEmpty();
    }

    private static Connection connect() throws SQLException {
        return ServiceTestResource.database().getConnection();
    }

    private static PreparedStatement prepare(Connection connection, String statement, Object... values)
            throws SQLException {
        PreparedStatement sql = connection.prepareStatement(statement);
        for (int i = 0; i < values.length; i++) {
            sql.setObject(i + 1, values[i]);
        }
        return sql;
    }
}
