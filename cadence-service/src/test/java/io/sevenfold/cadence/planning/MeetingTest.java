package io.sevenfold.cadence.planning;

import static io.sevenfold.events.Direction.INBOUND;
import static io.sevenfold.events.Direction.OUTBOUND;
import static io.sevenfold.events.Outcome.MEETING_CANCELLED;
import static io.sevenfold.events.Outcome.NONE;
import static io.sevenfold.events.Outcome.NO_SHOW;
import static io.sevenfold.events.Outcome.REPLIED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.sevenfold.events.Direction;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.Waiting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The plan around a meeting (DOMAIN.md, What an interaction does: meeting-booked, meeting-cancelled, no-show). */
class MeetingTest {

    /** Step 1 done on Monday, 2 March, with a meeting on Tuesday, 10 March. */
    private static Story meeting() {
        return Story.inBerlin().booked(OUTBOUND, "2026-03-02T11:00", "2026-03-10");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T12:00, MEETING",
        "2026-03-10T08:00, MEETING",
        "2026-03-10T23:59, MEETING",
        "2026-03-11T00:00,",
    })
    void planWaitsUntilItsDateIsOverAndGoesOnFromIt(String now, Waiting waiting) {
        // Then the booking did step 1, and the dates are those of the known end, before and after
        assertEquals(waiting, meeting().plan(now).waitingFor());
        assertEquals(
                "2026-03-02 2026-03-13 2026-03-20 2026-03-31 2026-04-10 2026-04-24 2026-05-08",
                meeting().dates(now));
        assertEquals("Xpppppp", meeting().states(now));
        assertEquals(waiting == null, meeting().step(2, now).next());
    }

    @Test
    void saysThatItIsWhatTheDateCountsFrom() {
        assertEquals(
                "Three working days after your meeting on Tue 10 Mar; Nothing is due until you have met on Tue 10 Mar",
                meeting().words(2, "2026-03-02T12:00"));
        assertEquals(
                "Three working days after your meeting on Tue 10 Mar", meeting().words(2, "2026-03-11T12:00"));
    }

    @Test
    void aGapOfNoDaysEndsTheDayAfterSinceThePlanWaitsAllDay() {
        // Given step 1, with a gap of 0, still open
        Story story = Story.inBerlin().booked(INBOUND, "2026-03-02T10:30", "2026-03-05");

        // Then
        assertEquals("2026-03-06", story.step(1, "2026-03-02T12:00").dueOn().toString());
        assertEquals("2026-03-06", story.step(1, "2026-03-06T12:00").dueOn().toString());
    }

    @Test
    void aStepThatWasDueIsPlannedAgain() {
        // Given
        Story story = Story.inBerlin()
                .outbound("2026-03-02T11:00", NONE)
                .releasedWithBasis(Story.step(2), "2026-03-05")
                .booked(INBOUND, "2026-03-05T14:00", "2026-03-10");

        // Then also once it is over
        assertEquals("Xpppppp", story.states("2026-03-05T15:00"));
        assertEquals("Xpppppp", story.states("2026-03-11T12:00"));
        assertEquals("2026-03-13", story.step(2, "2026-03-11T12:00").dueOn().toString());
        assertEquals("Xdppppp", story.released(2, "2026-03-13").states("2026-03-13T12:00"));
    }

    @Test
    void anOutboundWhileItIsAheadDoesNoStepUnlessItNamesOne() {
        // Given calls before it and on its date
        Story story = meeting().outbound("2026-03-04T11:00", NONE).outbound("2026-03-10T11:00", REPLIED);

        // Then
        assertEquals("Xpppppp", story.states("2026-03-10T12:00"));
        assertEquals(
                story.at("2026-03-10T11:00"), story.plan("2026-03-10T12:00").lastTheirs());
        assertEquals(
                "XpXpppp",
                story.outbound("2026-03-10T13:00", NONE, Story.step(3)).states("2026-03-10T14:00"));
    }

    @Test
    void anOutboundThatDidNothingWhileItWasAheadLeavesTheDateItsTouch() {
        // Given a call that did no step, then they cancelled
        Story story = meeting().outbound("2026-03-04T10:00", NONE).outbound("2026-03-04T11:00", MEETING_CANCELLED);

        // Then the next call of that date does one
        assertEquals("XXppppp", story.outbound("2026-03-04T12:00", NONE).states("2026-03-04T13:00"));
    }

    @ParameterizedTest
    @CsvSource({
        // booked on, the new date, thanks, step 2
        "2026-03-04T11:00, 2026-03-17, 2026-03-18, 2026-03-20",
        "2026-03-04T11:00, 2026-03-06, 2026-03-09, 2026-03-11",
        "2026-03-09T16:00, 2026-03-10, 2026-03-11, 2026-03-13",
    })
    void aNewBookingReplacesOneStillToCome(String at, String meeting, String thanks, String second) {
        // Given
        Story story = meeting().booked(INBOUND, at, meeting);

        // Then
        assertEquals(thanks + " planned", story.thanks("2026-03-09T16:30"));
        assertEquals(second, story.step(2, "2026-03-09T16:30").dueOn().toString());
    }

    @ParameterizedTest
    @CsvSource({"2026-03-10T11:00", "2026-03-11T11:00", "2026-03-12T11:00"})
    void aNewBookingReplacesNoneWhoseDateHasCome(String at) {
        // Given the next one, agreed on at the first, or after it
        Story story = meeting().booked(INBOUND, at, "2026-03-17");

        // Then there are two to thank for, and the plan goes on after the second
        assertEquals("2026-03-12 planned, 2026-03-18 planned", story.thanks("2026-03-12T12:00"));
        assertEquals("2026-03-20", story.step(2, "2026-03-12T12:00").dueOn().toString());
        assertEquals(Waiting.MEETING, story.plan("2026-03-12T12:00").waitingFor());
        assertNull(story.plan("2026-03-18T12:00").waitingFor());
    }

    @ParameterizedTest
    @CsvSource({
        "MEETING_CANCELLED, 2026-03-06T11:00, 2026-03-11",
        "MEETING_CANCELLED, 2026-03-10T08:00, 2026-03-13",
        "NO_SHOW,           2026-03-10T15:00, 2026-03-13",
        "NO_SHOW,           2026-03-11T09:00, 2026-03-16",
    })
    void calledOffThePlanGoesOnFromThen(Outcome outcome, String at, String second) {
        // Given
        Story story = meeting().outbound(at, outcome);

        // Then at once, without thanks and without doing a step
        assertNull(story.plan(at).waitingFor());
        assertEquals("", story.thanks(at));
        assertEquals("Xpppppp", story.states(at));
        assertEquals(second, story.step(2, at).dueOn().toString());
        assertEquals("gap", story.codes(2, at));
    }

    @ParameterizedTest
    @EnumSource(names = {"MEETING_CANCELLED", "NO_SHOW"})
    void callingOffWhatWasNotBookedChangesNothing(Outcome outcome) {
        // Given
        Story story = Story.inBerlin().outbound("2026-03-02T11:00", NONE);
        String dates = story.dates("2026-03-04T12:00");

        // Then
        assertEquals(dates, story.outbound("2026-03-04T11:00", outcome).dates("2026-03-04T12:00"));
        assertEquals("Xpppppp", story.states("2026-03-04T12:00"));
    }

    @ParameterizedTest
    @EnumSource(names = {"MEETING_CANCELLED", "NO_SHOW"})
    void calledOffTwiceIsCalledOffOnce(Outcome outcome) {
        // Given one met and one called off, by us, then once more
        Story story = Story.inBerlin()
                .booked(OUTBOUND, "2026-03-02T11:00", "2026-03-03")
                .booked(INBOUND, "2026-03-04T11:00", "2026-03-10")
                .outbound("2026-03-10T11:00", outcome)
                .outbound("2026-03-12T11:00", outcome);

        // Then
        assertEquals("2026-03-12 planned", story.thanks("2026-03-12T12:00"));
        assertEquals("2026-03-13", story.step(2, "2026-03-12T12:00").dueOn().toString());
    }

    @Test
    void nobodyCameToTheOneWhoseDateHadCome() {
        // Given two meetings, one of them today
        Story story =
                meeting().booked(INBOUND, "2026-03-10T09:00", "2026-03-17").outbound("2026-03-10T15:00", NO_SHOW);

        // Then the other stands
        assertEquals("2026-03-18 planned", story.thanks("2026-03-10T16:00"));
        assertEquals(Waiting.MEETING, story.plan("2026-03-10T16:00").waitingFor());
    }

    @ParameterizedTest
    @EnumSource(names = {"MEETING_CANCELLED", "NO_SHOW"})
    void theyCalledItOffThemselvesAndAreOwedAReply(Outcome outcome) {
        // Given
        Story story = meeting().inbound("2026-03-06T11:00", outcome);

        // Then
        assertEquals(Waiting.REPLY_OWED, story.plan("2026-03-06T12:00").waitingFor());
        assertEquals("", story.thanks("2026-03-06T12:00"));
        assertEquals(
                "2026-03-12",
                story.outbound("2026-03-09T11:00", NONE)
                        .step(2, "2026-03-09T12:00")
                        .dueOn()
                        .toString());
    }

    @ParameterizedTest
    @CsvSource({"INBOUND, ppppppp", "OUTBOUND, Xpppppp"})
    void bookingOwesNoReplyAndDoesAStepOnlyWhereWeReachedOut(Direction direction, String states) {
        // Given
        Story story = Story.inBerlin().booked(direction, "2026-03-02T11:00", "2026-03-10");

        // Then
        assertEquals(states, story.states("2026-03-02T12:00"));
        assertEquals(0, story.replies("2026-03-02T12:00").size());
        assertEquals(
                story.at("2026-03-02T11:00"), story.plan("2026-03-02T12:00").lastTheirs());
    }

    @Test
    void liftsARevisitDateWhereTheyBookedOnALaterDate() {
        // Given
        Story story = Story.inBerlin()
                .until(OUTBOUND, "2026-03-02T11:00", Outcome.NOT_NOW, "2026-05-04")
                .booked(INBOUND, "2026-03-04T11:00", "2026-03-10");

        // Then
        assertEquals("2026-03-13", story.step(2, "2026-03-04T12:00").dueOn().toString());
    }

    @Test
    void planWaitsForBothAReplyAndAMeeting() {
        // Given a question between booking and meeting
        Story story = meeting().inbound("2026-03-05T11:00", REPLIED);

        // Then counted from the later of both ends
        assertEquals(Waiting.REPLY_OWED, story.plan("2026-03-05T12:00").waitingFor());
        assertEquals("2026-03-13", story.step(2, "2026-03-05T12:00").dueOn().toString());
        assertEquals(Waiting.REPLY_OWED, story.plan("2026-03-12T12:00").waitingFor());
        assertEquals("2026-03-17", story.step(2, "2026-03-12T12:00").dueOn().toString());

        // When answered before it: no step, and it waits for the meeting
        story.outbound("2026-03-06T11:00", NONE);
        assertEquals(Waiting.MEETING, story.plan("2026-03-06T12:00").waitingFor());
        assertEquals("Xpppppp", story.states("2026-03-06T12:00"));
        assertEquals("2026-03-13", story.step(2, "2026-03-06T12:00").dueOn().toString());
    }

    @Test
    void correctedOrRemovedLeavesThePlanThatWouldHaveBeen() {
        // Given a step that was due when it was booked
        Story story = Story.inBerlin()
                .outbound("2026-03-02T11:00", NONE)
                .releasedWithBasis(Story.step(2), "2026-03-05")
                .booked(INBOUND, "2026-03-05T14:00", "2026-03-10");

        // When its date turns out to be another
        story.corrected(1, "2026-03-05T14:00", Outcome.MEETING_BOOKED, "2026-03-12");
        assertEquals("2026-03-13 planned", story.thanks("2026-03-06T12:00"));
        assertEquals("2026-03-17", story.step(2, "2026-03-06T12:00").dueOn().toString());

        // When there was none
        story.removed(1);
        assertEquals("", story.thanks("2026-03-06T12:00"));
        assertEquals("Xdppppp", story.states("2026-03-06T12:00"));
        assertNull(story.plan("2026-03-06T12:00").waitingFor());
    }

    @Test
    void waitsForNoOneWhereNobodyIsEnrolledOrNobodyOwns() {
        // Given
        Story nobody = Story.of(RepBuilder.in("Europe/Berlin")).booked(INBOUND, "2026-03-02T11:00", "2026-03-10");

        // Then
        assertNull(nobody.plan("2026-03-02T12:00").waitingFor());
        assertEquals(
                Waiting.OWNER, meeting().owner(null).plan("2026-03-02T12:00").waitingFor());
    }
}
