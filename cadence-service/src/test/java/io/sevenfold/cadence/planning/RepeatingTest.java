package io.sevenfold.cadence.planning;

import static io.sevenfold.events.Outcome.NONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.sevenfold.events.Outcome;
import io.sevenfold.events.Purpose;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Care and keep-in-touch repeat (Terms, P3: of a repeating cadence, one round is planned). */
class RepeatingTest {

    /** Two steps, after one month and three more, from Monday, 2 March. */
    private static Story care() {
        return Story.inBerlin().months(1, 3).purpose(Purpose.CARE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Purpose.class,
            names = {"CARE", "KEEP_IN_TOUCH"})
    void oneRoundIsPlanned(Purpose purpose) {
        assertEquals("2026-04-02 2026-07-02", care().purpose(purpose).dates("2026-03-02T12:00"));
    }

    @Test
    void theNextRoundBeginsWhenTheLastStepIsDoneAndCountsOnFromIt() {
        // Given
        Story story = care().outbound("2026-04-02T11:00", NONE);
        assertEquals("Xp", story.states("2026-04-02T12:00"));

        // When
        story.outbound("2026-07-02T11:00", NONE);

        // Then a month after 2 July is a Sunday
        assertEquals("XXpp", story.states("2026-07-02T12:00"));
        assertEquals("2026-04-02 2026-07-02 2026-08-03 2026-11-03", story.dates("2026-07-02T12:00"));
        assertEquals(1, story.step(3, "2026-07-02T12:00").step());
    }

    @Test
    void theNextRoundBeginsWhenTheLastStepIsSkipped() {
        // Given
        Story story = care().outbound("2026-04-02T11:00", NONE).skip(Story.step(2), "2026-05-04T11:00", "2026-07-02");

        // Then P2: from the date it had
        assertEquals("Xspp", story.states("2026-05-04T12:00"));
        assertEquals("2026-08-03", story.step(3, "2026-05-04T12:00").dueOn().toString());
    }

    @Test
    void theNextRoundBeginsOnlyWhenNoStepIsOpen() {
        // Given the last done ahead of the first
        Story story = care().outbound("2026-03-03T11:00", NONE, Story.step(2));
        assertEquals("pX", story.states("2026-03-03T12:00"));

        // Then
        assertEquals("XXpp", story.outbound("2026-04-02T11:00", NONE).states("2026-04-02T12:00"));
    }

    @Test
    void touchpointsDifferByRound() {
        // Given
        Story story = care().outbound("2026-04-02T11:00", NONE).outbound("2026-07-02T11:00", NONE);

        // Then
        List<UUID> ids = Story.steps(story.plan("2026-07-02T12:00")).stream()
                .map(PlannedTouchpoint::id)
                .toList();
        assertEquals(
                List.of(
                        Story.step(1),
                        Story.step(2),
                        TouchpointIds.step(Story.ENROLLMENT, "step-1", 2),
                        TouchpointIds.step(Story.ENROLLMENT, "step-2", 2)),
                ids);
    }

    @Test
    void neverCompletesNorIsEverAllSkipped() {
        // Given five years of quarterly calls
        Story done = care();
        Story skipped = care();
        for (int month = 0; month < 60; month += 3) {
            String at = "%d-%02d-15T11:00".formatted(2026 + (month + 3) / 12, (month + 3) % 12 + 1);
            done.outbound(at, NONE);
            int round = month / 6 + 1;
            int step = month / 3 % 2 + 1;
            skipped.skip(TouchpointIds.step(Story.ENROLLMENT, "step-" + step, round), at, at.substring(0, 10));
        }

        // Then
        assertNull(done.plan("2031-12-01T12:00").end());
        assertEquals("X".repeat(20) + "pp", done.states("2031-12-01T12:00"));
        assertNull(skipped.plan("2031-12-01T12:00").end());
        assertEquals("s".repeat(20) + "pp", skipped.states("2031-12-01T12:00"));
    }

    @Test
    void theRoundThatBeganIsGoneWhereItsCauseIsCorrectedAway() {
        // Given
        Story story = care().outbound("2026-04-02T11:00", NONE).outbound("2026-07-02T11:00", NONE);

        // Then
        assertEquals("Xp", story.removed(1).states("2026-07-02T12:00"));
    }

    @Test
    void aReleaseOfARoundIsOfThatRoundOnly() {
        // Given step 1 of the first round was due and done
        Story story = care().releasedWithBasis(Story.step(1), "2026-04-02")
                .outbound("2026-04-03T11:00", NONE)
                .outbound("2026-07-03T11:00", Outcome.REPLIED);

        // Then
        assertEquals("XXpp", story.states("2026-08-03T12:00"));
    }
}
