package io.sevenfold.notifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sevenfold.infra.Database;
import java.util.List;
import org.junit.jupiter.api.Test;

@NotifierServiceTest
class RowLevelSecurityTest {

    @Test
    void isForcedOnEveryTableWithAPolicyForEachRole() {
        assertEquals(List.of(), Database.query("""
                select c.relname from pg_class c
                 where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
                   and c.relname not in ('consumer_offset', 'dead_letter_replay', 'flyway_schema_history')
                   and not (c.relrowsecurity and c.relforcerowsecurity
                     and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'app'
                                  and pg_get_expr(p.polqual, p.polrelid) = '(workspace_id = current_setting(''app.workspace''::text, true))')
                     and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'worker'))"""));
    }

    @Test
    void knowsTheTablesItIsForcedOn() {
        assertTrue(Database.query("select relname from pg_class where relforcerowsecurity")
                .containsAll(List.of("contact", "rep", "interaction", "touchpoint", "reminder", "outbox")));
    }

    @Test
    void startsEveryPrimaryKeyWithTheWorkspace() {
        assertEquals(List.of(), Database.query("""
                select c.relname from pg_index i join pg_class c on c.oid = i.indrelid
                  join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
                 where i.indisprimary and c.relnamespace = 'public'::regnamespace and a.attname <> 'workspace_id'
                   and c.relname not in ('consumer_offset', 'dead_letter_replay', 'flyway_schema_history', 'outbox')"""));
    }
}
