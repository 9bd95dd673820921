package io.sevenfold.cadence.planning;

import static java.util.Comparator.comparing;

import io.sevenfold.events.Interaction;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.TouchpointState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** The meetings booked, and whether they stand: not what was cancelled, to which nobody came, or that a later booking replaced. */
final class Meetings {

    /** Thanks that come later than so many working days after the meeting would surprise more than please. */
    private static final int THANKS_WITHIN = 5;

    private final List<Meeting> meetings = new ArrayList<>();

    /** A new booking replaces one whose date is still to come. */
    void booked(Interaction booking, LocalDate date, Situation situation) {
        if (booking.meetingOn() == null) {
            return;
        }
        meetings.stream().filter(meeting -> meeting.isStillToCome(date)).forEach(Meeting::callOff);
        meetings.add(new Meeting(booking, thanksAreWelcome(booking, situation)));
    }

    private static boolean thanksAreWelcome(Interaction booking, Situation situation) {
        Instant recorded = booking.recordedAt() == null ? booking.occurredAt() : booking.recordedAt();
        LocalDate latest =
                Gap.workingDays(booking.meetingOn(), THANKS_WITHIN, situation).date();
        return !situation.dateOf(recorded).isAfter(latest) && !situation.isOptedOut(booking.occurredAt());
    }

    /**
     * A meeting does not take place, or did not: the one booked last; nobody came to the last whose date had come. False: there is
     * none that stood.
     */
    boolean calledOff(Interaction it, LocalDate date) {
        Meeting meeting = it.outcome() == Outcome.NO_SHOW ? last(come -> !come.on.isAfter(date)) : null;
        meeting = meeting == null ? last(any -> true) : meeting;
        return meeting != null && meeting.callOff();
    }

    private Meeting last(Predicate<Meeting> which) {
        return meetings.stream().filter(which).reduce(null, (before, after) -> after);
    }

    /** The latest whose date is not over on {@code date}; null: none. */
    Meeting ahead(LocalDate date) {
        return latest(meeting -> meeting.isAhead(date));
    }

    /** The latest that is over on {@code date}; null: none. */
    Meeting over(LocalDate date) {
        return latest(meeting -> meeting.isOver(date));
    }

    /** The one ahead, else the latest that is over; null: neither. */
    Meeting waitedFor(LocalDate date) {
        Meeting ahead = ahead(date);
        return ahead == null ? over(date) : ahead;
    }

    private Meeting latest(Predicate<Meeting> which) {
        return meetings.stream()
                .filter(which)
                .max(comparing(meeting -> meeting.on))
                .orElse(null);
    }

    /** The thank-yous that an outbound does: the one it names; naming none, those of the meetings that are over. */
    List<Meeting> thankedBy(Interaction it, LocalDate date) {
        return meetings.stream()
                .filter(Meeting::isThankYouOpen)
                .filter(meeting ->
                        it.touchpointId() == null ? meeting.isOver(date) : meeting.thankYouId.equals(it.touchpointId()))
                .toList();
    }

    void skipThankYou(Decision skip) {
        meetings.stream()
                .filter(meeting -> meeting.isThankYouOpen() && meeting.thankYouId.equals(skip.touchpointId()))
                .forEach(meeting -> meeting.closeThankYou(TouchpointState.SKIPPED, skip.id(), skip.at()));
    }

    void cancelThankYous(Instant at) {
        meetings.stream()
                .filter(Meeting::isThankYouOpen)
                .forEach(meeting -> meeting.closeThankYou(TouchpointState.CANCELLED, (UUID) null, at));
    }

    List<Meeting> callingForThanks() {
        return meetings.stream().filter(Meeting::callsForThanks).toList();
    }
}
