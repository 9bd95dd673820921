package io.sevenfold.cadence.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.sevenfold.events.Outcome;
import io.sevenfold.events.TouchpointState;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** "Which touchpoint an outbound does" (DOMAIN.md, What an interaction does). */
class OutboundTest {

    @Test
    void doesTheStepItNames() {
        // Given
        Story story = Story.inBerlin().outbound("2026-03-02T11:00", Outcome.NONE, Story.step(2));

        // Then
        assertEquals("pXppppp", story.states("2026-03-02T12:00"));
        assertEquals(
                story.interactions.get(0).id(),
                story.step(2, "2026-03-02T12:00").closedBy());
        assertEquals(
                story.at("2026-03-02T11:00"), story.step(2, "2026-03-02T12:00").closedAt());
    }

    @Test
    void doesNoneWhereTheOneItNamesIsNotOpen() {
        // Given one names a step done, one a step skipped, one something else
        Story story = Story.inBerlin()
                .outbound("2026-03-02T11:00", Outcome.NONE)
                .outbound("2026-03-03T11:00", Outcome.NONE, Story.step(1))
                .skip(Story.step(2), "2026-03-03T12:00", "2026-03-05")
                .outbound("2026-03-04T11:00", Outcome.NONE, Story.step(2))
                .outbound("2026-03-05T11:00", Outcome.NONE, new UUID(9, 9));

        // Then
        assertEquals("Xsppppp", story.states("2026-03-05T12:00"));
    }

