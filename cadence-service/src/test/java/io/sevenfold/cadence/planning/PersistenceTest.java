package io.sevenfold.cadence.planning;

import static io.sevenfold.events.Outcome.AUTO_REPLY;
import static io.sevenfold.events.Outcome.NEVER;
import static io.sevenfold.events.Outcome.NONE;
import static io.sevenfold.events.Outcome.NOT_NOW;
import static io.sevenfold.events.Outcome.NO_ANSWER;
import static io.sevenfold.events.Outcome.REPLIED;
import static io.sevenfold.events.Outcome.WON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.sevenfold.events.EndReason;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.Purpose;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far we came with each enrollment (principle 1). */
class PersistenceTest {

    private static final String LATER = "2026-06-30T12:00";

    private static List<Persistence> of(Story story) {
        return Persistence.of(story.situation(), story.plan(LATER));
    }

    private static Persistence first(Story story) {
        return of(story).get(0);
    }

    /** Steps 1 to 3 done on 2, 5 and 12 March. */
    private static Story threeTouches() {
        return Story.inBerlin()
                .outbound("2026-03-02T11:00", NONE)
                .outbound("2026-03-05T11:00", NO_ANSWER)
                .outbound("2026-03-12T11:00", NONE);
    }

    @Test
    void hasNoTouchAtFirst() {
        Persistence it = first(Story.inBerlin());

        assertEquals(0, it.touches());
        assertNull(it.repliedAfter());
        assertNull(it.endReason());
        assertEquals(LocalDate.parse("2026-03-02"), it.startedOn());
        assertEquals(Purpose.CONNECT, it.purpose());
        assertEquals(new Lateness(0, 0, 0, 0), it.lateness());
    }

    @Test
    void startedOnTheOwnersDate_T1() {
        assertEquals(
                LocalDate.parse("2026-03-02"),
                first(Story.of(RepBuilder.in("Pacific/Auckland")).enrolled("2026-03-02T10:00"))
                        .startedOn());
    }

