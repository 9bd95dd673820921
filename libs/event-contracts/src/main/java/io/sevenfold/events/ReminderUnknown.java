package io.sevenfold.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Whether a mail arrived is unknown: the connection broke after it was handed over, or its sender died (N7). */
public record ReminderUnknown(
        UUID reminderId,
        UUID repId,
        String occasion,
        List<UUID> touchpointIds,
        String messageId,
        Instant unknownSince) {}
