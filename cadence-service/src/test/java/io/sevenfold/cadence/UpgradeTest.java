package io.sevenfold.cadence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sevenfold.infra.UpgradedDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A database of the first release, with data and its policies in force, becomes one of this release. */
@CadenceServiceTest
class UpgradeTest {

    private static final String FIRST_RELEASE = "2";

    @Test
    void fillsInWhatTheNewTablesAndColumnsNeed() throws SQLException {
        // Given
        UpgradedDatabase database = UpgradedDatabase.lastMigratedTo(FIRST_RELEASE);
        database.fill("""
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

        // When
        database.upgrade();

        // Then
        assertEquals(
                List.of("00000000-0000-0000-0000-000000000003"), database.query("select after_lost from settings"));
        assertEquals(
                List.of("00000000-0000-0000-0000-000000000004"),
                database.query("select contact_id from replan_request"));
        assertEquals(
                List.of("2026-11-01"),
                database.query("select (unseen_since at time zone 'UTC')::date from connection"));
        assertEquals(
                List.of("1970-01-01"), database.query("select (absence_changes_at at time zone 'UTC')::date from rep"));
        assertEquals(List.of("2026-11-04"), database.query("select due_since from touchpoint"));
        assertEquals(List.of("00000000-0000-0000-0000-000000000007"), database.query("select manager_id from rep"));
        assertEquals(List.of(), database.unguarded());
    }
}
