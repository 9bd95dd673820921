package io.sevenfold.cadence;

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
@CadenceServiceTest
class UpgradeTest {

    private static final String SERVICE = "upgraded";
    private static final String FIRST_RELEASE = "2";

    private final PostgresServer postgres = ServiceTestResource.postgres();

    @Test
    void fillsInWhatTheNewTablesAndColumnsNeed() throws SQLException {
        // Given
        postgres.createServiceDatabase(SERVICE);
        migrate(FIRST_RELEASE);
        try (Connection connection = postgres.superuser(SERVICE).getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("""
                    insert into cadence (workspace_id, id, version, name, purpose, steps) values
                      ('acme', '00000000-0000-0000-0000-000000000001', 1, 'Connect', 'CONNECT', '[]'),
                      ('acme', '00000000-0000-0000-0000-000000000002', 1, 'Care', 'CARE', '[]'),
                      ('acme', '00000000-0000-0000-0000-000000000003', 1, 'Slow', 'KEEP_IN_TOUCH', '[]');
                    insert into contact (workspace_id, id, version, name, do_not_contact)
                    values ('acme', '00000000-0000-0000-0000-000000000004', 1, 'Ada', false);
                    insert into enrollment (workspace_id, id, contact_id, cadence_id, cadence_version, started_at)
                    values ('acme', '00000000-0000-0000-0000-000000000005', '00000000-0000-0000-0000-000000000004',
                            '00000000-0000-0000-0000-000000000001', 1, now());
                    insert into plan (workspace_id, contact_id, version, state, ended_at)
                    values ('acme', '00000000-0000-0000-0000-000000000004', 1, 'ENDED', '2026-11-01T00:00Z');
                    insert into connection (workspace_id, contact_id, version, stage, strength, why_none)
                    values ('acme', '00000000-0000-0000-0000-000000000004', 1, 'CARD', 0, 'ENDED');
                    insert into rep (workspace_id, id, version, state)
                    values ('acme', '00000000-0000-0000-0000-000000000006', 1,
                            '{"absences": [{"from": "2026-12-01", "to": "2026-12-05"}],
                              "managerId": "00000000-0000-0000-0000-000000000007"}');
                    insert into touchpoint (workspace_id, id, contact_id, owner_id, kind, state, channel, intent, guidance,
                                            due_on, reasons, next, round)
                    values ('acme', '00000000-0000-0000-0000-000000000008', '00000000-0000-0000-0000-000000000004',
                            '00000000-0000-0000-0000-000000000006', 'STEP', 'DUE', 'EMAIL', 'INSIGHT', '', '2026-11-02',
                            '[]', true, 2);
                    insert into release (workspace_id, touchpoint_id, released_on, contact_id, rep_id, released_at) values
                      ('acme', '00000000-0000-0000-0000-000000000008', '2026-11-02',
                       '00000000-0000-0000-0000-000000000004', '00000000-0000-0000-0000-000000000006', now()),
                      ('acme', '00000000-0000-0000-0000-000000000008', '2026-11-04',
                       '00000000-0000-0000-0000-000000000004', '00000000-0000-0000-0000-000000000006', now())""");
        }

        // When
        migrate("latest");

        // Then
        assertEquals("00000000-0000-0000-0000-000000000003", one("select after_lost from settings"));
        assertEquals("00000000-0000-0000-0000-000000000004", one("select contact_id from replan_request"));
        assertEquals("2026-11-01", one("select (unseen_since at time zone 'UTC')::date from connection"));
        assertEquals("1970-01-01", one("select (absence_changes_at at time zone 'UTC')::date from rep"));
        assertEquals("2026-11-04", one("select due_since from touchpoint"));
        assertEquals("00000000-0000-0000-0000-000000000007", one("select manager_id from rep"));
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
