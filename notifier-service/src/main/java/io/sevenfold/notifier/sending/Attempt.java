package io.sevenfold.notifier.sending;

import io.sevenfold.delivery.OutgoingEvent;
import io.sevenfold.delivery.Subject;
import io.sevenfold.events.ReminderFailed;
import io.sevenfold.events.ReminderSent;
import io.sevenfold.events.ReminderUnknown;
import io.sevenfold.events.Topic;
import io.sevenfold.notifier.reminder.Occasion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A reminder as one sender has claimed it.
 *
 * @param token the fencing token: whoever claims the reminder later has a higher one
 * @param attempts before this one
 * @param messageId the same at every attempt
 * @param touchpointIds those it announces
 * @param traceparent of what made the first of them due
 */
record Attempt(
        String workspace,
        UUID id,
        long token,
        int attempts,
        UUID repId,
        List<UUID> touchpointIds,
        Occasion occasion,
        String messageId,
        String traceparent) {

    /** What is told to the others of an outcome, if anything. */
    Optional<OutgoingEvent> event(Outcome outcome, Instant at) {
        Object data = switch (outcome.state()) {
            case SENT -> new ReminderSent(id, repId, occasion.toString(), touchpointIds, messageId, at);
            case FAILED ->
                new ReminderFailed(id, repId, occasion.toString(), touchpointIds, messageId, at, outcome.answer());
            case UNKNOWN -> new ReminderUnknown(id, repId, occasion.toString(), touchpointIds, messageId, at);
            default -> null;
        };
        return Optional.ofNullable(data)
                .map(told -> OutgoingEvent.of(Topic.REMINDERS.topicName(), new Subject(workspace, repId), told)
                        .causedBy(traceparent));
    }
}
