package io.sevenfold.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sevenfold.infra.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockOffsetTest {

    private static final Instant START = Instant.parse("2026-11-21T22:00:00Z");

    @TempDir
    Path folder;

    private final SettableClock system = new SettableClock(START);

    @Test
    void addsStepsToWhereTheDomainClockIs() throws IOException {
        // When
        clock().move("+3d");
        Instant now = clock().move("+4h");

        // Then
        assertEquals(Instant.parse("2026-11-25T02:00:00Z"), now);
        assertEquals("PT76H", Files.readString(folder.resolve("clock")).strip());
        assertFalse(Files.exists(folder.resolve("clock.tmp")));
    }

    @Test
    void runsOnFromTheTimeItWasSetTo() {
        // Given
        clock().move("2026-11-24T09:00:00Z");

        // When
        system.advance(Duration.ofMinutes(5));

        // Then
        assertEquals(Instant.parse("2026-11-24T09:05:00Z"), clock().now());
    }

    @Test
    void takesAnyOffsetAndTimesThatAreBehind() {
        assertEquals(Instant.parse("2026-11-20T08:00:00Z"), clock().move("2026-11-20T09:00:00+01:00"));
    }

    @Test
    void isTheSystemsTimeWhenNeverMovedAndAfterNow() {
        assertEquals(START, clock().now());
        clock().move("+30m");
        assertEquals(START, clock().move("now"));
        assertEquals(START, clock().now());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "3d", "+3", "+3w", "-3d", "+99999999d", "tomorrow", "2026-11-24", "2026-13-24T09:00:00Z"})
    void refusesWhatIsNoTimeAndStaysWhereItIs(String to) {
        // When
        assertThrows(UsageException.class, () -> clock().move(to));

        // Then
        assertEquals(START, clock().now());
    }

    private ClockOffset clock() {
        return new ClockOffset(folder.resolve("clock"), system);
    }
}
