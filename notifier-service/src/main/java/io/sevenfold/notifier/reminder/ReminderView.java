package io.sevenfold.notifier.reminder;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A mail to a rep about a touchpoint.
 *
 * @param round how often the touchpoint had become due (N1)
 * @param dueAt when it became due
 * @param attempts how often an SMTP server was asked to take it
 * @param messageId its Message-ID (RFC 5322); the same at every attempt
 * @param mailDate its Date
 * @param endedAt when it was sent, refused for good, or last seen before its fate became unknown
 * @param lastAnswer the SMTP server's last code, without its words, or what else kept it from being sent
 */
@Schema(name = "Reminder")
public record ReminderView(
        @Schema(examples = "6f1c3c0e-6f3c-5d8e-9d6a-0b8f1c2d3e4f")
        UUID id,

        UUID repId,
        UUID contactId,
        UUID touchpointId,
        @Schema(examples = "1") int round,
        @Schema(examples = "due") Occasion occasion,
        @Schema(examples = "sent") ReminderState state,
        Instant dueAt,
        @Schema(examples = "1") int attempts,
        String messageId,
        Instant mailDate,
        Instant endedAt,
        @Schema(examples = "250") String lastAnswer,
        Instant createdAt) {}