    @Test
    void countsStepsDoneAndNoneThatWasSkipped() {
        // Given step 4 skipped, step 5 done; a second call of a day does no step
        Story story = threeTouches()
                .outbound("2026-03-12T15:00", NONE)
                .skip(Story.step(4), "2026-03-13T11:00", "2026-03-23")
                .outbound("2026-03-20T11:00", NONE);

        // Then
        assertEquals(4, first(story).touches());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T10:30, 0", // before the first
        "2026-03-02T11:00, 0", // at its instant: inbound first (P1)
        "2026-03-02T11:01, 1",
        "2026-03-12T10:59, 2",
        "2026-05-01T09:00, 3"
    })
    void saysAfterHowManyTouchesTheyFirstSpoke(String at, int touches) {
        assertEquals(touches, first(threeTouches().inbound(at, REPLIED)).repliedAfter());
    }

    @Test
    void countsATouchInWhichTheySpokeAsAnswered_S1() {
        assertEquals(
                2,
                first(Story.inBerlin().outbound("2026-03-02T11:00", NO_ANSWER).outbound("2026-03-05T11:00", NOT_NOW))
                        .repliedAfter());
    }

    @Test
    void countsTheirFirstWordOnlyAndNoAutomaticOne() {
        // Given
        Story story = threeTouches()
                .inbound("2026-03-12T16:00", REPLIED)
                .inbound("2026-03-06T16:00", REPLIED)
                .inbound("2026-03-02T16:00", AUTO_REPLY);

        // Then
        assertEquals(2, first(story).repliedAfter());
    }

    @Test
    void countsNoWordFromBeforeTheEnrollment() {
        assertNull(first(threeTouches().inbound("2026-03-02T09:59", REPLIED)).repliedAfter());
    }

    @Test
    void countsAWordAfterItsEndUntilWhatFollowsHasATouch_P11() {
        // Given five touches, all there were, and silence until after the end; keep-in-touch follows, its first touch
        // on 9 June
        Story story = Story.inBerlin().following(FollowOnTest.FOLLOW_ONS).gaps(0, 1, 1, 1, 1);
        for (int day = 2; day <= 6; day++) {
            story.outbound("2026-03-0%dT11:00".formatted(day), NONE);
        }
        story.inbound("2026-03-20T09:00", REPLIED).outbound("2026-03-20T10:00", NONE);
        story.outbound("2026-06-09T10:00", NONE).inbound("2026-06-10T09:00", REPLIED);

        // Then
        assertEquals(
                List.of(5, 1), of(story).stream().map(Persistence::repliedAfter).toList());
        assertEquals(new Owed(0, 1, 0, 0, 0, 0), of(story).get(0).owed());
        assertEquals(new Owed(1, 0, 0, 0, 0, 0), of(story).get(1).owed());
    }

    @ParameterizedTest
    @CsvSource({"WON, care", "LOST, keep-in-touch"})
    void isToldOfWhatFollowsToo_P11(Outcome outcome, String follows) {
        // Given
        Story story = threeTouches().following(FollowOnTest.FOLLOW_ONS).outbound("2026-03-16T11:00", outcome);

        // Then
        assertEquals(
                List.of("connect " + outcome, follows + " null"),
                of(story).stream()
                        .map(it -> it.purpose() + " " + it.endReason())
                        .toList());
        assertEquals(List.of(4, 0), of(story).stream().map(Persistence::touches).toList());
    }

    @Test
    void endsWithTheReasonOfThePlan() {
        assertEquals(
                EndReason.OPTED_OUT,
                first(threeTouches().inbound("2026-03-13T09:00", NEVER)).endReason());
        assertEquals(
                WON.toString(),
                first(threeTouches().outbound("2026-03-13T09:00", WON))
                        .endReason()
                        .toString());
    }

    /** Step 2 due on Thursday, 5 March 2026; 9 March is the Monday after. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-04, 0 0 0 0", // before it was due
        "2026-03-05, 0 0 0 0",
        "2026-03-06, 1 0 0 0",
        "2026-03-08, 1 0 0 0", // a Sunday
        "2026-03-09, 1 0 0 0",
        "2026-03-10, 0 1 0 0",
        "2026-03-12, 0 1 0 0",
        "2026-03-13, 0 0 1 0",
        "2026-03-19, 0 0 1 0",
        "2026-03-20, 0 0 0 1",
        "2026-05-20, 0 0 0 1"
    })
    void countsWorkingDaysFromDueToDone(String doneOn, String late) {
        // Given
        Story story = Story.inBerlin()
                .released(1, "2026-03-02")
                .outbound("2026-03-02T11:00", NONE)
                .released(2, "2026-03-05")
                .outbound(doneOn + "T11:00", NONE);

        // Then
        Lateness it = first(story).lateness();
        assertEquals(late, it.twoDays() + " " + it.fiveDays() + " " + it.tenDays() + " " + it.longer());
    }

    @Test
    void countsLatenessFromTheLastTimeItBecameDue() {
        // Given due on the 5th, snoozed, and due again on the 12th
        Story story = Story.inBerlin()
                .outbound("2026-03-02T11:00", NONE)
                .released(2, "2026-03-05")
                .snooze(Story.step(2), "2026-03-05T12:00", "2026-03-12")
                .released(2, "2026-03-12")
                .outbound("2026-03-13T11:00", NONE);

        // Then
        assertEquals(new Lateness(1, 0, 0, 0), first(story).lateness());
    }

    @Test
    void tellsHowLongAnswersWereOwedFromTheirFirstUnansweredWord() {
        // Given two messages and a try; then a message that needed no answer; then one that is owed still
        Story story = threeTouches()
                .inbound("2026-03-13T09:00", REPLIED)
                .inbound("2026-03-13T10:00", REPLIED)
                .outbound("2026-03-13T11:00", NO_ANSWER)
                .outbound("2026-03-13T12:30", REPLIED)
                .inbound("2026-03-16T09:00", REPLIED);
        story.skip(story.replyTo(7), "2026-03-16T09:45", "2026-03-16").inbound("2026-03-17T09:00", REPLIED);

        // Then
        assertEquals(new Owed(1, 1, 1, 0, 0, 0), first(story).owed());
    }

    @Test
    void countsNoAnswerThatNobodyMayGiveAnyMore() {
        // Given they wrote, and then opted out
        Story story = threeTouches().inbound("2026-03-13T09:00", REPLIED).inbound("2026-03-13T10:00", NEVER);

        // Then
        assertEquals(new Owed(0, 0, 0, 0, 0, 0), first(story).owed());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-13T10:00, 1 0 0 0 0",
        "2026-03-13T10:01, 0 1 0 0 0",
        "2026-03-13T13:00, 0 1 0 0 0",
        "2026-03-14T09:00, 0 0 1 0 0",
        "2026-03-16T09:00, 0 0 0 1 0",
        "2026-03-16T09:01, 0 0 0 0 1"
    })
    void countsElapsedTimeUntilTheAnswer(String answered, String owed) {
        // Given they wrote on Friday, 13 March, at nine
        Owed it = first(threeTouches().inbound("2026-03-13T09:00", REPLIED).outbound(answered, NONE))
                .owed();

        // Then
        assertEquals(
                owed, it.hour() + " " + it.fourHours() + " " + it.day() + " " + it.threeDays() + " " + it.longer());
    }

    @Test
    void isOfNobodyWhoIsInNoCadence() {
        assertEquals(List.of(), of(Story.of(RepBuilder.in("Europe/Berlin")).inbound("2026-03-13T09:00", REPLIED)));
    }

    @Test
    void isTheSameInWhicheverOrderEventsArrived_P1() {
        // Given
        Story story = threeTouches()
                .inbound("2026-03-13T09:00", REPLIED)
                .outbound("2026-03-13T12:30", REPLIED)
                .inbound("2026-03-16T09:00", NOT_NOW);
        Persistence told = first(story);

        // When
        Collections.reverse(story.interactions);

        // Then
        assertEquals(told, first(story));
    }
}
