package io.sevenfold.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sevenfold.infra.Database;
import io.sevenfold.infra.ServiceTestResource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** "Row-level security, forced, stands under the code" (DESIGN.md, "Who may see what"). */
@ContactsServiceTest
class RowLevelSecurityTest {

    private static final String TABLES =
            "select c.relname from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace";

    private static final String OF_A_WORKSPACE =
            " (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped)";

    private final Workspace acme = Workspace.fresh();
    private final Workspace other = Workspace.fresh();
    private UUID ada;

    @BeforeEach
    void addTwoContacts() {
        UUID mara = acme.addRep(Map.of(
                "name", "mara",
                "email", "m@reps.example",
                "timeZone", "UTC",
                "absences", List.of(Map.of("from", "2026-12-24", "to", "2026-12-28"))));
        ada = acme.addContact(Map.of("name", "Ada", "ownerId", mara, "tags", List.of("fair")));
        other.addContact(Map.of("name", "Ben", "tags", List.of("fair")));
    }

    @Test
    void holdsOnEveryTableOfAWorkspace() {
        // Given
        List<String> ofWorkspaces = Database.query(TABLES + " and exists" + OF_A_WORKSPACE);

        // Then
        assertThat(ofWorkspaces)
                .contains(
                        "contact",
                        "contact_tag",
                        "rep",
                        "rep_absence",
                        "contact_channel_lifted",
                        "never_interaction",
                        "outbox");
        assertThat(Database.query(TABLES + " and exists" + OF_A_WORKSPACE
                        + " and not (c.relrowsecurity and c.relforcerowsecurity)"))
                .isEmpty();
        assertThat(Database.query(TABLES + " and exists" + OF_A_WORKSPACE + """
                 and (select array_agg(p.polname || ' for ' || r.rolname || ' ' || pg_get_expr(p.polqual, p.polrelid) order by p.polname)
                        from pg_policy p join pg_roles r on r.oid = any(p.polroles) where p.polrelid = c.oid)
                     is distinct from array['app for contacts_app (workspace_id = current_setting(''app.workspace''::text, true))',
                                            'worker for contacts_worker true']"""))
                .isEmpty();
        assertThat(Database.query(TABLES + " and not exists" + OF_A_WORKSPACE))
                .containsExactlyInAnyOrder("consumer_offset", "dead_letter_replay", "flyway_schema_history");
    }

    @Test
    void showsTheAppOneWorkspaceOnly() throws SQLException {
        try (Connection app = app();
                Statement sql = app.createStatement()) {
            // When
            enter(sql, acme);

            // Then
            assertThat(first(sql, "select string_agg(name, ',') from contact")).isEqualTo("Ada");
            for (String table : List.of("rep", "rep_absence", "contact", "contact_tag")) {
                assertThat(first(sql, "select string_agg(distinct workspace_id, ',') from " + table))
                        .isEqualTo(acme.name());
            }
            app.commit();
            assertThat(first(sql, "select count(*) from contact")).isEqualTo("0");
        }
    }

    @Test
    void letsTheAppChangeAndAddInOneWorkspaceOnly() throws SQLException {
        try (Connection app = app();
                Statement sql = app.createStatement()) {
            // When
            enter(sql, other);

            // Then
            assertThat(sql.executeUpdate("update contact set name = 'Eve' where id = '" + ada + "'"))
                    .isZero();
            assertThat(sql.executeUpdate("delete from contact_tag where contact_id = '" + ada + "'"))
                    .isZero();
            assertThatThrownBy(() -> sql.execute("insert into contact_tag (workspace_id, contact_id, tag) values ('"
                            + acme.name() + "', '" + ada + "', 'x')"))
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void findsByOwnerTagAndEmailThroughAnIndexDespiteThePolicy() throws SQLException {
        Database.query("""
                with rep as (insert into rep select workspace_id, gen_random_uuid(), 1, id, 'r', i::text, i::text, 'en', 'UTC', '{MONDAY}',
                    '09:00', '17:00', null, 1, '09:00', 1 from rep, generate_series(1, 50) i where workspace_id = ? returning workspace_id, id),
                contact as (insert into contact (workspace_id, id, version, created_from, name, email_key, owner_id, do_not_contact,
                    do_not_contact_channels) select workspace_id, gen_random_uuid(), 1, id, 'n', id::text || i, id, false, '{}'
                    from rep, generate_series(1, 100) i returning workspace_id, id),
                tag as (insert into contact_tag select workspace_id, id, left(id::text, 2) from contact returning 1)
                select count(*) from tag""", acme.name());
        Database.query("select 1 from pg_stats limit 1");
        try (Connection superuser =
                        ServiceTestResource.postgres().superuser("contacts").getConnection();
                Statement sql = superuser.createStatement()) {
            sql.execute("analyze contact, contact_tag");
        }
        try (Connection app = app();
                Statement sql = app.createStatement()) {
            enter(sql, acme);
            String id = UUID.randomUUID().toString();
            assertThat(plan(
                            sql,
                            "select from contact where workspace_id = '%s' and owner_id = '%s' order by id limit 50",
                            id))
                    .contains("contact_of_owner")
                    .containsPattern("Index Cond: .*owner_id");
            assertThat(plan(sql, "select from contact where workspace_id = '%s' and email_key = '%s'", id))
                    .containsPattern("Index Cond: .*email_key");
            assertThat(plan(
                            sql,
                            "select from contact_tag where workspace_id = '%s' and tag = '%s' order by contact_id limit 50",
                            "ab"))
                    .containsPattern("Index Cond: .*tag");
        }
    }

    private String plan(Statement sql, String query, String value) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (ResultSet rows = sql.executeQuery("explain " + query.formatted(acme.name(), value))) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    private static void enter(Statement sql, Workspace workspace) throws SQLException {
        sql.execute("select set_config('app.workspace', '" + workspace.name() + "', true)");
    }

    private static String first(Statement sql, String query) throws SQLException {
        try (ResultSet rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection app() throws SQLException {
        Connection app = DriverManager.getConnection(
                ServiceTestResource.postgres().jdbcUrl("contacts"), "contacts_app", "contacts_app");
        app.setAutoCommit(false);
        return app;
    }
}
