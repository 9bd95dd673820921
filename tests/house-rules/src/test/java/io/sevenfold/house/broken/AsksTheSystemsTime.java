package io.sevenfold.house.broken;

import java.time.Instant;

public class AsksTheSystemsTime {
    Instant time() {
        return Instant.now();
    }
}
