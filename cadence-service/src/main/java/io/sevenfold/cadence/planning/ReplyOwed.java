package io.sevenfold.cadence.planning;

import io.sevenfold.events.Channel;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.TouchpointState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** An answer we owe them, from the first unanswered word of theirs on. */
final class ReplyOwed {

    final Channel channel;
    final Instant wroteAt;
    final LocalDate wroteOn;

    private final UUID inbound;
    private final List<UUID> laterWords = new ArrayList<>();
    private Instant clockFrom;
    private TouchpointState state = TouchpointState.DUE;
    private Instant closedAt;
    private UUID closedBy;

    ReplyOwed(Interaction inbound, LocalDate date) {
        this.inbound = inbound.id();
        this.channel = inbound.channel();
        this.wroteAt = inbound.occurredAt();
        this.wroteOn = date;
        this.clockFrom = inbound.occurredAt();
    }

    UUID touchpointId() {
        return TouchpointIds.replyOwed(inbound);
    }

    /** They wrote again before we answered. */
    void goesOn(Interaction inbound) {
        laterWords.add(inbound.id());
    }

    /** Whether this is what somebody meant: until an earlier word of theirs was known, it went by the id of a later one (P1). */
    boolean isCalled(UUID touchpoint) {
        return touchpointId().equals(touchpoint)
                || laterWords.stream().map(TouchpointIds::replyOwed).anyMatch(it -> it.equals(touchpoint));
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
