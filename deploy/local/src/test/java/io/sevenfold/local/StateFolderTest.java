package io.sevenfold.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {

    @TempDir
    Path folder;

    @Test
    void servesOneStackAtATime() {
        // Given
        new StateFolder(folder).lock();

        // When
        var refused = assertThrows(UsageException.class, () -> new StateFolder(folder).lock());

        // Then
        assertEquals("The stack is running already on " + folder + "; end that one first", refused.getMessage());
    }

    @Test
    void keepsOnlyItsLockWhenEmptied() throws IOException {
        // Given
        StateFolder state = new StateFolder(folder);
        state.lock();
        Files.createDirectories(state.mail());
        Files.writeString(state.mail().resolve("1.eml"), "Subject: hello");
        Files.writeString(state.clock(), "PT3H");

        // When
        state.empty();

        // Then
        try (var left = Files.list(folder)) {
            assertEquals(List.of(folder.resolve("lock")), left.toList());
        }
    }
}
