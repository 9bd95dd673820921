package io.sevenfold.cadence.planning;

import static java.util.stream.Collectors.toSet;

import io.sevenfold.events.Direction;
import io.sevenfold.events.Interaction;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/** Replies owed to messages that were recorded so late, by an import, that nobody is told of their clocks (N3). */
public final class LateReplies {

    private static final int RECORDED_WITHIN = 5;

    private LateReplies() {}

    /** The touchpoints of those replies, whether they are open or not. */
    public static Set<UUID> of(Situation situation) {
        return situation.interactions().stream()
                .filter(it -> it.direction() == Direction.INBOUND && isLate(it, situation))
                .map(it -> TouchpointIds.replyOwed(it.id()))
                .collect(toSet());
    }

    private static boolean isLate(Interaction it, Situation situation) {
        if (it.recordedAt() == null) {
            return false;
        }
        LocalDate latest = Gap.workingDays(situation.dateOf(it.occurredAt()), RECORDED_WITHIN, situation)
                .date();
        return situation.dateOf(it.recordedAt()).isAfter(latest);
    }
}
