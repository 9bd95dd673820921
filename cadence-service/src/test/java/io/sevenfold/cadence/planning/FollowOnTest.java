package io.sevenfold.cadence.planning;

import static io.sevenfold.events.Outcome.LOST;
import static io.sevenfold.events.Outcome.NEVER;
import static io.sevenfold.events.Outcome.NONE;
import static io.sevenfold.events.Outcome.WON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sevenfold.cadence.planning.Plan.End;
import io.sevenfold.events.Channel;
import io.sevenfold.events.EndReason;
import io.sevenfold.events.Intent;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.Purpose;
import io.sevenfold.events.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What follows an enrollment by itself (P11, principle 6; DOMAIN.md, What an interaction does: won, lost). */
class FollowOnTest {

    private static final String LATER = "2026-03-27T12:00";

    static final Cadence CARE = cadence(Purpose.CARE, 1, 3);
    static final Cadence KEEP_IN_TOUCH = cadence(Purpose.KEEP_IN_TOUCH, 3, 3);
    static final FollowOns FOLLOW_ONS = new FollowOns(
            Map.of(EndReason.WON, CARE, EndReason.LOST, KEEP_IN_TOUCH, EndReason.COMPLETED, KEEP_IN_TOUCH));

    private static Cadence cadence(Purpose purpose, int... months) {
        List<Step> steps = List.of(
                new Step("first", 0, months[0], Channel.CALL, Intent.HELP, "Help {contact.firstName}"),
                new Step("second", 0, months[1], Channel.EMAIL, Intent.INSIGHT, "An insight for {contact.firstName}"));
        return new Cadence(new UUID(6, purpose.ordinal()), 1, purpose.toString(), purpose, steps);
    }

    /** Step 1 done on Monday, 2 March. */
    private static Story story() {
        return Story.inBerlin().following(FOLLOW_ONS).outbound("2026-03-02T11:00", NONE);
    }

    /** In no cadence. */
    private static Story stranger() {
        return Story.of(RepBuilder.in("Europe/Berlin")).following(FOLLOW_ONS);
    }

    @ParameterizedTest
    @CsvSource({"WON, care, 2026-04-06 2026-07-06", "LOST, keep-in-touch, 2026-06-05 2026-09-07"})
    void followsAWinAndALossAndCountsFromThem(Outcome outcome, String follows, String dates) {
        // Given on Thursday, 5 March; 5 April is a Sunday, 5 September a Saturday
        Story story = story().outbound("2026-03-05T11:00", outcome);

        // Then it does step 2 of the first and none of the second
        assertEquals("connect " + outcome + ", " + follows + " active", story.enrollments(LATER));
        assertEquals("XXcccccpp", story.states(LATER));
        assertTrue(story.dates(LATER).endsWith(dates.split(" ")[1]), story.dates(LATER));
        assertEquals(dates.split(" ")[0], story.step(8, LATER).dueOn().toString());
        assertNull(story.plan(LATER).end());
        assertTrue(story.step(8, LATER).next());
    }

    @Test
    void followsCompletion() {
        // Given five steps, all done
        Story story = Story.inBerlin().following(FOLLOW_ONS).gaps(0, 1, 1, 1, 1);
        for (int day = 2; day <= 6; day++) {
            story.outbound("2026-03-0%dT11:00".formatted(day), NONE);
        }

        // Then
        assertEquals("connect completed, keep-in-touch active", story.enrollments(LATER));
        assertEquals("2026-06-08", story.step(6, LATER).dueOn().toString());
    }

    @Test
    void followsNeitherSkippedNorWrongPersonNorOptedOut() {
        // Given
        Story skipped = Story.inBerlin().following(FOLLOW_ONS);
        for (int step = 1; step <= 7; step++) {
            skipped.skip(Story.step(step), "2026-03-02T11:00", "2026-03-02");
        }
        Story wrongPerson =
                story().outbound("2026-03-03T11:00", Outcome.WRONG_PERSON).outbound("2026-03-17T11:00", NONE);
        Story optedOut = story().inbound("2026-03-05T11:00", NEVER);

        // Then
        assertEquals("connect skipped", skipped.enrollments(LATER));
        assertEquals("connect wrong-person", wrongPerson.enrollments(LATER));
        assertEquals("connect opted-out", optedOut.enrollments(LATER));

        // When they are won later, that is followed, and the one who opted out left in peace
        assertEquals(
                "connect skipped, care active",
                skipped.outbound("2026-03-20T11:00", WON).enrollments(LATER));
        assertEquals(
                "connect wrong-person, care active",
                wrongPerson.outbound("2026-03-20T11:00", WON).enrollments(LATER));
        assertEquals("pp", wrongPerson.states(LATER).substring(7));
        assertEquals(
                "connect opted-out", optedOut.outbound("2026-03-20T11:00", WON).enrollments(LATER));
        assertEquals("connect opted-out", optedOut.lifted("2026-03-21T11:00").enrollments(LATER));
        assertEquals(
                "connect opted-out, care active",
                optedOut.lifted("2026-03-19T11:00").enrollments(LATER));
    }

