package io.sevenfold.cadence.planning;

import static io.sevenfold.cadence.planning.PlannerPropertyTest.always;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sevenfold.events.Outcome;
import io.sevenfold.events.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** S1's and S2's laws, for any history. */
@Timeout(120)
class StrengthPropertyTest {

    @Test
    void staysFrom0To100AndIsTheSumOfWhatInteractionsGave() {
        always(history -> {
            StageAndStrength asked = asked(history.story(), history.now());
            double sum = asked.given().stream()
                    .mapToDouble(Strength.Given::points)
                    .peek(points -> assertTrue(points > 0))
                    .sum();
            assertEquals(Math.min(100, sum), asked.strength(), 0.5 + 1e-9);
        });
    }

    @Test
    void silenceNeverRaisesIt() {
        always(history -> {
            int before = 100;
            for (int hours = 0; hours < 24 * 800; hours += 101) {
                int strength = asked(history.story(), history.now().plus(Duration.ofHours(hours)))
                        .strength();
                assertTrue(strength <= before, hours + " hours later it is " + strength + ", not " + before);
                before = strength;
            }
        });
    }

    @Test
    void moreFromThemNeverLowersIt() {
        always(history -> {
            Random random = new Random(history.lines().size());
            int before = asked(history.story(), history.now()).strength();
            for (int i = 0; i < 20; i++) {
                Instant at = history.now().minus(Duration.ofMinutes(random.nextInt(60 * 24 * 100)));
                Outcome outcome = Outcome.values()[random.nextInt(Outcome.values().length)];
                int after = asked(history.story().inbound(at.toString(), outcome), history.now())
                        .strength();
                assertTrue(after >= before, outcome + " of " + at + " makes it " + after + ", not " + before);
            }
        });
    }

    @Test
    void oursAloneNeverTakesItPast30NorBeyondReaching() {
        always(history -> {
            Story story = history.story();
            story.interactions.removeIf(it -> Side.of(it) == Side.THEIRS);
            for (int i = 0; i < 40; i++) {
                story.outbound(history.now().minus(Duration.ofDays(i)).toString(), Outcome.NO_ANSWER);
            }
            assertTrue(asked(story, history.now()).strength() <= 30);
            assertEquals(Stage.REACHING, asked(story, history.now()).stage());
        });
    }

    @Test
    void automaticRepliesCountNothing() {
        always(history -> {
            Story without = history.story();
            without.interactions.removeIf(it -> it.outcome() == Outcome.AUTO_REPLY);
            assertEquals(asked(without, history.now()), asked(history.story(), history.now()));
        });
    }

    @Test
    void arrivalOrderChangesNothing() {
        // P1
        always(history -> {
            Story story = history.story();
            StageAndStrength asked = asked(story, history.now());
            Collections.shuffle(story.interactions, new Random(1));
            assertEquals(asked, asked(story, history.now()));
        });
    }

    @Test
    void timeAloneChangesItJustWhenItSaysSo() {
        always(history -> {
            StageAndStrength before = asked(history.story(), history.now());
            for (int changes = 0; before.changesAt() != null; changes++) {
                assertTrue(changes < 200, "it goes on changing");
                Instant next = before.changesAt();
                StageAndStrength justBefore = asked(history.story(), next.minusSeconds(2));
                StageAndStrength then = asked(history.story(), next);
                if (next.minusSeconds(2).isAfter(history.now())) {
                    assertTrue(isSame(before, justBefore), "it changed before " + next);
                }
                assertFalse(isSame(before, then), "nothing changed at " + next);
                assertTrue(then.changesAt() == null || then.changesAt().isAfter(next));
                before = then;
            }
            assertEquals(0, before.strength());
        });
    }

    private static boolean isSame(StageAndStrength one, StageAndStrength other) {
        return one.stage() == other.stage() && one.strength() == other.strength();
    }

    private static StageAndStrength asked(Story story, Instant now) {
        return StageAndStrength.of(story.situation(), ConnectionStory.MONTH, false, now);
    }
}
