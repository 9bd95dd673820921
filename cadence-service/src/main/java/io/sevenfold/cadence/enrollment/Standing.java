package io.sevenfold.cadence.enrollment;

import io.sevenfold.cadence.planning.Decision;
import io.sevenfold.cadence.planning.RepCalendar;
import io.sevenfold.delivery.Subject;
import io.sevenfold.events.EndReason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How things stand with a contact, under its lock.
 *
 * @param calendar the owner's; null: there is no owner we know
 * @param optedOut wholly: a "never" binds that was not lifted
 * @param lastTouchAt when anybody of ours last tried; null: never
 */
record Standing(
        Subject contact,
        UUID ownerId,
        RepCalendar calendar,
        boolean optedOut,
        Instant lastTouchAt,
        List<Enrolled> enrollments) {

    /**
     * One enrollment of theirs.
     *
     * @param endReason null: it is active
     * @param lastPausing the latest of the decisions to pause and to resume; null: there was none
     */
    record Enrolled(
            UUID id,
            UUID cadenceId,
            Instant startedAt,
            EndReason endReason,
            Instant endedAt,
            String words,
            Decision.Kind lastPausing,
            LocalDate pausedUntil) {

        boolean isActive() {
            return endReason == null;
        }

        boolean isPaused(LocalDate today) {
            return lastPausing == Decision.Kind.PAUSE && today.isBefore(pausedUntil);
        }
    }

    Optional<Enrolled> active() {
        return enrollments.stream().filter(Enrolled::isActive).findFirst();
    }

    Optional<Enrolled> enrollment(UUID id) {
        return enrollments.stream().filter(it -> it.id.equals(id)).findFirst();
    }

    /** What started by itself and was corrected away never was (P11). */
    boolean wasIn(UUID cadenceId) {
        return enrollments.stream()
                .anyMatch(it -> it.cadenceId.equals(cadenceId) && it.endReason != EndReason.CORRECTED);
    }

    /** T1: in the owner's zone; while there is no owner, in UTC. */
    LocalDate dateOf(Instant instant) {
        return calendar == null ? LocalDate.ofInstant(instant, ZoneOffset.UTC) : calendar.dateOf(instant);
    }
}
