package io.sevenfold.interactions.broken;

import java.time.Instant;

/** Asks a clock that nobody can set. */
class SystemsClock {

    final Instant now = Instant.now();
}
