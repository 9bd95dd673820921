package io.sevenfold.cadence.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.sevenfold.events.Channel;
import io.sevenfold.events.Intent;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.Purpose;
import io.sevenfold.events.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S1: the first stage that fits. The expected interval is 30 days, unless said otherwise. */
class S1StageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // nothing yet, and an automatic reply is nothing
                "                                                | 2026-03-10 | card",
                "< auto-reply 2026-03-02                         | 2026-03-10 | card",
                // only we did
                "> none 2026-03-02                               | 2026-03-10 | reaching",
                "> no-answer 2026-03-02                          | 2026-03-10 | reaching",
                "> none 2026-03-02, < auto-reply 2026-03-02      | 2026-03-10 | reaching",
                "> no-show 2026-03-02                            | 2026-03-10 | reaching",
                "> meeting-cancelled 2026-03-02                  | 2026-03-10 | reaching",
                "> none 2025-03-02                               | 2027-03-10 | reaching",
                // they ever reached back, or spoke when we did
                "< none 2026-03-02                               | 2026-03-10 | in-touch",
                "< meeting-cancelled 2026-03-02                  | 2026-03-10 | in-touch",
                "> replied 2026-03-02                            | 2026-03-10 | in-touch",
                "> not-now 2026-03-02                            | 2026-03-10 | in-touch",
                "> no-budget 2026-03-02                          | 2026-03-10 | in-touch",
                "> wrong-person 2026-03-02                       | 2026-03-10 | in-touch",
                "> never 2026-03-02                              | 2026-03-10 | in-touch",
                "> meeting-booked 2026-03-02                     | 2026-03-10 | in-touch",
                "> won 2026-03-02                                | 2026-03-10 | in-touch",
                "> lost 2026-03-02                               | 2026-03-10 | in-touch",
                // five meaningful, at least two theirs
                "> replied 2026-03-02, > replied 2026-03-03, > replied 2026-03-04, < none 2026-03-05 | 2026-03-10 | in-touch",
                "> replied 2026-03-02, > replied 2026-03-03, > replied 2026-03-04, < none 2026-03-05, > none 2026-03-06 | 2026-03-10 | in-touch",
                "> replied 2026-03-02, > replied 2026-03-03, > replied 2026-03-04, < none 2026-03-05, > no-answer 2026-03-06 | 2026-03-10 | in-touch",
                "> replied 2026-03-02, > replied 2026-03-03, > replied 2026-03-04, < none 2026-03-05, < auto-reply 2026-03-06 | 2026-03-10 | in-touch",
                "> replied 2026-03-02, > replied 2026-03-03, > replied 2026-03-04, < none 2026-03-05, > no-show 2026-03-06 | 2026-03-10 | connected",
                "> replied 2026-03-02, > replied 2026-03-03, > replied 2026-03-04, < none 2026-03-05, < none 2026-03-06 | 2026-03-10 | connected",
                "> no-show 2026-03-02, > no-show 2026-03-03, > no-show 2026-03-04, < none 2026-03-05, < none 2026-03-06 | 2026-03-10 | connected",
                "> no-show 2026-03-01, > no-show 2026-03-02, > no-show 2026-03-03, > no-show 2026-03-04, < none 2026-03-06 | 2026-03-10 | in-touch",
                // silent for more than 45 days; what we do does not break their silence
                "< none 2026-05-01                               | 2026-06-15T10:00 | in-touch",
                "< none 2026-05-01                               | 2026-06-15T10:01 | fading",
                "< none 2026-05-01, > none 2026-06-10            | 2026-06-16 | fading",
                "< none 2026-05-01, < auto-reply 2026-06-10      | 2026-06-16 | fading",
                "< none 2026-05-01, > replied 2026-06-10         | 2026-06-16 | in-touch",
                "< none 2026-05-01, < none 2026-07-10            | 2026-07-16 | in-touch",
                // nothing from them for a year
                "< none 2026-05-01                               | 2027-05-01T09:59 | fading",
                "< none 2026-05-01                               | 2027-05-01T10:00 | lost-touch",
                "< none 2024-02-29                               | 2025-02-28T10:00 | lost-touch",
                "< none 2026-05-01, > none 2027-05-01            | 2027-05-02 | lost-touch",
                "< none 2026-05-01, < none 2028-05-01            | 2028-05-02 | in-touch"
            })
    void isTheFirstThatFits(String history, String now, String stage) {
        assertEquals(
                stage,
                ConnectionStory.asked(ConnectionStory.of(history), now).stage().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                                | 2026-03-10 | ",
                "> none 2026-03-02, > none 2026-03-04            | 2026-03-10 | 2026-03-02T09:00:00Z",
                "> none 2026-03-02, < none 2026-03-04            | 2026-03-10 | 2026-03-04T09:00:00Z",
                "> none 2026-03-02, < none 2026-03-04            | 2026-06-01 | 2026-04-18T09:00:00.000001Z",
                "> none 2026-03-02, < none 2026-03-04            | 2028-06-01 | 2027-03-04T09:00:00Z",
                "< none 2026-03-04, > none 2026-05-04            | 2026-06-01 | 2026-04-18T09:00:00.000001Z",
                "< none 2026-03-04, < none 2026-03-10            | 2026-03-20 | 2026-03-04T09:00:00Z",
                "< none 2026-03-04, < none 2026-07-01            | 2026-07-02 | 2026-07-01T08:00:00Z"
            })
    void saysSinceWhen(String history, String now, Instant since) {
        assertEquals(
                since, ConnectionStory.asked(ConnectionStory.of(history), now).since());
    }

    @Test
    void isClosedForWhomNobodyMayContactWhateverHappened() {
        // Given
        Story story = ConnectionStory.of("< none 2026-03-02, < never 2026-03-04, > none 2026-03-05");
        Instant now = story.at("2026-03-06T10:00");

        // When
        StageAndStrength closed = StageAndStrength.of(story.situation(), ConnectionStory.MONTH, true, now);

        // Then
        assertEquals(Stage.CLOSED, closed.stage());
        assertEquals(story.at("2026-03-04T10:00"), closed.since());

        // When
        story.optOut("2026-03-05T12:00");

        // Then
        assertEquals(
                story.at("2026-03-05T12:00"),
                StageAndStrength.of(story.situation(), ConnectionStory.MONTH, true, now)
                        .since());
    }

    @Test
    void doesNotSaySinceWhenWhereNothingSaysWhyItIsClosed() {
        assertNull(StageAndStrength.of(
                        ConnectionStory.of("> none 2026-03-02").situation(),
                        ConnectionStory.MONTH,
                        true,
                        Instant.parse("2026-03-06T10:00:00Z"))
                .since());
    }

    @Test
    void fadesAfterOneAndAHalfOfTheLongestGapOfTheCadence() {
        // Given
        Story story = ConnectionStory.of("< none 2026-03-02");
        Duration interval = StageHistory.expectedInterval(cadence(step(5, 0), step(0, 3), step(0, 1)));

        // Then
        assertEquals(Duration.ofDays(93), interval);
        assertEquals(
                story.at("2026-03-02T10:00")
                        .plus(Duration.ofHours(139 * 24 + 12))
                        .plusNanos(1_000),
                StageAndStrength.of(story.situation(), interval, false, story.at("2027-01-01T10:00"))
                        .since());
    }

    @Test
    void expectsNothingSoonerThanIn30Days() {
        assertEquals(Duration.ofDays(30), StageHistory.expectedInterval(null));
        assertEquals(Duration.ofDays(30), StageHistory.expectedInterval(cadence(step(0, 0), step(10, 0))));
        assertEquals(Duration.ofDays(84), StageHistory.expectedInterval(cadence(step(60, 0), step(10, 0))));
    }

    @Test
    void isLostWithoutFadingWhereTheExpectedIntervalIsLongerThanAYear() {
        // Given
        Story story = Story.inBerlin().inbound("2026-03-02T10:00", Outcome.NONE);
        Duration interval = StageHistory.expectedInterval(cadence(step(0, 12)));

        // When
        StageAndStrength before = StageAndStrength.of(story.situation(), interval, false, story.at("2027-03-02T09:59"));
        StageAndStrength after = StageAndStrength.of(story.situation(), interval, false, story.at("2028-03-02T10:00"));

        // Then
        assertEquals(Stage.IN_TOUCH, before.stage());
        assertEquals(Stage.LOST_TOUCH, after.stage());
        assertEquals(story.at("2027-03-02T10:00"), after.since());
    }

    private static Cadence cadence(Step... steps) {
        return new Cadence(new UUID(6, 2), 1, "Slowly", Purpose.KEEP_IN_TOUCH, List.of(steps));
    }

    private static Step step(int days, int months) {
        return new Step("key", days, months, Channel.EMAIL, Intent.INSIGHT, "Something");
    }
}
