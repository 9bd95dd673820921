package io.sevenfold.cadence.planning;

import io.sevenfold.events.Purpose;
import java.util.List;
import java.util.UUID;

/** A template of ordered steps, at one version. */
public record Cadence(UUID id, int version, String name, Purpose purpose, List<Step> steps) {

    /** Whether it begins anew after its last step: care and keep-in-touch do, connect ends. */
    boolean repeats() {
        return purpose != Purpose.CONNECT;
    }
}
