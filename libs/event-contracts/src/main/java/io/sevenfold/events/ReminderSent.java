package io.sevenfold.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A mail about touchpoints was taken over by the SMTP server. */
public record ReminderSent(
        UUID reminderId, UUID repId, String occasion, List<UUID> touchpointIds, String messageId, Instant sentAt) {}
