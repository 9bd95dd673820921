package io.sevenfold.local;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStackTest {

    @TempDir
    Path folder;

    @Test
    void keepsItsDataOverARestart() throws SQLException {
        // Given
        try (LocalStack stack = stack()) {
            stack.startInfrastructure();
            try (var connection = stack.postgres().superuser("cadence").getConnection()) {
                connection.createStatement().execute("create table plan (id int)");
            }
        }

        // When
        try (LocalStack stack = stack()) {
            stack.startInfrastructure();

            // Then
            try (var connection = stack.postgres().superuser("cadence").getConnection();
                    var plans = connection.createStatement().executeQuery("select count(*) from plan")) {
                assertTrue(plans.next());
                assertEquals(0, plans.getInt(1));
            }
        }
    }

    @Test
    void leavesNoProcessWhenItIsStoppedWhileItStarts() {
        // Given
        LocalStack stack = stack();
        var start = CompletableFuture.runAsync(stack::startInfrastructure);
        await().until(() -> Files.exists(state().postgres()));

        // When
        stack.close();

        // Then
        var ended = assertThrows(CompletionException.class, start::join);
        assertEquals(CancellationException.class, ended.getCause().getClass());
        assertFalse(Files.exists(state().postgres().resolve("postmaster.pid")));
    }

    private LocalStack stack() {
        return new LocalStack(folder, state(), Ports.free(), service -> {});
    }

    private StateFolder state() {
        return new StateFolder(folder.resolve("state"));
    }
}
