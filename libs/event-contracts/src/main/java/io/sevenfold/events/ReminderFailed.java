package io.sevenfold.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A mail about touchpoints was refused for good. */
public record ReminderFailed(
        UUID reminderId,
        UUID repId,
        String occasion,
        List<UUID> touchpointIds,
        String messageId,
        Instant failedAt,
        String answer) {}
