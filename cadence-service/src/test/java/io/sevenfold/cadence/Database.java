package io.sevenfold.cadence;

import io.sevenfold.infra.ServiceTestResource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** The service's database, seen by one who sees everything. */
final class Database {

    private static Connection connection;

    private Database() {}

    static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(25));
    }

    /** The first column of what is found, as text. */
    static synchronized List<String> query(String query, Object... values) {
        try (PreparedStatement sql = with(query, values);
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

    static synchronized int change(String statement, Object... values) {
        try (PreparedStatement sql = with(statement, values)) {
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
        String rows = query("""
                        select table_name from information_schema.columns
                         where table_schema = 'public' and column_name = 'workspace_id'
                           and table_name <> 'outbox'""").stream()
                .map(table -> "select '" + table + "' || t::text from " + table + " t where workspace_id = '"
                        + workspace.name() + "'")
                .collect(Collectors.joining(" union all "));
        return query(rows + " order by 1");
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

    private static PreparedStatement with(String statement, Object... values) throws SQLException {
        if (connection == null) {
            connection = ServiceTestResource.postgres().superuser("cadence").getConnection();
        }
        PreparedStatement sql = connection.prepareStatement(statement);
        for (int i = 0; i < values.length; i++) {
            sql.setObject(i + 1, values[i]);
        }
        return sql;
    }
}
