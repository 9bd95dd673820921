package io.sevenfold.notifier.announcement;

import io.sevenfold.notifier.reminder.Occasion;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is told of a touchpoint, in one round and for one occasion.
 *
 * @param repId whom it is told to: of an escalation the manager
 * @param round how often the touchpoint had become due (N1)
 * @param dueAt when it became due
 * @param tellFrom not told before
 * @param byDigest whether it waits for a digest
 * @param reminderId the mail it is in, or was taken out of
 */
@Schema(name = "Announcement")
public record AnnouncementView(
        @Schema(examples = "6f1c3c0e-6f3c-5d8e-9d6a-0b8f1c2d3e4f")
        UUID id,

        UUID touchpointId,
        @Schema(examples = "1") int round,
        @Schema(examples = "due") Occasion occasion,
        UUID contactId,
        UUID repId,
        @Schema(examples = "told") AnnouncementState state,
        LeftOut leftOut,
        UUID reminderId,
        Instant dueAt,
        Instant tellFrom,
        boolean byDigest,
        Instant createdAt) {}
