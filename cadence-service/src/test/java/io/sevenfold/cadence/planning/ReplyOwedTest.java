package io.sevenfold.cadence.planning;

import static io.sevenfold.events.Outcome.NONE;
import static io.sevenfold.events.Outcome.NO_ANSWER;
import static io.sevenfold.events.Outcome.REPLIED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.sevenfold.events.Channel;
import io.sevenfold.events.Intent;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.TouchpointState;
import io.sevenfold.events.Waiting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** An inbound by a person makes a reply owed, and the plan waits for it (DOMAIN.md, What an interaction does). */
class ReplyOwedTest {

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"NEVER", "MEETING_BOOKED", "AUTO_REPLY", "NO_ANSWER"})
    void isMadeByAnyWordOfTheirs(Outcome outcome) {
        // Given
        Story story = Story.inBerlin().inbound("2026-03-02T11:00", outcome);

        // When
        PlannedTouchpoint reply = story.replies("2026-03-02T12:00").get(0);

        // Then
        assertEquals(story.replyTo(0), reply.id());
        assertEquals(TouchpointState.DUE, reply.state());
        assertEquals(Intent.ANSWER, reply.intent());
        assertEquals(Channel.CALL, reply.channel());
        assertEquals("2026-03-02", reply.dueOn().toString());
        assertEquals(story.at("2026-03-02T15:00"), reply.answerBy());
        assertEquals("They reached out on Mon 2 Mar", reply.reasons().get(0).text());
    }

    @ParameterizedTest
    @EnumSource(names = {"NEVER", "MEETING_BOOKED", "AUTO_REPLY"})
    void isNotMadeByTheseThree(Outcome outcome) {
        assertEquals(
                0,
                Story.inBerlin()
                        .inbound("2026-03-02T11:00", outcome)
                        .replies("2026-03-02T12:00")
                        .size());
    }

    @Test
    void isOwedAlsoToWhomNobodyEnrolled() {
        // Given
        Story story = Story.of(RepBuilder.in("Europe/Berlin")).inbound("2026-03-02T11:00", REPLIED);
        Plan plan = story.plan("2026-03-02T12:00");

        // Then
        assertEquals(1, plan.touchpoints().size());
        assertEquals(TouchpointState.DUE, plan.touchpoints().get(0).state());
        assertNull(plan.waitingFor());
        assertNull(plan.end());
    }

    @Test
    void isOwedAlsoForAWordFromBeforeTheEnrollment() {
        // Given
        Story story = Story.inBerlin().inbound("2026-02-27T11:00", REPLIED);

        // Then
        assertEquals(
                TouchpointState.DUE, story.replies("2026-03-02T12:00").get(0).state());
        assertEquals(Waiting.REPLY_OWED, story.plan("2026-03-02T12:00").waitingFor());
    }

    @Test
    void isOneFromTheirFirstUnansweredWord() {
        // Given they wrote twice; after the answer once more
        Story story = Story.inBerlin()
                .inbound("2026-03-02T11:00", REPLIED)
                .inbound("2026-03-02T14:00", REPLIED)
                .outbound("2026-03-02T15:00", NONE)
                .inbound("2026-03-03T10:00", REPLIED);

        // Then
        assertEquals(
                1,
                story.replies("2026-03-02T14:30").stream()
                        .filter(it -> it.id().equals(story.replyTo(0)))
                        .count());
        assertEquals(2, story.replies("2026-03-03T11:00").size());
        assertEquals(
                TouchpointState.DONE, story.replies("2026-03-03T11:00").get(0).state());
        assertEquals(story.replyTo(3), story.replies("2026-03-03T11:00").get(1).id());
        assertEquals(
                story.at("2026-03-03T14:00"),
                story.replies("2026-03-03T11:00").get(1).answerBy());
    }

    @Test
    void isAnotherWhereAnEarlierWordIsToldOfLate() {
        // Given
        Story story = Story.inBerlin().inbound("2026-03-02T14:00", REPLIED).inbound("2026-03-02T11:00", REPLIED);

        // Then
        assertEquals(story.replyTo(1), story.replies("2026-03-02T15:00").get(0).id());
        assertEquals(1, story.replies("2026-03-02T15:00").size());
    }

    @Test
    void letsThePlanWait() {
        // Given step 1 was due on Monday when they wrote
        Story story = Story.inBerlin().released(1, "2026-03-02").inbound("2026-03-02T11:00", REPLIED);
        Plan plan = story.plan("2026-03-02T12:00");

        // Then it is planned again, and nothing is to be released
        assertEquals(Waiting.REPLY_OWED, plan.waitingFor());
        assertEquals("ppppppp", story.states("2026-03-02T12:00"));
        assertEquals(
                0, plan.touchpoints().stream().filter(PlannedTouchpoint::next).count());
    }

    @Test
    void showsThePlanAsIfTheWaitEndedNow() {
        // Given step 1 done on Monday; they wrote on Tuesday, and it is Friday
        Story story = Story.inBerlin().outbound("2026-03-02T11:00", NONE).inbound("2026-03-03T11:00", REPLIED);

        // Then
        assertEquals(
                "2026-03-02 2026-03-11 2026-03-18 2026-03-27 2026-04-08 2026-04-22 2026-05-06",
                story.dates("2026-03-06T12:00"));
        assertEquals("2026-03-10", story.step(2, "2026-03-05T12:00").dueOn().toString());
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"NO_ANSWER", "NO_SHOW", "NEVER", "AUTO_REPLY"})
    void isClosedByAnyOutboundThatReachesThem(Outcome outcome) {
        // Given
        Story story = Story.inBerlin().inbound("2026-03-02T11:00", REPLIED).outbound("2026-03-02T14:00", outcome);
        PlannedTouchpoint reply = story.replies("2026-03-02T15:00").get(0);

        // Then
        assertEquals(TouchpointState.DONE, reply.state());
        assertEquals(story.interactions.get(1).id(), reply.closedBy());
        assertEquals(story.at("2026-03-02T14:00"), reply.closedAt());
    }

    @ParameterizedTest
    @CsvSource({"NO_ANSWER, 2026-03-03T10:00", "NO_SHOW, 2026-03-02T15:00"})
    void isNotClosedByATryAndOnlyANoAnswerRestartsItsClock(Outcome outcome, String answerBy) {
        // Given at eleven they wrote, at two we tried: three hours of the day, one of the next
        Story story = Story.inBerlin().inbound("2026-03-02T11:00", REPLIED).outbound("2026-03-02T14:00", outcome);
        PlannedTouchpoint reply = story.replies("2026-03-02T15:00").get(0);

        // Then
        assertEquals(TouchpointState.DUE, reply.state());
        assertEquals(story.at(answerBy), reply.answerBy());
        assertEquals("2026-03-02", reply.dueOn().toString());
    }

    @Test
    void isClosedByTheDecisionThatNoneIsNeeded() {
        // Given
        Story story = Story.inBerlin().outbound("2026-03-02T11:00", NONE).inbound("2026-03-03T11:00", REPLIED);
        story.skip(story.replyTo(1), "2026-03-04T11:00", "2026-03-03");
        PlannedTouchpoint reply = story.replies("2026-03-04T12:00").get(0);

        // Then the plan goes on from that
        assertEquals(TouchpointState.SKIPPED, reply.state());
        assertEquals(story.decisions.get(0).id(), reply.closedBy());
        assertEquals("2026-03-04", reply.dueOn().toString());
        assertEquals("2026-03-09", story.step(2, "2026-03-04T12:00").dueOn().toString());
        assertNull(story.plan("2026-03-04T12:00").waitingFor());
    }

    @Test
    void isNotClosedByTheDecisionAboutAnEarlierOne() {
        // Given
        Story story = Story.inBerlin().inbound("2026-03-02T11:00", REPLIED);
        story.skip(story.replyTo(0), "2026-03-02T12:00", "2026-03-02")
                .inbound("2026-03-02T13:00", REPLIED)
                .skip(story.replyTo(0), "2026-03-02T14:00", "2026-03-02");

        // Then
        assertEquals(
                TouchpointState.SKIPPED,
                story.replies("2026-03-02T15:00").get(0).state());
        assertEquals(
                TouchpointState.DUE, story.replies("2026-03-02T15:00").get(1).state());
    }

    @Test
    void staysOwedWhenItsEnrollmentEnds() {
        // Given they wrote that they buy
        Story story = Story.inBerlin().inbound("2026-03-02T11:00", Outcome.WON);

        // Then
        assertEquals(
                TouchpointState.DUE, story.replies("2026-03-02T12:00").get(0).state());
        assertEquals("ccccccc", story.states("2026-03-02T12:00"));
        assertNull(story.plan("2026-03-02T12:00").waitingFor());
    }

    @Test
    void asksTheOwnersHours() {
        // Given Monday, 16:30 in Los Angeles: half an hour of Monday, three and a half of Tuesday
        Story story = Story.of(RepBuilder.in("America/Los_Angeles"))
                .inbound("2026-03-03T00:30:00Z", REPLIED)
                .outbound("2026-03-03T00:30:00Z", NO_ANSWER);
        PlannedTouchpoint reply = story.replies("2026-03-03T01:00:00Z").get(0);

        // Then
        assertEquals("2026-03-02", reply.dueOn().toString());
        assertEquals(story.at("2026-03-03T20:30:00Z"), reply.answerBy());
    }

    @Test
    void isClosedByTheDecisionAlsoWhereAnEarlierWordIsToldOfLater_P1() {
        // Given they wrote twice, and no answer was needed
        Story story = Story.inBerlin().inbound("2026-03-02T14:00", REPLIED);
        story.skip(story.replyTo(0), "2026-03-02T15:00", "2026-03-02");

        // When the first of the two is told of
        story.inbound("2026-03-02T11:00", REPLIED);

        // Then
        assertNull(story.plan("2026-03-02T16:00").waitingFor());
        assertEquals(
                TouchpointState.SKIPPED,
                story.replies("2026-03-02T16:00").get(0).state());
    }
}
