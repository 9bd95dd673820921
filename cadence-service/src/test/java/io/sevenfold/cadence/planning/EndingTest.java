package io.sevenfold.cadence.planning;

import static io.sevenfold.events.Outcome.NEVER;
import static io.sevenfold.events.Outcome.NONE;
import static io.sevenfold.events.Outcome.REPLIED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.sevenfold.cadence.planning.Plan.End;
import io.sevenfold.events.EndReason;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.TouchpointState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How an enrollment ends (P2; DOMAIN.md, What an interaction does: never, won, lost). */
class EndingTest {

    private static final String LATER = "2026-04-01T12:00";

    @ParameterizedTest
    @CsvSource({
        "OUTBOUND, WON, WON",
        "INBOUND, WON, WON",
        "OUTBOUND, LOST, LOST",
        "INBOUND, LOST, LOST",
        "OUTBOUND, NEVER, OPTED_OUT",
        "INBOUND, NEVER, OPTED_OUT"
    })
    void comesFromEitherSide(String direction, Outcome outcome, EndReason reason) {
        // Given step 1 done
        Story story = Story.inBerlin().outbound("2026-03-02T11:00", NONE);

        // When
        story = direction.equals("OUTBOUND")
                ? story.outbound("2026-03-05T11:00", outcome)
                : story.inbound("2026-03-05T11:00", outcome);

        // Then what was done stays, an outbound did its step, the others are cancelled on that date
        assertEquals(
                new End(reason, story.at("2026-03-05T11:00"), null),
                story.plan(LATER).end());
        assertEquals(direction.equals("OUTBOUND") ? "XXccccc" : "Xcccccc", story.states(LATER));
        assertEquals("2026-03-05", story.step(3, LATER).dueOn().toString());
        assertNull(story.plan(LATER).waitingFor());
    }

    @Test
    void isTheFirstOne() {
        // Given
        Story story =
                Story.inBerlin().outbound("2026-03-04T11:00", Outcome.WON).outbound("2026-03-03T11:00", Outcome.LOST);

        // Then
        assertEquals(EndReason.LOST, story.plan(LATER).end().reason());
    }

    @Test
    void leavesNoStepToBeDoneOrSkipped() {
        // Given
        Story story = Story.inBerlin()
                .outbound("2026-03-02T11:00", Outcome.LOST)
                .outbound("2026-03-05T11:00", NONE)
                .outbound("2026-03-06T11:00", NONE, Story.step(3))
                .skip(Story.step(4), "2026-03-06T12:00", "2026-03-23");

        // Then
        assertEquals("Xcccccc", story.states(LATER));
    }

    @Test
    void doesNotComeFromAWinOrLossBeforeTheEnrollment() {
        // Given
        Story story =
                Story.inBerlin().outbound("2026-02-27T11:00", Outcome.LOST).inbound("2026-02-27T12:00", Outcome.WON);

        // Then
        assertNull(story.plan("2026-03-02T11:00").end());
    }

    @ParameterizedTest
    @CsvSource({
        // steps done, steps skipped
        "7, 0, COMPLETED",
        "6, 1, COMPLETED",
        "5, 2, COMPLETED",
        "4, 3, SKIPPED",
        "1, 6, SKIPPED",
        "0, 7, SKIPPED",
    })
    void isCompletedWithFiveDoneElseSkipped(int done, int skipped, EndReason reason) {
        // Given
        Story story = Story.inBerlin();
        for (int step = 1; step <= done + skipped; step++) {
            String at = "2026-03-%02dT11:00".formatted(step + 1);
            story = step <= done
                    ? story.outbound(at, NONE, Story.step(step))
                    : story.skip(Story.step(step), at, "2026-03-02");
        }

        // Then at the last of them
        assertEquals(
                new End(reason, story.at("2026-03-08T11:00"), null),
                story.plan(LATER).end());
    }

    @ParameterizedTest
    @CsvSource({"WON, WON", "LOST, LOST", "NEVER, OPTED_OUT", "NOT_NOW, COMPLETED"})
    void byTheLastStepsOutcomeGoesBeforeCompletion(Outcome outcome, EndReason reason) {
        // Given
        Story story = Story.inBerlin();
        for (int step = 1; step <= 6; step++) {
            story.outbound("2026-03-%02dT11:00".formatted(step + 1), NONE, Story.step(step));
        }
        story.outbound("2026-03-10T11:00", outcome);

        // Then
        assertEquals(reason, story.plan(LATER).end().reason());
        assertEquals("XXXXXXX", story.states(LATER));
    }

