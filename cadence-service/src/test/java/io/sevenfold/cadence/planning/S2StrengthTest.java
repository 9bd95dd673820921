package io.sevenfold.cadence.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S2: theirs 20, ours 4, ours together 30 at most, the last of a day only, halved every 180 days; 100 at most. */
class S2StrengthTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                                                   | 2026-03-02 | 0",
                "< auto-reply 2026-03-02                                            | 2026-03-02 | 0",
                "> none 2026-03-02                                                  | 2026-03-02 | 4",
                "> no-answer 2026-03-02                                             | 2026-03-02 | 4",
                "< none 2026-03-02                                                  | 2026-03-02 | 20",
                "> not-now 2026-03-02                                               | 2026-03-02 | 20",
                "> none 2026-03-02, < none 2026-03-02                               | 2026-03-02 | 24",
                // of one day the last of each side: a double dial is one try, a thread of mails one answer
                "> none 2026-03-02T09:00, > none 2026-03-02T10:00                   | 2026-03-02 | 4",
                "< none 2026-03-02T08:00, < none 2026-03-02T09:00, > won 2026-03-02 | 2026-03-02 | 20",
                "< none 2026-03-01T23:30, < none 2026-03-02T00:30                   | 2026-03-02 | 40",
                // halved every 180 days, or 4320 hours
                "< none 2026-01-01                                                  | 2026-06-30T11:00 | 10",
                "< none 2026-01-01                                                  | 2026-12-27 | 5",
                "< none 2026-01-01, < none 2026-06-30T11:00                         | 2026-06-30T11:00 | 30",
                "< none 2020-01-01                                                  | 2026-03-02 | 0",
                // never more than 100
                "< none 2026-03-02, < none 2026-03-03, < none 2026-03-04, < none 2026-03-05, < none 2026-03-06, < none 2026-03-07 | 2026-03-07 | 100"
            })
    void isTheRoundedSumOfWhatInteractionsGave(String history, String now, int strength) {
        assertEquals(
                strength,
                ConnectionStory.asked(ConnectionStory.of(history), now).strength());
    }

    @Test
    void staysAt30HoweverMuchWeDoAlone() {
        // Given
        Story story = ConnectionStory.of(
                "> none 2026-03-01, > none 2026-03-02, > none 2026-03-03, > none 2026-03-04, > none 2026-03-05, > none 2026-03-06,"
                        + " > none 2026-03-07, > none 2026-03-08, > none 2026-03-09, > none 2026-03-10");

        // When
        StageAndStrength asked = ConnectionStory.asked(story, "2026-03-10");

        // Then
        assertEquals(30, asked.strength());
        assertEquals(
                30, asked.given().stream().mapToDouble(Strength.Given::points).sum(), 1e-9);
    }

    @Test
    void saysWhichInteractionGaveWhatTheMostFirst() {
        // Given
        Story story = ConnectionStory.of("> none 2026-03-02, < auto-reply 2026-03-02, < none 2026-03-03");

        // When
        List<Strength.Given> given = ConnectionStory.asked(story, "2026-03-03").given();

        // Then
        assertEquals(2, given.size());
        assertEquals(
                new Strength.Given(story.interactions.get(2).id(), story.at("2026-03-03T10:00"), true, 20),
                given.get(0));
        assertEquals(story.interactions.get(0).id(), given.get(1).interactionId());
        assertEquals(4 * Math.pow(0.5, 1 / 180.0), given.get(1).points(), 1e-9);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // 20 fades to 19.5 in 180 days * log2(20 / 19.5)
                "< none 2026-03-02                        | 2026-03-02 | 157.79",
                "> none 2026-03-02                        | 2026-03-02 | 832.23",
                "> none 2026-03-02, < none 2026-03-02     | 2026-03-02 | 131.21"
            })
    void knowsWhenItIsOneLess(String history, String now, double hours) {
        // Given
        Story story = ConnectionStory.of(history);

        // When
        Instant changes = ConnectionStory.asked(story, now).changesAt();

        // Then
        assertEquals(
                hours, Duration.between(story.at("2026-03-02T10:00"), changes).toSeconds() / 3600.0, 0.01);
    }

    @Test
    void neverChangesWhereNothingIsLeft() {
        assertNull(ConnectionStory.asked(ConnectionStory.of("< auto-reply 2026-03-02"), "2026-03-03")
                .changesAt());
        assertNull(ConnectionStory.asked(ConnectionStory.of("> none 2020-03-02"), "2026-03-03")
                .changesAt());
    }
}
