package io.sevenfold.infra;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * A database of an earlier release of the service under test, its policies in force, that becomes one of this release. The superuser fills
 * and reads it, past row-level security.
 */
public final class UpgradedDatabase {

    private static final String NAME = "upgraded";

    private final PostgresServer postgres = ServiceTestResource.postgres();
    private final DataSource superuser = postgres.superuser(NAME);

    private UpgradedDatabase() {}

    /** @param version of the last migration that the earlier release had */
    public static UpgradedDatabase lastMigratedTo(String version) {
        UpgradedDatabase database = new UpgradedDatabase();
        database.postgres.createServiceDatabase(NAME);
        database.migrate(version);
        return database;
    }

    public void upgrade() {
        migrate("latest");
    }

    /** One statement or several. */
    public void fill(String statements) throws SQLException {
        try (Connection connection = superuser.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statements);
        }
    }

    /** The first column of what a query finds, as text. */
    public List<String> query(String query) throws SQLException {
        try (Connection connection = superuser.getConnection();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    /** Tables of workspaces' data that no policy guards. */
    public List<String> unguarded() throws SQLException {
        return query("""
                select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
                 where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
                   and not (c.relrowsecurity and c.relforcerowsecurity)""");
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(postgres.jdbcUrl(NAME), NAME + "_owner", NAME + "_owner")
                .locations("db/delivery", "db/migration")
                .placeholders(Map.of("worker", NAME + "_worker", "app", NAME + "_app"))
                .target(target)
                .outOfOrder(true)
                .load()
                .migrate();
    }
}
