package io.sevenfold.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class UpOptionsTest {

    @Test
    void startsEverythingOnWhatThereIsUnlessToldOtherwise() {
        assertEquals(new UpOptions(false, false, false, false), UpOptions.parse());
    }

    @Test
    void takesOptionsInAnyOrder() {
        assertEquals(new UpOptions(true, true, false, false), UpOptions.parse("--infra", "--fresh"));
        assertEquals(new UpOptions(false, false, false, true), UpOptions.parse("-h"));
    }

    @Test
    void tellsTheStoryOnlyWhereTheServicesRun() {
        assertEquals(new UpOptions(true, false, true, false), UpOptions.parse("--fresh", "--demo"));
        assertThrows(UsageException.class, () -> UpOptions.parse("--demo", "--infra"));
    }

    @Test
    void saysInOneLineWhichOptionItDoesNotKnow() {
        // When
        var refused = assertThrows(UsageException.class, () -> UpOptions.parse("--fresh", "--frsh"));

        // Then
        assertEquals("Unknown option --frsh; see deploy/local/up --help", refused.getMessage());
        assertEquals(2, Command.exitCode(() -> {
            throw refused;
        }));
    }
}
