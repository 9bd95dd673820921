package io.sevenfold.contacts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sevenfold.infra.UpgradedDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A database of the first release, with data and its policies in force, becomes one of this release. */
@ContactsServiceTest
class UpgradeTest {

    private static final String FIRST_RELEASE = "1";

    @Test
    void keepsWhoSaidNeverAndOpensNoOtherChannel() throws SQLException {
        // Given
        UpgradedDatabase database = UpgradedDatabase.lastMigratedTo(FIRST_RELEASE);
        database.fill("""
                insert into rep (workspace_id, id, version, created_from, name, email, email_key, locale, time_zone,
                                 working_days, hours_from, hours_to, daily_capacity, digest_time, reply_clock_hours)
                values ('acme', '00000000-0000-0000-0000-000000000001', 1, gen_random_uuid(), 'Grace', 'grace@acme.example',
                        'grace@acme.example', 'en', 'UTC', '{MONDAY}', '09:00', '17:00', 20, '08:30', 4);
                insert into contact (workspace_id, id, version, created_from, name, owner_id, do_not_contact,
                                     do_not_contact_channels, do_not_contact_because)
                values ('acme', '00000000-0000-0000-0000-000000000002', 3, gen_random_uuid(), 'Ada',
                        '00000000-0000-0000-0000-000000000001', true, '{EMAIL}', '00000000-0000-0000-0000-000000000003');
                insert into contact_tag (workspace_id, contact_id, tag)
                values ('acme', '00000000-0000-0000-0000-000000000002', 'vip');
                insert into never_interaction (workspace_id, contact_id, interaction_id, version, is_never, occurred_at)
                values ('acme', '00000000-0000-0000-0000-000000000002', '00000000-0000-0000-0000-000000000003', 1, true,
                        '2026-11-02T09:00Z')""");

        // When
        database.upgrade();

        // Then: what was said of all channels still is, and what a person set is nothing that was heard
        assertEquals(
                List.of("0"),
                database.query(
                        "select count(*) from never_interaction where opt_out_of is not null or lifted_at is not null"));
        assertEquals(List.of("true {EMAIL} {}"), database.query("""
                select do_not_contact || ' ' || do_not_contact_channels::text || ' ' || do_not_contact_channels_heard::text
                  from contact where owner_since is null"""));
        assertEquals(List.of(), database.unguarded());
    }
}
