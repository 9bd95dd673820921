package io.sevenfold.events;

import java.util.UUID;

/** The cadence a plan was made from, at the version it was made from (P7). */
public record CadenceRef(UUID id, int version, String name, Purpose purpose) {}
