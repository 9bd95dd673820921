package io.sevenfold.notifier;

import io.sevenfold.infra.SettableClock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** The clock the service goes by in tests: it stands still until a test moves it. */
class DomainClockOfTests {

    /** A Thursday. */
    static final Instant START = Instant.parse("2026-12-03T13:30:00Z");

    static final SettableClock CLOCK = new SettableClock(START);

    @Produces
    @Singleton
    Clock clock() {
        return CLOCK;
    }
}
