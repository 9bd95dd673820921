package io.sevenfold.cadence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sevenfold.infra.ServiceTestResource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands under the code: PostgreSQL shows a request its own workspace only, in every table. */
@CadenceServiceTest
class RowLevelSecurityTest {

    private static final String TABLES_OF_WORKSPACES = """
            select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
             where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1""";

    @BeforeEach
    void onMonday() {
        Workspace.onMonday();
    }

    @Test
    void forcesThePolicyOnEveryTable() {
        // Given
        List<String> tables = Database.query(TABLES_OF_WORKSPACES);

        // Then
        assertTrue(tables.containsAll(List.of("contact", "plan", "touchpoint", "outbox", "ended_subject")));
        assertEquals(tables, Database.query("""
                        select c.relname from pg_class c
                         where c.relrowsecurity and c.relforcerowsecurity
                           and (select array_agg(p.polname order by p.polname) from pg_policy p where p.polrelid = c.oid)
                             = '{app,worker}' order by 1"""));
        assertEquals(List.of("consumer_offset", "dead_letter_replay", "flyway_schema_history"), Database.query("""
                        select c.relname from pg_class c where c.relkind in ('r', 'p')
                           and c.relnamespace = 'public'::regnamespace and not c.relrowsecurity order by 1"""));
    }

    @Test
    void showsAndLetsChangeRowsOfTheOwnWorkspaceOnly() throws SQLException {
        // Given
        Workspace ours = Workspace.withCapacity(20);
        Workspace theirs = Workspace.withCapacity(20);
        UUID contact = ours.contact();
        UUID foreign = theirs.contact();
        ours.awaitDue(contact);
        theirs.awaitDue(foreign);

        // Then
        try (Connection app = DriverManager.getConnection(
                ServiceTestResource.postgres().jdbcUrl("cadence"), "cadence_app", "cadence_app")) {
            app.setAutoCommit(false);
            for (String table : List.of("contact", "rep", "plan", "touchpoint", "enrollment", "release", "cadence")) {
                assertEquals(ours.name(), one(app, ours, "select distinct workspace_id from " + table), table);
                assertEquals(null, one(app, null, "select distinct workspace_id from " + table), table);
                assertEquals(
                        0, change(app, ours, "delete from " + table + " where workspace_id = '" + theirs.name() + "'"));
                assertTrue(change(app, theirs, "update " + table + " set workspace_id = workspace_id") > 0, table);
            }
        }
    }

    private static String one(Connection app, Workspace workspace, String query) throws SQLException {
        try (Statement sql = in(workspace, app);
                ResultSet found = sql.executeQuery(query)) {
            String value = found.next() ? found.getString(1) : null;
            return found.next() ? "several" : value;
        } finally {
            app.rollback();
        }
    }

    private static int change(Connection app, Workspace workspace, String statement) throws SQLException {
        try (Statement sql = in(workspace, app)) {
            return sql.executeUpdate(statement);
        } finally {
            app.rollback();
        }
    }

    private static Statement in(Workspace workspace, Connection app) throws SQLException {
        Statement sql = app.createStatement();
        sql.execute("select set_config('app.workspace', '" + (workspace == null ? "" : workspace.name()) + "', true)");
        return sql;
    }
}
