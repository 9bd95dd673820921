package io.sevenfold.events;

import java.util.UUID;

/** A touchpoint released on an earlier day and still open: since how many of the rep's working days (T2). */
public record Overdue(UUID touchpointId, int workingDays) {}
