package io.sevenfold.cadence.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sevenfold.events.Channel;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** P12: merging contacts merges histories; one enrollment stays, and the other's touches do no steps there. */
class P12MergeTest {

    private static final UUID OTHER = new UUID(2, 9);
    private static final UUID THEIRS = new UUID(3, 9);
    private static final Instant MERGED = Instant.parse("2026-03-10T12:00:00Z");
    private static final String LATER = "2026-03-12T12:00";

    @ParameterizedTest(name = "{0} with {1} done, started {2}, or {3} with {4} done, started {5}: {6}")
    @CsvSource({
        "CARE, 0, 2026-02-01, CONNECT, 5, 2026-01-01, first",
        "KEEP_IN_TOUCH, 3, 2026-01-01, CONNECT, 0, 2026-02-01, second",
        "CONNECT, 2, 2026-02-01, CONNECT, 1, 2026-01-01, first",
        "CONNECT, 1, 2026-02-01, CONNECT, 1, 2026-01-01, second",
        "CONNECT, 1, 2026-01-01, CONNECT, 1, 2026-01-01, first",
    })
    void saysWhichStays(
            Purpose purpose,
            int done,
            String start,
            Purpose otherPurpose,
            int otherDone,
            String otherStart,
            String stays) {
        // Given
        ActiveEnrollment first = active(1, purpose, done, start);
        ActiveEnrollment second = active(2, otherPurpose, otherDone, otherStart);

        // Then
        assertEquals(
                stays.equals("first") ? first : second,
                ActiveEnrollment.thatStays(List.of(second, first)).orElseThrow());
    }

    @Test
    void endsTheOtherAndLetsItsTouchesCountButDoNoSteps() {
        // Given: one touch of each; the other's was later
        Story story = merged(true).outbound("2026-03-03T11:00", Outcome.NONE);
        story.interactions.add(withTheOther("2026-03-05T11:00", Outcome.NONE));

        // Then: the second step counts from the other's touch, which did none here
        assertEquals("connect merged, connect active", story.enrollments(LATER));
        assertEquals("XccccccXpppppp", story.states(LATER));
        assertEquals("2026-03-12", story.step(9, LATER).dueOn().toString());
    }

    @Test
    void goesOnWithTheEnrollmentOfTheOneThatWentIntoThisOne() {
        // Given
        Story story = merged(false).outbound("2026-03-03T11:00", Outcome.NONE);
        story.interactions.add(withTheOther("2026-03-05T11:00", Outcome.NONE));

        // When: since the merging, what happens is with the one that remains
        story.outbound("2026-03-11T11:00", Outcome.NONE);

        // Then
        assertEquals("XccccccXXppppp", story.states(LATER));
    }

    @Test
    void owesAReplyWhicheverTheyWroteTo() {
        // Given
        Story story = merged(true);
        story.interactions.add(withTheOther(Direction.INBOUND, "2026-03-05T11:00", Outcome.NONE));

        // Then
        assertEquals(1, story.replies(LATER).size());
    }

    /** Two contacts, each enrolled; the one told of stays, or the other. */
    private static Story merged(boolean stays) {
        return Story.inBerlin().merged(MERGED, stays, THEIRS, OTHER);
    }

    private static Interaction withTheOther(String at, Outcome outcome) {
        return withTheOther(Direction.OUTBOUND, at, outcome);
    }

    private static Interaction withTheOther(Direction direction, String at, Outcome outcome) {
        Instant instant = Story.inBerlin().at(at);
        return new Interaction(
                new UUID(4, 99),
                2,
                Story.CONTACT,
                new UUID(1, 1),
                direction,
                Channel.CALL,
                outcome,
                instant,
                instant,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                OTHER);
    }

    private static ActiveEnrollment active(int id, Purpose purpose, int done, String start) {
        return new ActiveEnrollment(
                new UUID(3, id), new UUID(2, id), purpose, done, Instant.parse(start + "T00:00:00Z"));
    }
}
