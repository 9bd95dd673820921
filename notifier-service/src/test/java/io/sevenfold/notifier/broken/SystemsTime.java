package io.sevenfold.notifier.broken;

import java.time.Instant;

class SystemsTime {

    Instant now = Instant.now();
}
