package io.sevenfold.cadence.planning;

import io.sevenfold.events.Interaction;
import io.sevenfold.events.TouchpointState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A meeting they agreed to, and the thanks it calls for on the next working day. */
final class Meeting {

    final LocalDate on;
    final UUID thankYouId;

    private final boolean thankYouWanted;
    private TouchpointState thankYou = TouchpointState.PLANNED;
    private Instant closedAt;
    private UUID closedBy;

    /** @param thankYouWanted whether it was recorded in time for thanks to be welcome */
    Meeting(Interaction booking, boolean thankYouWanted) {
        this.on = booking.meetingOn();
        this.thankYouId = TouchpointIds.thankYou(booking.id());
        this.thankYouWanted = thankYouWanted;
    }

    boolean isAhead(LocalDate date) {
        return !on.isBefore(date);
    }

    boolean callsForThanks() {
        return thankYouWanted;
    }

    boolean isThankYouOpen() {
        return thankYouWanted && thankYou.isOpen();
    }

    void closeThankYou(TouchpointState how, UUID by, Instant at) {
        thankYou = how;
        closedBy = by;
        closedAt = at;
    }

    TouchpointState thankYou() {
        return thankYou;
    }

    Instant closedAt() {
        return closedAt;
    }

    UUID closedBy() {
        return closedBy;
    }
}
