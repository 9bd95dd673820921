package io.sevenfold.cadence.broken;

import java.time.Instant;

/** Asks a clock that nobody can set, under a name that says nothing. */
class ClockHelper {

    final Instant now = Instant.now();
}
