package io.sevenfold.delivery;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sevenfold.infra.ServiceTestResource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** What the tests do and look at. */
@Singleton
class Notes {

    private final Outbox outbox;
    private final AgroalDataSource app;

    Notes(Outbox outbox, AgroalDataSource app) {
        this.outbox = outbox;
        this.app = app;
    }

    static Subject subject() {
        return new Subject("w-" + UUID.randomUUID().toString().substring(0, 8), UUID.randomUUID());
    }

    static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(50));
    }

    /** Appends as a request would, all of one workspace. */
    void publish(OutgoingEvent... events) {
        inWorkspace(events[0].subject().workspace(), () -> outbox.append(events));
    }

    void inWorkspace(String workspace, Runnable request) {
        TestBeans.WorkspaceOfTest.WORKSPACE.set(workspace);
        try {
            QuarkusTransaction.requiringNew().run(request);
        } finally {
            TestBeans.WorkspaceOfTest.WORKSPACE.remove();
        }
    }

    /** The first column of a query of the app role, in the current transaction. */
    List<String> asApp(String query) {
        try (Connection connection = app.getConnection()) {
            return column(connection, query);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of a query that sees everything. */
    static List<String> asSuperuser(String query, Object... values) {
        try (Connection connection =
                ServiceTestResource.postgres().superuser("notes").getConnection()) {
            return column(connection, query.formatted(values));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void change(String statement, Object... values) {
        try (Connection connection =
                        ServiceTestResource.postgres().superuser("notes").getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement.formatted(values));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> texts(Subject subject) {
        return asSuperuser(
                "select text from note where workspace_id = '%s' and id = '%s'", subject.workspace(), subject.id());
    }

    static List<String> changes(Subject subject) {
        return asSuperuser(
                "select version from change where workspace_id = '%s' and id = '%s' order by position",
                subject.workspace(), subject.id());
    }

    static long nextOffset(int partition) {
        return asSuperuser(
                        "select next_offset from consumer_offset where topic = 'notes' and partition = %d", partition)
                .stream()
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }

    private static List<String> column(Connection connection, String query) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet found = sql.executeQuery(query)) {
            List<String> column = new ArrayList<>();
            while (found.next()) {
                column.add(found.getString(1));
            }
            return column;
        }
    }
}
