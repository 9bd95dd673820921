package io.sevenfold.events;

import java.time.Instant;
import java.util.UUID;

/** A touchpoint was done, by the interaction named. {@code interaction} is there, at version 1, where completing the touchpoint made it: interactions-service takes it over. */
public record TouchpointDone(
        UUID contactId,
        UUID touchpointId,
        UUID repId,
        int round,
        Instant doneAt,
        UUID interactionId,
        Interaction interaction) {}
