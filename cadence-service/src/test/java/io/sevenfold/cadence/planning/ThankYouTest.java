package io.sevenfold.cadence.planning;

import static io.sevenfold.events.Direction.INBOUND;
import static io.sevenfold.events.Direction.OUTBOUND;
import static io.sevenfold.events.Outcome.NEVER;
import static io.sevenfold.events.Outcome.NONE;
import static io.sevenfold.events.Outcome.NO_ANSWER;
import static io.sevenfold.events.Outcome.REPLIED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sevenfold.events.Channel;
import io.sevenfold.events.Intent;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.TouchpointKind;
import io.sevenfold.events.TouchpointState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The thanks for a meeting (DOMAIN.md, What an interaction does: meeting-booked). */
class ThankYouTest {

    /** Step 1 done on Monday, 2 March, with a meeting on Tuesday, 10 March. */
    private static Story meeting() {
        return Story.inBerlin().booked(OUTBOUND, "2026-03-02T11:00", "2026-03-10");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-10, 2026-03-11",
        "2026-03-06, 2026-03-09",
        // into the absence of 18 and 19 March
        "2026-03-17, 2026-03-20",
        // before Good Friday and Easter Monday
        "2026-04-02, 2026-04-07",
        // on a Saturday
        "2026-03-14, 2026-03-16",
    })
    void isPlannedForTheNextWorkingDayEnrolledOrNot(String meeting, String thanks) {
        // Given
        RepBuilder owner = RepBuilder.in("Europe/Berlin").region("DE-BY").absent("2026-03-18", "2026-03-19");
        Story enrolled = Story.inBerlin().owner(owner).booked(OUTBOUND, "2026-03-02T11:00", meeting);
        Story stranger = Story.of(owner).booked(OUTBOUND, "2026-03-02T11:00", meeting);

        // Then
        assertEquals(thanks + " planned", enrolled.thanks("2026-03-02T12:00"));
        assertEquals(thanks + " planned", stranger.thanks("2026-03-02T12:00"));
    }

    @Test
    void thanksAndSaysWhy() {
        // Given
        PlannedTouchpoint thanks =
                meeting().plan("2026-03-02T12:00").touchpoints().get(0);

        // Then
        assertEquals(TouchpointKind.THANK_YOU, thanks.kind());
        assertEquals(Intent.THANKS, thanks.intent());
        assertTrue(thanks.guidance().startsWith("Thank Ada for the meeting."));
        assertEquals(
                "The working day after your meeting on Tue 10 Mar",
                thanks.reasons().get(0).text());
        assertTrue(thanks.next());
    }

    @Test
    void hasNoDateWhileNobodyOwnsTheContact() {
        assertEquals("null planned", meeting().owner(null).thanks("2026-03-12T12:00"));
    }

    @Test
    void isReleasedLikeAStepAndStaysDue() {
        // Given no place on Wednesday, one on Thursday
        Story story = meeting().passedOver(meeting().thanksFor(0), "2026-03-11");
        assertEquals("2026-03-12 planned", story.thanks("2026-03-11T12:00"));

        // When
        story.released(story.thanksFor(0), "2026-03-12");

        // Then
        assertEquals("2026-03-12 due", story.thanks("2026-03-12T12:00"));
        assertEquals("2026-03-12 due", story.thanks("2026-04-12T12:00"));
        assertEquals("Xpppppp", story.states("2026-03-12T12:00"));
    }

    @Test
    void fallsOnTodayWhereItWasNotReleased() {
        // T5
        assertEquals("2026-03-16 planned", meeting().thanks("2026-03-16T12:00"));
        assertEquals("2026-03-17 planned", meeting().thanks("2026-03-16T18:00"));
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "NO_ANSWER", "REPLIED", "NOT_NOW"})
    void isDoneByTheFirstOutboundAfterTheMeetingsDateWhichDoesNoStep(Outcome outcome) {
        // Given calls on the meeting's date, on the next, again on that, and on the one after
        Story story = meeting().outbound("2026-03-10T17:00", NONE).outbound("2026-03-11T11:00", outcome);

        // Then
        assertEquals("2026-03-11 done", story.thanks("2026-03-11T12:00"));
        assertEquals("Xpppppp", story.states("2026-03-11T12:00"));
        assertEquals("Xpppppp", story.outbound("2026-03-11T15:00", NONE).states("2026-03-11T16:00"));
        assertEquals("XXppppp", story.outbound("2026-03-12T11:00", NONE).states("2026-03-12T12:00"));
    }

    @Test
    void isATouchFromWhichThePlanGoesOn() {
        // P2
        assertEquals(
                "2026-03-17",
                meeting()
                        .outbound("2026-03-12T11:00", NONE)
                        .step(2, "2026-03-12T12:00")
                        .dueOn()
                        .toString());
    }

    @ParameterizedTest
    @CsvSource({"NONE, done", "NO_ANSWER, due"})
    void isDoneTogetherWithAReplyOwed(Outcome outcome, String reply) {
        // Given they wrote after the meeting; one call
        Story story = meeting().inbound("2026-03-11T09:30", REPLIED).outbound("2026-03-11T11:00", outcome);

        // Then both, and no step; a no-answer does not close the reply
        assertEquals("2026-03-11 done", story.thanks("2026-03-11T12:00"));
        assertEquals(reply, story.replies("2026-03-11T12:00").get(0).state().toString());
        assertEquals("Xpppppp", story.states("2026-03-11T12:00"));
    }

    @Test
    void ofTwoMeetingsAreDoneByOneOutbound() {
        // Given
        Story story =
                meeting().booked(INBOUND, "2026-03-10T11:00", "2026-03-11").outbound("2026-03-12T11:00", NONE);

        // Then
        assertEquals("2026-03-12 done, 2026-03-12 done", story.thanks("2026-03-12T12:00"));
        assertEquals("Xpppppp", story.states("2026-03-12T12:00"));
    }

    @Test
    void isDoneByTheOutboundThatNamesItAndNotByOneThatNamesAStep() {
        // Given
        Story step = meeting().outbound("2026-03-11T11:00", NONE, Story.step(2));
        Story early =
                meeting().outbound("2026-03-10T17:00", NO_ANSWER, meeting().thanksFor(0));

        // Then
        assertEquals("2026-03-11 planned", step.thanks("2026-03-11T12:00"));
        assertEquals("XXppppp", step.states("2026-03-11T12:00"));
        assertEquals("2026-03-10 done", early.thanks("2026-03-10T18:00"));
        assertEquals("Xpppppp", early.states("2026-03-10T18:00"));
    }

    @Test
    void isSkippedAndSnoozedByADecision() {
        // Given
        Story skipped = meeting().skip(meeting().thanksFor(0), "2026-03-11T11:00", "2026-03-11");
        Story snoozed = meeting()
                .releasedWithBasis(meeting().thanksFor(0), "2026-03-11")
                .snooze(meeting().thanksFor(0), "2026-03-11T11:00", "2026-03-20");

        // Then
        assertEquals("2026-03-11 skipped", skipped.thanks("2026-03-12T12:00"));
        assertEquals("XXppppp", skipped.outbound("2026-03-12T11:00", NONE).states("2026-03-12T12:00"));
        assertEquals("2026-03-20 planned", snoozed.thanks("2026-03-11T12:00"));
        assertEquals("2026-03-13", snoozed.step(2, "2026-03-11T12:00").dueOn().toString());
    }

    @Test
    void isCancelledByANever() {
        // Given
        Story told = meeting().inbound("2026-03-05T11:00", NEVER);
        Story decided = meeting().optOut("2026-03-11T11:00");

        // Then also when it is lifted later
        assertEquals("2026-03-05 cancelled", told.thanks("2026-03-12T12:00"));
        assertEquals("2026-03-11 cancelled", decided.thanks("2026-03-12T12:00"));
        assertEquals("2026-03-11 cancelled", decided.lifted("2026-03-12T11:00").thanks("2026-03-12T12:00"));
    }

    @Test
    void isNotWantedFromOneWhoOptedOutUntilThatIsLifted() {
        // Given a meeting booked after a never
        Story story =
                Story.inBerlin().inbound("2026-03-02T11:00", NEVER).booked(INBOUND, "2026-03-04T11:00", "2026-03-10");

        // Then
        assertEquals("", story.thanks("2026-03-11T12:00"));
        assertEquals("", story.lifted("2026-03-05T11:00").thanks("2026-03-11T12:00"));
        assertEquals("2026-03-11 planned", story.lifted("2026-03-03T11:00").thanks("2026-03-11T12:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T11:00, true",
        "2026-03-17T23:00, true",
        "2026-03-18T00:00, false",
        "2026-06-01T11:00, false",
    })
    void isNotWantedWhereTheMeetingWasRecordedMoreThanFiveWorkingDaysAfterIt(String recordedAt, boolean wanted) {
        // Given a meeting on Tuesday, 10 March
        Story story = Story.inBerlin().booked(OUTBOUND, "2026-03-02T11:00", "2026-03-10", recordedAt);

        // Then
        assertEquals(wanted ? 1 : 0, thankYous(story));
        assertEquals("2026-03-13", story.step(2, "2026-03-11T12:00").dueOn().toString());
    }

    @Test
    void staysDoneAlsoWhereTheMeetingIsSaidNotToHaveBeen() {
        // P6: given thanks, and then a report that nobody came
        Story story = meeting().outbound("2026-03-11T11:00", NONE).outbound("2026-03-12T11:00", Outcome.NO_SHOW);

        // Then
        assertEquals("2026-03-11 done", story.thanks("2026-03-12T12:00"));
    }

    private static long thankYous(Story story) {
        return story.plan("2026-03-11T12:00").touchpoints().stream()
                .filter(it -> it.kind() == TouchpointKind.THANK_YOU)
                .filter(it -> it.state() == TouchpointState.PLANNED)
                .count();
    }

    @Test
    void comesByAChannelTheyStillWant() {
        // Given
        Story story = Story.inBerlin()
                .booked(OUTBOUND, "2026-03-02T11:00", "2026-03-04")
                .notBy(Channel.EMAIL);

        // Then
        assertEquals(
                Channel.MESSAGE,
                story.plan("2026-03-05T12:00").touchpoints().get(0).channel());
    }
}
