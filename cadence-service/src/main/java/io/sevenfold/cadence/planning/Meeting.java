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
    private boolean stands = true;
    private TouchpointState thankYou = TouchpointState.PLANNED;
    private Instant closedAt;
    private UUID closedBy;

    /** @param thankYouWanted whether it was recorded in time for thanks to be welcome, by one who may be contacted */
    Meeting(Interaction booking, boolean thankYouWanted) {
        this.on = booking.meetingOn();
        this.thankYouId = TouchpointIds.thankYou(booking.id());
        this.thankYouWanted = thankYouWanted;
    }

    /** Whether the plan waits for it: until its date is over. */
    boolean isAhead(LocalDate date) {
        return stands && !on.isBefore(date);
    }

    boolean isOver(LocalDate date) {
        return stands && on.isBefore(date);
    }

    /** Whether a new booking replaces it: not once its date has come. */
    boolean isStillToCome(LocalDate date) {
        return stands && on.isAfter(date);
    }

    /** It does not take place, or did not; false: that was known. */
    boolean callOff() {
        boolean stood = stands;
        stands = false;
        return stood;
    }

    /** What was closed stays, also of one called off. */
    boolean callsForThanks() {
        return thankYouWanted && (stands || !thankYou.isOpen());
    }

    boolean isThankYouOpen() {
        return thankYouWanted && stands && thankYou.isOpen();
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