    @Test
    void isNoLongerOnceAnInteractionThatClosedAStepIsRemoved() {
        // Given five steps, all done
        Story story = Story.inBerlin().gaps(0, 1, 1, 1, 1);
        for (int day = 2; day <= 6; day++) {
            story.outbound("2026-03-0%dT11:00".formatted(day), NONE);
        }
        assertEquals(EndReason.COMPLETED, story.plan(LATER).end().reason());

        // Then
        assertNull(story.removed(4).plan(LATER).end());
    }

    @Test
    void byNeverCountsAlsoFromBeforeTheEnrollment() {
        // Given
        Story story = Story.inBerlin().inbound("2026-02-02T11:00", NEVER).outbound("2026-03-02T11:00", NONE);

        // Then it ended as it started, and the call did nothing
        assertEquals(
                new End(EndReason.OPTED_OUT, story.at("2026-03-02T10:00"), null),
                story.plan(LATER).end());
        assertEquals("ccccccc", story.states(LATER));
    }

    @ParameterizedTest
    @CsvSource({
        // never on 2 February, enrolled on 2 March at ten
        "2026-02-10T11:00, ", // lifted in between: free
        "2026-03-02T10:00, ",
        "2026-02-01T11:00, OPTED_OUT", // lifted before it was said
        "2026-03-10T11:00, OPTED_OUT", // lifted after the enrollment had ended: nothing starts by itself
    })
    void byNeverFromBeforeAsksWhetherItWasLifted(String lifted, EndReason reason) {
        // Given
        Story story = Story.inBerlin().inbound("2026-02-02T11:00", NEVER).lifted(lifted);

        // Then
        End end = story.plan(LATER).end();
        assertEquals(reason, end == null ? null : end.reason());
    }

    @Test
    void byNeverSinceTheEnrollmentStandsAlsoWhenLifted() {
        // Given
        Story story = Story.inBerlin().inbound("2026-03-03T11:00", NEVER).lifted("2026-03-10T11:00");

        // Then
        assertEquals(EndReason.OPTED_OUT, story.plan(LATER).end().reason());
    }

    @Test
    void byOptOutIsADecisionToo() {
        // Given
        Story story = Story.inBerlin().outbound("2026-03-02T11:00", NONE).optOut("2026-03-03T11:00");

        // Then
        assertEquals(
                new End(EndReason.OPTED_OUT, story.at("2026-03-03T11:00"), null),
                story.plan(LATER).end());
        assertEquals("Xcccccc", story.states(LATER));
    }

    @Test
    void byNeverOwesNoReplyAnyMore() {
        // Given they wrote, and then: never
        Story story = Story.inBerlin().inbound("2026-03-02T11:00", REPLIED).inbound("2026-03-02T12:00", NEVER);

        // Then
        assertEquals(TouchpointState.CANCELLED, story.replies(LATER).get(0).state());
        assertEquals(1, story.replies(LATER).size());
    }

    @Test
    void byNeverLetsOnlyAReplyBeOwedWhenTheyWriteFirst() {
        // Given
        Story story = Story.inBerlin().inbound("2026-03-02T11:00", NEVER).inbound("2026-03-10T11:00", REPLIED);

        // Then
        assertEquals(TouchpointState.DUE, story.replies(LATER).get(0).state());
        assertEquals("ccccccc", story.states(LATER));
        assertEquals(EndReason.OPTED_OUT, story.plan(LATER).end().reason());
    }

    @Test
    void byNeverStaysLiftedForWhatStartedThenAlsoWhenLiftedAgain_P6() {
        // Given never, lifted, enrolled, two touches; then never again
        Story story = Story.inBerlin()
                .inbound("2026-02-02T11:00", NEVER)
                .lifted("2026-02-10T11:00")
                .outbound("2026-03-02T11:00", NONE)
                .outbound("2026-03-05T11:00", NONE)
                .inbound("2026-03-10T11:00", NEVER);
        assertEquals("XXccccc", story.states(LATER));

        // When that is lifted too
        story.lifted("2026-03-12T11:00");

        // Then
        assertEquals("XXccccc", story.states(LATER));
        assertEquals(
                new End(EndReason.OPTED_OUT, story.at("2026-03-10T11:00"), null),
                story.plan(LATER).end());
    }

    @Test
    void byNeverIsShownWhereTheyWriteAfterIt() {
        // Given
        Story story = Story.inBerlin().inbound("2026-03-02T11:00", NEVER).inbound("2026-03-10T11:00", REPLIED);

        // Then
        assertEquals(
                "Ada asked for no more contact, and has now written first. Answer what they asked, and nothing more.",
                story.replies(LATER).get(0).guidance());
    }
}