    @Test
    void doesTheEarliestOpenStepWhereItNamesNone() {
        // Given step 1 skipped, step 2 done ahead
        Story story = Story.inBerlin()
                .skip(Story.step(1), "2026-03-02T11:00", "2026-03-02")
                .outbound("2026-03-02T12:00", Outcome.NONE, Story.step(2))
                .outbound("2026-03-03T12:00", Outcome.NONE);

        // Then
        assertEquals("sXXpppp", story.states("2026-03-03T13:00"));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"MEETING_CANCELLED", "NO_SHOW", "AUTO_REPLY"})
    void doesItsStepWhateverCameOfIt(Outcome outcome) {
        assertEquals(
                TouchpointState.DONE,
                Story.inBerlin()
                        .outbound("2026-03-02T11:00", outcome)
                        .step(1, "2026-03-02T12:00")
                        .state());
    }

    @ParameterizedTest
    @EnumSource(names = {"MEETING_CANCELLED", "NO_SHOW"})
    void thatNeverReachedOutDoesNoneAndIsNoTouch(Outcome outcome) {
        // Given one that names a step, one that names none
        Story story = Story.inBerlin()
                .outbound("2026-03-03T11:00", outcome, Story.step(1))
                .outbound("2026-03-03T12:00", outcome);

        // Then
        assertEquals("ppppppp", story.states("2026-03-03T13:00"));
        assertEquals(
                "The day of the start of the cadence, Mon 2 Mar; Moved on from Mon 2 Mar, which is over",
                story.words(1, "2026-03-03T13:00"));
    }

    @Test
    void aDoubleDialOnOneDateIsOneTry() {
        // Given two calls on Monday, one on Tuesday
        Story story = Story.inBerlin()
                .outbound("2026-03-02T11:00", Outcome.NO_ANSWER)
                .outbound("2026-03-02T15:00", Outcome.NO_ANSWER);
        assertEquals("Xpppppp", story.states("2026-03-02T16:00"));

        // Then
        assertEquals(
                "XXppppp", story.outbound("2026-03-03T11:00", Outcome.NO_ANSWER).states("2026-03-03T12:00"));
    }

    @Test
    void aDoubleDialIsOneDateInTheOwnersZone() {
        // Given 23:30 and 00:30 UTC: one date in Tokyo, two in London
        Story tokyo = Story.of(RepBuilder.in("Asia/Tokyo"))
                .enrolled("2026-03-01T23:00:00Z")
                .outbound("2026-03-02T23:30:00Z", Outcome.NO_ANSWER)
                .outbound("2026-03-03T00:30:00Z", Outcome.NO_ANSWER);

        // Then
        assertEquals("Xpppppp", tokyo.states("2026-03-03T01:00:00Z"));
        assertEquals("XXppppp", tokyo.owner(RepBuilder.in("Europe/London")).states("2026-03-03T01:00:00Z"));
    }

    @Test
    void aSecondOnADateDoesTheStepItNames() {
        // Given
        Story story = Story.inBerlin()
                .outbound("2026-03-02T11:00", Outcome.NO_ANSWER)
                .outbound("2026-03-02T15:00", Outcome.NONE, Story.step(2));

        // Then
        assertEquals("XXppppp", story.states("2026-03-02T16:00"));
    }

    @Test
    void doesNoStepWhileAReplyIsOwed() {
        // Given they wrote; one call reached nobody, the next answered
        Story story = Story.inBerlin()
                .inbound("2026-03-02T11:00", Outcome.REPLIED)
                .outbound("2026-03-02T12:00", Outcome.NO_ANSWER)
                .outbound("2026-03-03T12:00", Outcome.NONE);

        // Then
        assertEquals("ppppppp", story.states("2026-03-03T13:00"));
        assertEquals(
                TouchpointState.DONE, story.replies("2026-03-03T13:00").get(0).state());
    }

    @Test
    void doesNoStepOnTheDateOfAnAnswer() {
        // Given
        Story story = Story.inBerlin()
                .inbound("2026-03-02T11:00", Outcome.REPLIED)
                .outbound("2026-03-02T12:00", Outcome.NONE)
                .outbound("2026-03-02T15:00", Outcome.NONE);
        assertEquals("ppppppp", story.states("2026-03-02T16:00"));

        // Then
        assertEquals("Xpppppp", story.outbound("2026-03-03T12:00", Outcome.NONE).states("2026-03-03T13:00"));
    }

    @Test
    void aTryAtAnAnswerThatWasThenNotNeededDidNotCount() {
        // Given
        Story story = Story.inBerlin()
                .inbound("2026-03-02T11:00", Outcome.REPLIED)
                .outbound("2026-03-02T12:00", Outcome.NO_ANSWER);
        story.skip(story.replyTo(0), "2026-03-02T13:00", "2026-03-02").outbound("2026-03-02T15:00", Outcome.NONE);

        // Then
        assertEquals("Xpppppp", story.states("2026-03-02T16:00"));
    }

    @Test
    void doesTheStepItNamesAndAnswersTooWhileAReplyIsOwed() {
        // Given
        Story story = Story.inBerlin()
                .inbound("2026-03-02T11:00", Outcome.REPLIED)
                .outbound("2026-03-02T12:00", Outcome.REPLIED, Story.step(1));

        // Then
        assertEquals("Xpppppp", story.states("2026-03-02T13:00"));
        assertEquals(
                TouchpointState.DONE, story.replies("2026-03-02T13:00").get(0).state());
    }

    @Test
    void fromBeforeTheEnrollmentDoesNone() {
        // Given one before it, one in its very instant
        assertEquals(
                "ppppppp",
                Story.inBerlin().outbound("2026-03-02T09:59", Outcome.NONE).states("2026-03-02T12:00"));
        assertEquals(
                "Xpppppp",
                Story.inBerlin().outbound("2026-03-02T10:00", Outcome.NONE).states("2026-03-02T12:00"));
    }

    @Test
    void thatTheySpokeInCountsAsTheirs() {
        // Given
        Story story = Story.inBerlin()
                .outbound("2026-03-02T11:00", Outcome.NO_ANSWER)
                .outbound("2026-03-03T11:00", Outcome.NONE);
        assertNull(story.plan("2026-03-03T12:00").lastTheirs());

        // Then they talked, and nothing is owed
        story.outbound("2026-03-04T11:00", Outcome.REPLIED);
        assertEquals(
                story.at("2026-03-04T11:00"), story.plan("2026-03-04T12:00").lastTheirs());
        assertEquals(0, story.replies("2026-03-04T12:00").size());

        // And an automatic answer is not theirs
        story.inbound("2026-03-05T11:00", Outcome.AUTO_REPLY);
        assertEquals(
                story.at("2026-03-04T11:00"), story.plan("2026-03-05T12:00").lastTheirs());
    }
}
