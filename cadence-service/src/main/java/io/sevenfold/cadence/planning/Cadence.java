package io.sevenfold.cadence.planning;

import io.sevenfold.events.Purpose;
import java.util.List;
import java.util.UUID;

/** A template of ordered steps, at one version. */
public record Cadence(UUID id, int version, String name, Purpose purpose, List<Step> steps) {}
