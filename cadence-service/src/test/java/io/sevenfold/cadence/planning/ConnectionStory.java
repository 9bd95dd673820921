package io.sevenfold.cadence.planning;

import io.sevenfold.events.Direction;
import io.sevenfold.events.Outcome;
import java.time.Duration;
import java.util.Locale;

/**
 * What stage and strength are asked of, told in one line: {@code "> none 2026-03-02, < replied 2026-03-05"}, each at ten in Berlin, ours
 * with {@code >}, inbound with {@code <}.
 */
final class ConnectionStory {

    static final Duration MONTH = Duration.ofDays(30);

    private ConnectionStory() {}

    static Story of(String line) {
        Story story = Story.inBerlin();
        for (String each : line == null ? new String[0] : line.split(", ")) {
            String[] words = each.split(" ");
            Outcome outcome = Outcome.valueOf(words[1].toUpperCase(Locale.ROOT).replace('-', '_'));
            if (Direction.INBOUND == direction(words[0])) {
                story.inbound(at(words[2]), outcome);
            } else {
                story.outbound(at(words[2]), outcome);
            }
        }
        return story;
    }

    static StageAndStrength asked(Story story, String now) {
        return StageAndStrength.of(story.situation(), MONTH, false, story.at(at(now)));
    }

    /** At ten, where no time is named. */
    private static String at(String time) {
        return time.contains("T") ? time : time + "T10:00";
    }

    private static Direction direction(String sign) {
        return sign.equals("<") ? Direction.INBOUND : Direction.OUTBOUND;
    }
}
