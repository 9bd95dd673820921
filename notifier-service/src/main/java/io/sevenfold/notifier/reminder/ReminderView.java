package io.sevenfold.notifier.reminder;

import io.sevenfold.notifier.announcement.AnnouncementView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A mail to a rep about touchpoints.
 *
 * @param day the rep's local date; null but for a digest and a manager's week
 * @param sendFrom not sent before
 * @param attempts how often an SMTP server was asked to take it
 * @param messageId its Message-ID (RFC 5322); the same at every attempt
 * @param mailDate its Date
 * @param endedAt when it was sent, refused for good, or last seen before its fate became unknown
 * @param lastAnswer the SMTP server's last code, without its words, or what else kept it from being sent
 * @param bouncing whether the rep's address refuses our mail by now, so that only a mail a day is tried
 * @param resentAt when it was last sent again by somebody's wish, and whose
 * @param announcements what it tells, and what was taken out of it
 */
@Schema(name = "Reminder")
public record ReminderView(
        @Schema(examples = "6f1c3c0e-6f3c-5d8e-9d6a-0b8f1c2d3e4f")
        UUID id,

        UUID repId,
        @Schema(examples = "digest") Occasion occasion,
        @Schema(examples = "2026-12-03") LocalDate day,
        @Schema(examples = "sent") ReminderState state,
        Instant sendFrom,
        @Schema(examples = "1") int attempts,
        String messageId,
        Instant mailDate,
        Instant endedAt,
        @Schema(examples = "250") String lastAnswer,
        boolean bouncing,
        Instant resentAt,
        String resentBy,
        Instant createdAt,
        List<AnnouncementView> announcements) {}
