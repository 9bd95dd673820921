package io.sevenfold.notifier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sevenfold.infra.UpgradedDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A database of the release before, with reminders in each state and its policies in force, becomes one of this release. */
@NotifierServiceTest
class UpgradeTest {

    private static final String ONE_MAIL_PER_TOUCHPOINT = "2";

    @Test
    void tellsOfEachReminderWhatItToldAndGathersTheUnsentAnew() throws SQLException {
        // Given
        UpgradedDatabase database = UpgradedDatabase.lastMigratedTo(ONE_MAIL_PER_TOUCHPOINT);
        database.fill("""
                insert into consumer_offset values ('reps', 3, 17), ('touchpoints', 3, 17);
                insert into rep (workspace_id, id, version, name, email, locale, time_zone)
                values ('acme', gen_random_uuid(), 4, 'Grace', 'grace@acme.example', 'en', 'UTC');
                insert into reminder (workspace_id, id, touchpoint_id, round, occasion, kind, channel, contact_id, rep_id,
                                      due_at, due, state, send_from, message_id)
                select 'acme', gen_random_uuid(), gen_random_uuid(), 1, 'DUE', 'STEP', 'CALL', gen_random_uuid(),
                       gen_random_uuid(), '2026-12-01T09:00Z', '{}', state, '-infinity', '<' || state || '@x>'
                  from unnest(array['PENDING', 'SENDING', 'RETRYING', 'SENT', 'FAILED', 'UNKNOWN', 'CANCELLED']) state;
                update reminder set due = null where state = 'FAILED';
                insert into touchpoint (workspace_id, id, due_round, finished_round)
                select workspace_id, touchpoint_id, 1, 1 from reminder where state = 'CANCELLED'""");

        // When
        database.upgrade();

        // Then
        assertEquals(
                List.of("CANCELLED FINISHED", "FAILED", "RETRYING", "SENDING", "SENT", "UNKNOWN", "waiting"),
                database.query("""
                select coalesce(r.state, 'waiting') || coalesce(' ' || a.left_out, '')
                  from announcement a left join reminder r on r.id = a.reminder_id
                 where a.tell_from = '2026-12-01T09:00Z' and (r.id is null or r.id = a.id and r.gathered) order by 1"""));
        assertEquals(List.of("6"), database.query("select count(*) from reminder"));
        assertEquals(List.of("0 0"), database.query("""
                select rep.version || ' ' || o.next_offset from rep, consumer_offset o where o.topic = 'reps'"""));
        assertEquals(List.of(), database.unguarded());
    }
}
