package io.sevenfold.rest;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DomainClockTest {

    private final Clock system = Clock.systemUTC();

    @TempDir
    Path folder;

    @Test
    void productionIgnoresTheOffset() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("clock"), "P30D");

        // When
        Instant now = DomainClock.of(List.of("prod"), Optional.of(file)).instant();

        // Then
        assertTrue(Duration.between(system.instant(), now).abs().toMinutes() < 1);
    }

    @Test
    void localRunsCanMoveIt() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("clock"), "PT72H");

        // When
        Instant now = DomainClock.of(List.of("local"), Optional.of(file)).instant();

        // Then
        assertTrue(Duration.between(system.instant(), now).toHours() >= 71);
    }

    @Test
    void localRunsStartAtTheSystemsTime() {
        // When
        Instant now = DomainClock.of(List.of("local"), Optional.of(folder.resolve("none")))
                .instant();

        // Then
        assertTrue(Duration.between(system.instant(), now).abs().toMinutes() < 1);
    }
}