    @ParameterizedTest
    @CsvSource({"WON, care active", "LOST, keep-in-touch active"})
    void startsWhereNothingWasActive(Outcome outcome, String enrollments) {
        // Given
        Story story = stranger().inbound("2026-03-02T10:00", Outcome.REPLIED).outbound("2026-03-05T11:00", outcome);

        // Then
        assertEquals(enrollments, story.enrollments(LATER));
        assertEquals("pp", story.states(LATER));
    }

    @Test
    void startsForNobodyWhoOptedOut() {
        assertEquals(
                "",
                stranger()
                        .inbound("2026-03-02T10:00", NEVER)
                        .outbound("2026-03-05T11:00", WON)
                        .enrollments(LATER));
        assertEquals(
                "",
                stranger()
                        .optOut("2026-03-02T10:00")
                        .outbound("2026-03-05T11:00", WON)
                        .enrollments(LATER));
    }

    @Test
    void waitsForAnOwnerAndForAReply() {
        // Given they said it themselves
        Story story = story().inbound("2026-03-05T11:00", WON);

        // Then P9; and their word is owed an answer, which does no step
        assertEquals(Waiting.REPLY_OWED, story.plan(LATER).waitingFor());
        assertEquals(
                "pp", story.outbound("2026-03-05T12:00", NONE).states(LATER).substring(7));
        assertEquals(Waiting.OWNER, story.owner(null).plan(LATER).waitingFor());
    }

    @Test
    void theDateOfItsCauseHadItsTouch() {
        // Given another call on the date of the win, and one on the next
        Story story = story().outbound("2026-03-05T11:00", WON).outbound("2026-03-05T15:00", NONE);

        // Then
        assertEquals("pp", story.states(LATER).substring(7));
        assertEquals(
                "Xp", story.outbound("2026-03-06T11:00", NONE).states(LATER).substring(7));
    }

    @Test
    void wonWhileInCareChangesNothing() {
        // Given in care by a win, and by a person
        Story won = story().outbound("2026-03-05T11:00", WON).inbound("2026-03-10T11:00", WON);
        Story care = Story.inBerlin()
                .following(FOLLOW_ONS)
                .months(1, 3)
                .purpose(Purpose.CARE)
                .outbound("2026-03-05T11:00", WON);

        // Then
        assertEquals("connect won, care active", won.enrollments(LATER));
        assertEquals("care active", care.enrollments(LATER));
        assertEquals("Xp", care.states(LATER));
    }

    @Test
    void lostWhileInCareEndsItAndWonWhileInKeepInTouchStartsCareAgain() {
        // Given
        Story story = story().outbound("2026-03-05T11:00", WON).outbound("2026-03-10T11:00", LOST);
        assertEquals("connect won, care lost, keep-in-touch active", story.enrollments(LATER));
        assertEquals("XXcccccXcpp", story.states(LATER));

        // When
        story.outbound("2026-03-17T11:00", WON);

        // Then
        assertEquals("connect won, care lost, keep-in-touch won, care active", story.enrollments(LATER));
        assertEquals(
                4,
                story.plan(LATER).enrollments().stream()
                        .map(it -> it.enrollment().id())
                        .distinct()
                        .count());
    }

    @Test
    void itsCauseCorrectedAwayTheFirstIsActiveAgain() {
        // Given care with a touch
        Story story = story().outbound("2026-03-05T11:00", WON).outbound("2026-03-16T11:00", NONE);
        assertEquals("XXcccccXp", story.states(LATER));

        // When it was no win
        story.corrected(1, "2026-03-05T11:00", NONE, null);

        // Then what would have been stands
        assertEquals("connect active", story.enrollments(LATER));
        assertEquals("XXXpppp", story.states(LATER));
        assertEquals("connect active", story.removed(2).enrollments(LATER));
    }

