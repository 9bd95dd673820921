package io.sevenfold.cadence.planning;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sevenfold.events.Channel;
import io.sevenfold.events.EndReason;
import io.sevenfold.events.Intent;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.Purpose;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** P7: a new version, applied, changes only what is not yet due, by the steps' identity, and starts nobody over. */
class P7ApplyTest {

    private static final String NOW = "2026-03-06T12:00";

    /** Old steps are 1 to 7; of the new ones those with a letter are new. What is done, or due, is marked in the outcome. */
    @ParameterizedTest(name = "{0} done, {1}: {2}")
    @CsvSource({
        "0, 1 2 3 4 5 6 7, 1p 2p 3p 4p 5p 6p 7p",
        "0, 2 1 3 4 5, 2p 1p 3p 4p 5p",
        "2, 1 2 3 4 5 6 7, 1X 2X 3p 4p 5p 6p 7p",
        "2, 1 2 a 3 5 6 7, 1X 2X ap 3p 5p 6p 7p",
        "2, a 1 2 3 4 5 6, 1X 2X 3p 4p 5p 6p",
        "2, 1 a 3 4 5, 1X 2X ap 3p 4p 5p",
        "2, a b c d e f g, 1X 2X cp dp ep fp gp",
        "2, 3 4 5 6 7 1 2, 1X 2X",
        "5, 1 2 3 4 5, 1X 2X 3X 4X 5X",
    })
    void goesOnWhereTheOldVersionStood(int done, String version, String expected) {
        // Given
        Story story = touched(done);

        // When
        story.applied(NOW, version(version), null);

        // Then
        assertEquals(expected, steps(story.plan(NOW)));
    }

    @Test
    void leavesWhatIsDueAsItIs() {
        // Given
        Story story = touched(2);

        // When
        story.applied(NOW, version("1 2 4 5 6"), Story.step(3));

        // Then
        assertEquals("1X 2X 3p 4p 5p 6p", steps(story.plan(NOW)).replace("3d", "3p"));
        assertEquals(Channel.EMAIL, Story.steps(story.plan(NOW)).get(2).channel());
        assertEquals(Channel.LETTER, Story.steps(story.plan(NOW)).get(3).channel());
    }

    @Test
    void leavesWhatWasDoneAheadInItsPlace() {
        // Given the fourth done before the second
        Story story = touched(1).outbound("2026-03-03T11:00", Outcome.NONE, Story.step(4));

        // When
        story.applied(NOW, version("1 2 3 4 5 6"), null);

        // Then no number is there twice
        assertEquals("1X 2p 3p 4X 5p 6p", steps(story.plan(NOW)));
        assertEquals(
                List.of(1, 2, 3, 4, 5, 6),
                Story.steps(story.plan(NOW)).stream().map(it -> it.step()).toList());
        assertEquals(
                "4X 2p 3p 5p",
                steps(touched(0)
                        .outbound("2026-03-03T11:00", Outcome.NONE, Story.step(4))
                        .applied(NOW, version("2 3 5"), null)
                        .plan(NOW)));
    }

    @Test
    void completesWhereNothingIsLeftToDo() {
        // Given
        Story story = touched(5);

        // When
        story.applied(NOW, version("1 2 3 4 5"), null);

        // Then
        assertEquals(EndReason.COMPLETED, story.plan(NOW).end().reason());
    }

    @Test
    void tellsTheVersionItGoesBy() {
        // Given
        Story story = touched(1).applied(NOW, version("1 2 3 4 5"), null);

        // Then
        assertEquals(2, story.plan(NOW).current().enrollment().cadence().version());
    }

    private static Story touched(int times) {
        Story story = Story.inBerlin();
        for (int step = 1; step <= times; step++) {
            story.outbound("2026-03-0%dT11:00".formatted(step + 1), Outcome.NONE, Story.step(step));
        }
        return story;
    }

    private static Cadence version(String keys) {
        List<Step> steps = Arrays.stream(keys.split(" "))
                .map(key -> new Step("step-" + key, 3, 0, Channel.LETTER, Intent.HELP, "New"))
                .toList();
        return new Cadence(new UUID(6, 1), 2, "Some", Purpose.CONNECT, steps);
    }

    private static String steps(Plan plan) {
        return Story.steps(plan).stream()
                .map(it -> key(it.id())
                        + switch (it.state()) {
                            case DONE -> "X";
                            case DUE -> "d";
                            default -> "p";
                        })
                .collect(joining(" "));
    }

    private static String key(UUID touchpoint) {
        return "1234567abcdefg"
                .chars()
                .mapToObj(key -> String.valueOf((char) key))
                .filter(key ->
                        TouchpointIds.step(Story.ENROLLMENT, "step-" + key, 1).equals(touchpoint))
                .findFirst()
                .orElseThrow();
    }
}
