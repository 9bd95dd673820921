package io.sevenfold.interactions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sevenfold.infra.Database;
import io.sevenfold.infra.ServiceTestResource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What stands under the code: PostgreSQL shows a request its own workspace only, in every table. */
@InteractionsServiceTest
class RowLevelSecurityTest {

    private static final String TABLES_OF_WORKSPACES = """
            select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
             where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1""";

    @Test
    void forcesThePolicyOnEveryTable() {
        // Given
        List<String> tables = Database.query(TABLES_OF_WORKSPACES);

        // Then
        assertTrue(
                tables.containsAll(List.of("contact", "ended_subject", "interaction", "outbox", "rep", "touchpoint")));
        assertEquals(tables, Database.query("""
                        select c.relname from pg_class c
                         where c.relrowsecurity and c.relforcerowsecurity
                           and (select count(*) from pg_policy p where p.polrelid = c.oid) = 2 order by 1"""));
        assertEquals(List.of("consumer_offset", "dead_letter_replay", "flyway_schema_history"), Database.query("""
                        select c.relname from pg_class c where c.relkind in ('r', 'p')
                           and c.relnamespace = 'public'::regnamespace and not c.relrowsecurity order by 1"""));
    }

    @Test
    void showsTheAppRoleRowsOfItsWorkspaceOnly() throws SQLException {
        // Given
        Workspace ours = Workspace.fresh();
        Workspace theirs = Workspace.fresh();
        UUID contact = ours.contact();
        theirs.contact();

        // When
        try (Connection app = app()) {

            // Then
            assertEquals(List.of(contact.toString()), contacts(app, ours.name()));
            assertEquals(List.of(), contacts(app, ""));
            assertEquals(
                    0,
                    update(
                            app,
                            ours.name(),
                            "update contact set version = 9 where workspace_id = '%s'".formatted(theirs.name())));
            assertEquals(
                    0,
                    update(app, ours.name(), "delete from contact where workspace_id = '%s'".formatted(theirs.name())));
        }
    }

    private static Connection app() throws SQLException {
        Connection connection = DriverManager.getConnection(
                ServiceTestResource.postgres().jdbcUrl("interactions"), "interactions_app", "interactions_app");
        connection.setAutoCommit(false);
        return connection;
    }

    private static List<String> contacts(Connection app, String workspace) throws SQLException {
        try (Statement sql = app.createStatement()) {
            sql.execute("select set_config('app.workspace', '%s', true)".formatted(workspace));
            try (ResultSet found = sql.executeQuery("select coalesce(string_agg(id::text, ','), '') from contact")) {
                found.next();
                return found.getString(1).isEmpty()
                        ? List.of()
                        : List.of(found.getString(1).split(","));
            }
        }
    }

    private static int update(Connection app, String workspace, String statement) throws SQLException {
        try (Statement sql = app.createStatement()) {
            sql.execute("select set_config('app.workspace', '%s', true)".formatted(workspace));
            return sql.executeUpdate(statement);
        } finally {
            app.rollback();
        }
    }
}