    @Test
    void itsCauseCorrectedAwayNothingIsActiveAgainThatAPersonEndedSince_P11() {
        // Given care that somebody ended
        Story story = story().outbound("2026-03-05T11:00", WON);
        story.end(current(story), "2026-03-10T11:00", "Enough");
        assertEquals("connect won, care decided", story.enrollments(LATER));

        // When it was no win, or a loss
        Story loss = story().outbound("2026-03-05T11:00", LOST);
        loss.decisions.addAll(story.decisions);
        story.corrected(1, "2026-03-05T11:00", NONE, null);

        // Then
        assertEquals("connect decided", story.enrollments(LATER));
        assertEquals("XXccccc", story.states(LATER));
        assertEquals("connect lost, keep-in-touch decided", loss.enrollments(LATER));
    }

    @Test
    void itsCauseCorrectedToAnotherTheOtherFollows() {
        // Given
        Story story = story().outbound("2026-03-05T11:00", WON);
        UUID care = current(story);

        // Then
        assertEquals(
                "connect lost, keep-in-touch active",
                story.corrected(1, "2026-03-05T11:00", LOST, null).enrollments(LATER));
        assertNotEquals(care, current(story));
    }

    @Test
    void neverAfterAWinEndsCareAndNothingFollows() {
        // Given
        Story story = story().outbound("2026-03-05T11:00", WON).inbound("2026-03-10T11:00", NEVER);

        // Then
        assertEquals("connect won, care opted-out", story.enrollments(LATER));
        assertEquals(
                new End(EndReason.OPTED_OUT, story.at("2026-03-10T11:00"), null),
                story.plan(LATER).end());
        assertEquals("cc", story.states(LATER).substring(7));
    }

    @Test
    void itsIdIsTheSameHoweverOftenAndInWhateverOrderItIsDerived() {
        // Given two wins, the second told first
        Story told = story().outbound("2026-03-05T11:00", WON).outbound("2026-03-10T11:00", LOST);
        Story other = Story.inBerlin()
                .following(FOLLOW_ONS)
                .outbound("2026-03-10T11:00", LOST)
                .outbound("2026-03-05T11:00", WON)
                .outbound("2026-03-02T11:00", NONE);

        // Then
        assertEquals(current(told), current(other));
        assertEquals(current(told), current(told));
        assertNotEquals(Story.ENROLLMENT, current(told));
        assertTrue(told.plan(LATER).current().enrollment().followOn());
        assertFalse(told.plan(LATER).enrollments().get(0).enrollment().followOn());
    }

    @ParameterizedTest
    @EnumSource(names = {"WON", "LOST"})
    void noneIsASettingToo(Outcome outcome) {
        // Given
        Story story = story().following(FollowOns.NONE).outbound("2026-03-05T11:00", outcome);

        // Then
        assertEquals("connect " + outcome, story.enrollments(LATER));
        assertEquals(
                "",
                stranger()
                        .following(FollowOns.NONE)
                        .outbound("2026-03-05T11:00", outcome)
                        .enrollments(LATER));
    }

    @Test
    void whatFollowsIsAsOfItsCauseWhateverIsSetLater_P11() {
        // Given first care followed a win, since 10 March nothing, and since the 16th keep-in-touch
        TreeMap<Instant, Map<EndReason, Cadence>> since = new TreeMap<>();
        since.put(Instant.parse("2026-03-03T00:00:00Z"), Map.of(EndReason.WON, CARE));
        since.put(Instant.parse("2026-03-10T10:00:00Z"), Map.of());
        since.put(Instant.parse("2026-03-16T00:00:00Z"), Map.of(EndReason.WON, KEEP_IN_TOUCH));
        FollowOns followOns = new FollowOns(since);

        // Then what was before the first is as of the first; the instant of a change is in the new
        assertEquals("connect won, care active", won("2026-03-02T10:30", followOns));
        assertEquals("connect won, care active", won("2026-03-10T10:59", followOns));
        assertEquals("connect won", won("2026-03-10T11:00", followOns));
        assertEquals("connect won, keep-in-touch active", won("2026-03-16T11:00", followOns));
    }

    private static String won(String at, FollowOns followOns) {
        return Story.inBerlin().following(followOns).outbound(at, WON).enrollments(LATER);
    }

    @Test
    void aReasonWithoutACadenceDoesNotHideTheNext() {
        // Given nothing follows a win, and they are lost later
        Story story = story().following(new FollowOns(Map.of(EndReason.LOST, KEEP_IN_TOUCH)))
                .outbound("2026-03-05T11:00", WON)
                .outbound("2026-03-10T11:00", LOST);

        // Then
        assertEquals("connect won, keep-in-touch active", story.enrollments(LATER));
    }

    private static UUID current(Story story) {
        return story.plan(LATER).current().enrollment().id();
    }
}
