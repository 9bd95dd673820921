package io.sevenfold.interactions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sevenfold.infra.UpgradedDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A database of the first release, with data and its policies in force, becomes one of this release. */
@InteractionsServiceTest
class UpgradeTest {

    private static final String FIRST_RELEASE = "1";

    @Test
    void keepsWhatHappenedAndWhatWasRemoved() throws SQLException {
        // Given
        UpgradedDatabase database = UpgradedDatabase.lastMigratedTo(FIRST_RELEASE);
        database.fill("""
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

        // When
        database.upgrade();

        // Then: a "never" of the first release was of all channels, and nobody had been merged
        assertEquals(List.of("NEVER No more"), database.query("""
                select outcome || ' ' || note from interaction where removed_at is null and opt_out_of is null"""));
        assertEquals(
                List.of("1"),
                database.query(
                        "select count(*) from interaction where removed_at is not null and merged_from is null"));
        assertEquals(List.of(), database.unguarded());
    }
}
