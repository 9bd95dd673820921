package io.sevenfold.cadence.planning;

import static io.sevenfold.events.Direction.OUTBOUND;
import static io.sevenfold.events.Outcome.NONE;
import static io.sevenfold.events.Outcome.WRONG_PERSON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sevenfold.cadence.planning.Plan.End;
import io.sevenfold.events.EndReason;
import io.sevenfold.events.Intent;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.Purpose;
import io.sevenfold.events.Waiting;
import org.junit.jupiter.api.Test;

/** DOMAIN.md, What an interaction does: wrong-person. */
class WrongPersonTest {

    private static final String LATER = "2026-05-01T12:00";

    /** Said in the call on Monday, 2 March, which was step 1. */
    private static Story wrongPerson() {
        return Story.inBerlin().outbound("2026-03-02T11:00", WRONG_PERSON);
    }

    @Test
    void nextStepAsksForAnIntroductionWithThanksAfterTenDaysOfRest() {
        // Given
        PlannedTouchpoint next = wrongPerson().step(2, "2026-03-02T12:00");

        // Then
        assertEquals(Intent.ASK, next.intent());
        assertTrue(next.guidance().contains("Thank Ada") && next.guidance().contains("introduction"));
        assertEquals("2026-03-16", next.dueOn().toString());
        assertEquals("gap after-no", wrongPerson().codes(2, "2026-03-02T12:00"));
        assertTrue(next.next());
    }

    @Test
    void nextStepFallsOnTheDateThatWasSaid() {
        // Given
        Story story = Story.inBerlin().until(OUTBOUND, "2026-03-02T11:00", WRONG_PERSON, "2026-03-20");

        // Then
        assertEquals("2026-03-20", story.step(2, "2026-03-02T12:00").dueOn().toString());
    }

    @Test
    void laterStepsAreCancelledFromThatInstantOn() {
        // Given
        Story story = wrongPerson();
        assertEquals("Xpccccc", story.states("2026-03-02T12:00"));
        assertNull(story.plan("2026-03-02T12:00").end());

        // When the introduction is asked for
        story.outbound("2026-03-16T11:00", NONE);

        // Then it ended, and they stay as they were
        assertEquals("XXccccc", story.states(LATER));
        assertEquals(
                new End(EndReason.WRONG_PERSON, story.at("2026-03-16T11:00"), null),
                story.plan(LATER).end());
        assertEquals(story.at("2026-03-02T11:00"), story.step(3, LATER).closedAt());
        assertEquals(Intent.ASK, story.step(2, LATER).intent());
        assertTrue(story.step(2, LATER).guidance().contains("introduction"));
    }

    @Test
    void endsAlsoWithTheIntroductionSkipped() {
        // Given
        Story story = wrongPerson().skip(Story.step(2), "2026-03-10T11:00", "2026-03-16");

        // Then
        assertEquals("Xsccccc", story.states(LATER));
        assertEquals(
                new End(EndReason.WRONG_PERSON, story.at("2026-03-10T11:00"), null),
                story.plan(LATER).end());
    }

    @Test
    void endsAtOnceWhereNoStepIsLeft() {
        // Given six steps done, and the last with the news
        Story story = Story.inBerlin();
        for (int step = 1; step <= 6; step++) {
            story.outbound("2026-03-%02dT11:00".formatted(step + 1), NONE, Story.step(step));
        }
        story.outbound("2026-03-10T11:00", WRONG_PERSON);

        // Then
        assertEquals(
                new End(EndReason.WRONG_PERSON, story.at("2026-03-10T11:00"), null),
                story.plan(LATER).end());
        assertEquals("XXXXXXX", story.states(LATER));
    }

    @Test
    void aStepThatWasCancelledIsNeitherDoneNorSkippedNorMadeTheIntroduction() {
        // Given a call that names step 4, and a skip of step 5
        Story story = wrongPerson()
                .outbound("2026-03-03T11:00", NONE, Story.step(4))
                .skip(Story.step(5), "2026-03-03T12:00", "2026-03-16");

        // Then
        assertEquals("Xpccccc", story.states("2026-03-03T13:00"));
    }

    @Test
    void saidByThemItOwesAReplyFirst() {
        // Given
        Story story = Story.inBerlin().outbound("2026-03-02T11:00", NONE).inbound("2026-03-03T11:00", WRONG_PERSON);
        assertEquals(Waiting.REPLY_OWED, story.plan("2026-03-03T12:00").waitingFor());

        // When
        story.outbound("2026-03-03T13:00", NONE);

        // Then the answer did no step
        assertEquals("Xpccccc", story.states("2026-03-03T14:00"));
        assertEquals("2026-03-17", story.step(2, "2026-03-03T14:00").dueOn().toString());
    }

    @Test
    void saidTwiceItIsAskedForOnce() {
        // Given they say it again, and are answered
        Story twice = wrongPerson().inbound("2026-03-04T11:00", WRONG_PERSON).outbound("2026-03-04T12:00", NONE);
        // and again in the call that asked
        Story again = wrongPerson().outbound("2026-03-16T11:00", WRONG_PERSON);

        // Then
        assertEquals("Xpccccc", twice.states("2026-03-04T13:00"));
        assertEquals("2026-03-18", twice.step(2, "2026-03-04T13:00").dueOn().toString());
        assertEquals("XXccccc", again.states(LATER));
        assertEquals(EndReason.WRONG_PERSON, again.plan(LATER).end().reason());
    }

    @Test
    void correctedAwayAllStepsAreOpenAgain() {
        // Given it had ended
        Story story = wrongPerson().outbound("2026-03-16T11:00", NONE);

        // When it was an ordinary call
        story.corrected(0, "2026-03-02T11:00", NONE, null);

        // Then
        assertEquals("XXppppp", story.states("2026-03-16T12:00"));
        assertNull(story.plan("2026-03-16T12:00").end());
        assertFalse(story.step(2, "2026-03-16T12:00").guidance().contains("introduction"));
    }

    @Test
    void anotherEndGoesBeforeTheIntroduction() {
        // Given
        Story story = wrongPerson().inbound("2026-03-05T11:00", Outcome.WON);

        // Then
        assertEquals("Xcccccc", story.states(LATER));
        assertEquals(EndReason.WON, story.plan(LATER).end().reason());
    }

    @Test
    void saidBeforeTheEnrollmentItIsARestOnly() {
        // Given they were enrolled again on Monday
        Story story = Story.inBerlin().outbound("2026-02-26T11:00", WRONG_PERSON);

        // Then
        assertEquals("ppppppp", story.states("2026-03-02T12:00"));
        assertEquals("2026-03-12", story.step(1, "2026-03-02T12:00").dueOn().toString());
        assertEquals(Intent.INSIGHT, story.step(1, "2026-03-02T12:00").intent());
    }

    @Test
    void endsACadenceThatRepeatsToo() {
        // Given the news with the last step of a round
        Story story = Story.inBerlin()
                .months(1, 3)
                .purpose(Purpose.CARE)
                .outbound("2026-04-02T11:00", NONE)
                .outbound("2026-07-02T11:00", WRONG_PERSON);

        // Then the next round is the introduction alone
        assertEquals("XXpc", story.states("2026-07-02T12:00"));
        story.outbound("2026-08-03T11:00", NONE);
        assertEquals("XXXc", story.states("2026-08-03T12:00"));
        assertEquals(
                EndReason.WRONG_PERSON, story.plan("2026-08-03T12:00").end().reason());
    }
}
