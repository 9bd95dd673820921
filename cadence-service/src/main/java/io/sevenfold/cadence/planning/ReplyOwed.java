package io.sevenfold.cadence.planning;

import io.sevenfold.events.Channel;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.TouchpointState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** An answer we owe them, from the first unanswered word of theirs on. */
final class ReplyOwed {

    final UUID touchpointId;
    final Channel channel;
    final Instant wroteAt;

    private final List<UUID> words = new ArrayList<>();
    private Instant clockFrom;
    private TouchpointState state = TouchpointState.DUE;
    private Instant closedAt;
    private UUID closedBy;

    ReplyOwed(Interaction inbound) {
        this.touchpointId = TouchpointIds.replyOwed(inbound.id());
        this.channel = inbound.channel();
        this.wroteAt = inbound.occurredAt();
        this.clockFrom = inbound.occurredAt();
    }

    /** They wrote again before we answered. */
    void goesOn(Interaction inbound) {
        words.add(inbound.id());
    }

    /** Whether this is what somebody meant: until an earlier word of theirs was known, it went by the id of a later one (P1). */
    boolean isCalled(UUID touchpoint) {
        return touchpointId.equals(touchpoint)
                || words.stream().map(TouchpointIds::replyOwed).anyMatch(it -> it.equals(touchpoint));
    }

    /** We tried and did not reach them: the clock starts again, nothing is closed. */
    void tried(Instant at) {
        clockFrom = at;
    }

    void close(TouchpointState how, UUID by, Instant at) {
        state = how;
        closedBy = by;
        closedAt = at;
    }

    boolean isOpen() {
        return state.isOpen();
    }

    TouchpointState state() {
        return state;
    }

    Instant clockFrom() {
        return clockFrom;
    }

    Instant closedAt() {
        return closedAt;
    }

    UUID closedBy() {
        return closedBy;
    }
}
