package io.sevenfold.cadence.planning;

import io.sevenfold.events.Interaction;
import io.sevenfold.events.TouchpointState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The meetings that stand: none that was cancelled, to which nobody came, or that a later booking replaced. */
final class Meetings {

    /** Thanks that come later than so many working days after the meeting would surprise more than please. */
    private static final int THANKS_WITHIN = 5;

    private final List<Meeting> meetings = new ArrayList<>();

    /** A new booking replaces one whose date is still to come. */
    void booked(Interaction booking, LocalDate date, Situation situation) {
        if (booking.meetingOn() == null) {
            return;
        }
        meetings.removeIf(meeting -> meeting.isAhead(date));
        Instant recorded = booking.recordedAt() == null ? booking.occurredAt() : booking.recordedAt();
        LocalDate latest =
                Gap.workingDays(booking.meetingOn(), THANKS_WITHIN, situation).date();
        meetings.add(new Meeting(booking, !situation.dateOf(recorded).isAfter(latest)));
    }

    /** The meeting booked last does not take place, or did not; false: none was booked. */
    boolean calledOff() {
        return !meetings.isEmpty() && meetings.remove(meetings.size() - 1) != null;
    }

    /** The one whose date is not over on {@code date}; null: none. */
    Meeting ahead(LocalDate date) {
        return meetings.stream()
                .filter(meeting -> meeting.isAhead(date))
                .findFirst()
                .orElse(null);
    }

    /** The latest that is over on {@code date}; null: none. */
    Meeting over(LocalDate date) {
        Meeting latest = null;
        for (Meeting meeting : meetings) {
            boolean later = latest == null || meeting.on.isAfter(latest.on);
            latest = !meeting.isAhead(date) && later ? meeting : latest;
        }
        return latest;
    }

    /** The thank-yous that an outbound does: the one it names; naming none, those of the meetings that are over. */
    List<Meeting> thankedBy(Interaction it, LocalDate date) {
        return meetings.stream()
                .filter(Meeting::isThankYouOpen)
                .filter(meeting -> it.touchpointId() == null
                        ? !meeting.isAhead(date)
                        : meeting.thankYouId.equals(it.touchpointId()))
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
