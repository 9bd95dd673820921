package io.sevenfold.events;

import java.time.Instant;
import java.util.UUID;

/** Somebody decided in cadence-service that another rep follows up from now on; contacts-service makes that rep the owner. */
public record ContactHandedOver(UUID contactId, UUID toRepId, Instant handedOverAt, String by) {}
