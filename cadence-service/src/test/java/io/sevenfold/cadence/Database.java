package io.sevenfold.cadence;

import io.sevenfold.infra.ServiceTestResource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** The service's database, seen by one who sees everything. */
final class Database {

    private Database() {}

    static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(25));
    }

    /** The first column of what is found, as text. */
    static List<String> query(String query, Object... values) {
        try (Connection connection = connect();
                PreparedStatement sql = with(connection, query, values);
                ResultSet found = sql.executeQuery()) {
            List<String> column = new ArrayList<>();
            while (found.next()) {
                column.add(found.getString(1));
            }
            return column;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static int change(String statement, Object... values) {
        try (Connection connection = connect();
                PreparedStatement sql = with(connection, statement, values)) {
            return sql.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tables with a row in which the text occurs anywhere. */
    static List<String> tablesHolding(String text) {
        return query("""
                        select relname from pg_class
                         where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1""").stream()
                .filter(table -> !query("select 1 from " + table + " t where position(? in t::text) > 0", text)
                        .isEmpty())
                .toList();
    }

    /** Every row of a workspace. */
    static List<String> everything(Workspace workspace) {
        return query("""
                        select table_name from information_schema.columns
                         where table_schema = 'public' and column_name = 'workspace_id' order by 1""").stream()
                .flatMap(table -> query(
                        "select '" + table + "' || t::text from " + table + " t where workspace_id = ? order by 1",
                        workspace.name())
                        .stream())
                .toList();
    }

    static long nextOffset(TopicPartition partition) {
        return query(
                        "select next_offset from consumer_offset where topic = ? and partition = ?",
                        partition.topic(),
                        partition.partition())
                .stream()
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }

    private static PreparedStatement with(Connection connection, String statement, Object... values)
            throws SQLException {
        PreparedStatement sql = connection.prepareStatement(statement);
        for (int i = 0; i < values.length; i++) {
            sql.setObject(i + 1, values[i]);
        }
        return sql;
    }

    private static Connection connect() throws SQLException {
        return ServiceTestResource.postgres().superuser("cadence").getConnection();
    }
}
