package io.sevenfold.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SettableClockTest {

    private static final Instant START = Instant.parse("2026-11-24T09:00:00Z");

    @Test
    void movesOnlyWhenToldToAndInEveryZone() {
        // Given
        SettableClock clock = new SettableClock(START);
        Clock elsewhere = clock.withZone(ZoneId.of("Asia/Tokyo"));

        // When
        clock.advance(Duration.ofDays(3));

        // Then
        assertEquals(START.plus(Duration.ofDays(3)), clock.instant());
        assertEquals(clock.instant(), elsewhere.instant());
        clock.set(START);
        assertEquals(START, elsewhere.instant());
    }
}
