package io.sevenfold.cadence.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sevenfold.events.Channel;
import io.sevenfold.events.EndReason;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.Purpose;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What people end, move and start anew (P6, P8), and what follows by itself between (P11). */
class StartedAnewTest {

    private static final UUID ANEW = new UUID(3, 2);

    @Test
    void endsByAPersonsDecisionWithTheirWords() {
        // Given
        Story story =
                Story.inBerlin().outbound("2026-03-02T11:00", Outcome.NONE).end("2026-03-04T11:00", "They retired");

        // Then
        Plan plan = story.plan("2026-03-05T09:00");
        assertEquals(new Plan.End(EndReason.DECIDED, story.at("2026-03-04T11:00"), "They retired"), plan.end());
        assertEquals("Xcccccc", story.states("2026-03-05T09:00"));
    }

    @Test
    void endsTheActiveOneAsMovedWhenAnotherStarts() {
        // Given
        Story story = Story.inBerlin()
                .outbound("2026-03-02T11:00", Outcome.NONE)
                .enrolledAnew(ANEW, "2026-03-10T11:00", Purpose.CARE)
                .outbound("2026-03-10T12:00", Outcome.NONE);

        // Then: the touch is the new one's
        assertEquals("connect moved, care active", story.enrollments("2026-03-11T09:00"));
        assertEquals("XccccccXpppppp", story.states("2026-03-11T09:00"));
    }

    @Test
    void keepsWhatFollowedBeforeSomebodyStartedAnother() {
        // Given
        Story story = Story.inBerlin()
                .following(FollowOnTest.FOLLOW_ONS)
                .inbound("2026-03-03T11:00", Outcome.WON)
                .enrolledAnew(ANEW, "2026-05-04T11:00", Purpose.CONNECT);

        // Then
        assertEquals("connect won, care moved, connect active", story.enrollments("2026-05-05T09:00"));
    }

    @Test
    void leavesWhatAPersonStartedSinceWhereTheCauseIsCorrectedAway_P11() {
        // Given
        Story story = Story.inBerlin()
                .following(FollowOnTest.FOLLOW_ONS)
                .inbound("2026-03-03T11:00", Outcome.WON)
                .enrolledAnew(ANEW, "2026-05-04T11:00", Purpose.CONNECT)
                .removed(0);

        // Then
        assertEquals("connect moved, connect active", story.enrollments("2026-05-05T09:00"));
    }

    @Test
    void letsAWinFromBeforeTheFirstOwnerStandForTheFirstEnrollment() {
        // Given
        Story story = Story.inBerlin().following(FollowOnTest.FOLLOW_ONS).inbound("2026-01-15T11:00", Outcome.WON);

        // Then
        assertEquals("care active", story.enrollments("2026-03-05T09:00"));
    }

    @Test
    void usesAnotherChannelWhereTheyDoNotWantOne() {
        // Given
        Story story = Story.inBerlin().notBy(Channel.EMAIL, Channel.MESSAGE);

        // Then
        assertEquals(Channel.LETTER, story.step(1, "2026-03-02T12:00").channel());
        assertEquals(
                "They asked for no more contact by email, so use letter instead. Something for Ada",
                story.step(1, "2026-03-02T12:00").guidance());
    }
}
