package io.sevenfold.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sevenfold.infra.ServiceTestResource;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "notes"))
@WithTestResource(NotesResource.class)
class RowLevelSecurityTest {

    @Inject
    Notes notes;

    @Inject
    Outbox outbox;

    @Inject
    WorkerTransactions transactions;

    @Test
    void showsTheAppRoleItsOwnWorkspaceOnly() {
        // Given
        Subject ours = Notes.subject();
        Subject theirs = Notes.subject();
        transactions.run(worker -> Subjects.erase(worker, ours));
        transactions.run(worker -> Subjects.erase(worker, theirs));

        // When
        notes.inWorkspace(ours.workspace(), () -> {
            outbox.append(Note.event(ours, 1, "ours"));

            // Then
            assertEquals(List.of(ours.workspace()), notes.asApp("select workspace_id from outbox"));
            assertEquals(List.of(ours.workspace()), notes.asApp("select workspace_id from ended_subject"));
        });
        notes.inWorkspace(theirs.workspace(), () -> {
            assertEquals(List.of(), notes.asApp("select workspace_id from outbox"));
            assertEquals(List.of(theirs.workspace()), notes.asApp("select workspace_id from ended_subject"));
        });
        notes.inWorkspace("", () -> assertEquals(List.of(), notes.asApp("select workspace_id from ended_subject")));
    }

    @Test
    void refusesToPublishIntoAnotherWorkspace() {
        // Given
        Subject theirs = Notes.subject();

        // When
        DatabaseFailure refused = assertThrows(
                DatabaseFailure.class,
                () -> notes.inWorkspace("ours", () -> outbox.append(Note.event(theirs, 1, "forged"))));

        // Then
        assertTrue(refused.getMessage().contains("row-level security"), refused.getMessage());
    }

    @Test
    void forcesThePolicyOnEveryTableOfAWorkspace() {
        assertEquals(List.of(), Notes.asSuperuser("""
                        select c.relname from pg_class c
                          join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
                         where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
                           and not (c.relrowsecurity and c.relforcerowsecurity
                             and (select count(*) from pg_policy p where p.polrelid = c.oid) = 2)"""));
    }

    @Test
    void keepsOffsetsAndMigrationsFromTheAppRole() {
        for (String table : List.of("consumer_offset", "dead_letter_replay", "flyway_schema_history")) {
            assertThrows(
                    IllegalStateException.class,
                    () -> notes.inWorkspace("ours", () -> notes.asApp("select 1 from " + table)));
        }
    }

    /** So does a service whose migrations a job of its own runs; changing them is the owner's alone. */
    @Test
    void letsTheWorkerSeeWhichMigrationsAreThere() {
        int seen = transactions.call(worker -> {
            try (var sql = worker.createStatement();
                    var found = sql.executeQuery("select count(*) from flyway_schema_history where success")) {
                return found.next() ? found.getInt(1) : 0;
            }
        });
        assertTrue(seen > 0);
        assertThrows(
                DatabaseFailure.class,
                () -> transactions.run(worker -> {
                    try (var sql = worker.createStatement()) {
                        sql.execute("delete from flyway_schema_history");
                    }
                }));
    }

    @Test
    void refusesTheAppRoleOutsideATransaction() {
        assertThrows(IllegalStateException.class, () -> notes.asApp("select 1"));
    }

    @Test
    void refusesAWorkersTransactionInsideARequests() {
        assertThrows(
                IllegalStateException.class, () -> notes.inWorkspace("ours", () -> transactions.run(worker -> {})));
    }
}
