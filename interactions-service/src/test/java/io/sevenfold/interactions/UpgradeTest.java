package io.sevenfold.interactions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sevenfold.infra.PostgresServer;
import io.sevenfold.infra.ServiceTestResource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** A database of the first release, with data and its policies in force, becomes one of this release. */
@InteractionsServiceTest
class UpgradeTest {

    private static final String SERVICE = "upgraded";
    private static final String FIRST_RELEASE = "1";

    private final PostgresServer postgres = ServiceTestResource.postgres();

    @Test
    void keepsWhatHappenedAndWhatWasRemoved() throws SQLException {
        // Given
        postgres.createServiceDatabase(SERVICE);
        migrate(FIRST_RELEASE);
        try (Connection connection = postgres.superuser(SERVICE).getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("""
                    insert into contact (workspace_id, id, version, owner_id)
                    values ('acme', '00000000-0000-0000-0000-000000000001', 1, gen_random_uuid());
                    insert into rep (workspace_id, id, version, erased) values ('acme', gen_random_uuid(), 1, false);
                    insert into touchpoint (workspace_id, id, contact_id)
                    values ('acme', gen_random_uuid(), '00000000-0000-0000-0000-000000000001');
                    insert into interaction (workspace_id, id, version, contact_id, rep_id, direction, channel, outcome,
                                             occurred_at, recorded_at, note, removed_at) values
                      ('acme', '00000000-0000-0000-0000-000000000002', 1, '00000000-0000-0000-0000-000000000001',
                       gen_random_uuid(), 'INBOUND', 'EMAIL', 'NEVER', '2026-11-02T09:00Z', '2026-11-02T09:05Z', 'No more', null),
                      ('acme', '00000000-0000-0000-0000-000000000003', 2, '00000000-0000-0000-0000-000000000001',
                       null, null, null, null, null, null, null, '2026-11-03T09:00Z')""");
        }

        // When
        migrate("latest");

        // Then: a "never" of the first release was of all channels, and nobody had been merged
        assertEquals("NEVER No more", one("""
                select outcome || ' ' || note from interaction where removed_at is null and opt_out_of is null"""));
        assertEquals("1", one("select count(*) from interaction where removed_at is not null and merged_from is null"));
        assertEquals("0", one("""
                select count(*) from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
                 where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
                   and not (c.relrowsecurity and c.relforcerowsecurity)"""));
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(postgres.jdbcUrl(SERVICE), SERVICE + "_owner", SERVICE + "_owner")
                .locations("db/delivery", "db/migration")
                .placeholders(Map.of("worker", SERVICE + "_worker", "app", SERVICE + "_app"))
                .target(target)
                .outOfOrder(true)
                .load()
                .migrate();
    }

    private String one(String query) throws SQLException {
        try (Connection connection = postgres.superuser(SERVICE).getConnection();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
