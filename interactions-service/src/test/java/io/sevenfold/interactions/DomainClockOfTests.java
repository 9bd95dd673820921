package io.sevenfold.interactions;

import io.sevenfold.infra.SettableClock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** The clock the service goes by in tests: it stands still. */
class DomainClockOfTests {

    static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

    @Produces
    @Singleton
    Clock clock() {
        return new SettableClock(NOW);
    }
}
