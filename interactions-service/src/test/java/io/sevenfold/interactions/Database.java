package io.sevenfold.interactions;

import io.sevenfold.delivery.Subject;
import io.sevenfold.infra.ServiceTestResource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** The service's database, seen by one who sees everything. */
final class Database {

    private Database() {}

    static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(20));
    }

    /** The first column. */
    static List<String> query(String query, Object... values) {
        try (Connection connection = connect();
                Statement sql = connection.createStatement();
                ResultSet found = sql.executeQuery(query.formatted(values))) {
            List<String> column = new ArrayList<>();
            while (found.next()) {
                column.add(found.getString(1));
            }
            return column;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void change(String statement, Object... values) {
        try (Connection connection = connect();
                Statement sql = connection.createStatement()) {
            sql.execute(statement.formatted(values));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is stored of a contact's interactions, whole rows, removed ones included. */
    static List<String> interactionsOf(Subject contact) {
        return query(
                "select i::text from interaction i where workspace_id = '%s' and contact_id = '%s' order by id",
                contact.workspace(), contact.id());
    }

    /** Everything this service has stored, offsets aside. */
    static List<String> everything() {
        return query("""
                select 'i' || i::text from interaction i union all select 'c' || c::text from contact c
                union all select 'r' || r::text from rep r union all select 't' || t::text from touchpoint t
                union all select 'e' || e::text from ended_subject e order by 1""");
    }

    static long nextOffset(String topic, int partition) {
        return query("select next_offset from consumer_offset where topic = '%s' and partition = %d", topic, partition)
                .stream()
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }

    static boolean isAllPublished() {
        return query("select 1 from outbox").isEmpty();
    }

    private static Connection connect() throws SQLException {
        return ServiceTestResource.postgres().superuser("interactions").getConnection();
    }
}
