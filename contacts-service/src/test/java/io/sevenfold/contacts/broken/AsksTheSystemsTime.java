package io.sevenfold.contacts.broken;

import java.time.Instant;

public class AsksTheSystemsTime {
    Instant time() {
        return Instant.now();
    }
}
