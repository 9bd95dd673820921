package io.sevenfold.cadence.planning;

import static io.sevenfold.events.Direction.INBOUND;
import static io.sevenfold.events.Outcome.NO_ANSWER;
import static io.sevenfold.events.Outcome.REPLIED;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.sevenfold.events.Outcome;
import io.sevenfold.events.Reason;
import io.sevenfold.events.TouchpointState;
import io.sevenfold.events.WhyNone;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * P9: Rhea is away from Wednesday, 4 March, to Friday, the 13th, and Carl covers for her, until said otherwise. Of each step: its
 * date and who does it.
 */
class P9CoverTest {

    private static final UUID RHEA = new UUID(1, 1);
    private static final UUID CARL = new UUID(1, 2);
    private static final UUID MONA = new UUID(1, 3);
    private static final String MONDAY = "2026-03-02T10:00";

    private static RepBuilder rhea() {
        return RepBuilder.in("Europe/Berlin");
    }

    private static RepBuilder away() {
        return rhea().absent("2026-03-04", "2026-03-13", CARL);
    }

    private static RepBuilder carl() {
        return RepBuilder.in("Europe/Berlin").named("Carl", CARL);
    }

    private static RepBuilder mona() {
        return RepBuilder.in("Europe/Berlin").named("Mona", MONA);
    }

    private static Story covered() {
        return Story.inBerlin().owner(away()).colleague(carl());
    }

    @Test
    void whatFallsInTheAbsenceGoesToTheCoverAndNothingElse() {
        assertEquals(
                "03-02 Rhea, 03-05 Carl, 03-12 Carl, 03-23 Rhea, 04-02 Rhea, 04-16 Rhea, 04-30 Rhea",
                who(covered(), MONDAY));
    }

    @Test
    void itGoesToTheCoversFirstWorkingDayWithinIt() {
        // Given covers on Mondays and Tuesdays, with a day of their own away, and not there before it is over
        Story partTime = covered().colleague(carl().days(DayOfWeek.MONDAY, DayOfWeek.TUESDAY));
        Story awayToo = covered().colleague(carl().absent("2026-03-05", "2026-03-09"));
        Story awayLonger = covered().colleague(carl().absent("2026-03-05", "2026-03-15"));

        // Then
        assertEquals("03-02 Rhea, 03-09 Carl, 03-16 Rhea", who(partTime, MONDAY, 3));
        assertEquals("03-02 Rhea, 03-10 Carl, 03-17 Rhea", who(awayToo, MONDAY, 3));
        assertEquals("03-02 Rhea, 03-16 Rhea, 03-23 Rhea", who(awayLonger, MONDAY, 3));
    }

    @Test
    void withoutACoverWeKnowItFallsBehindTheAbsence() {
        // Given
        Story unnamed = Story.inBerlin().owner(rhea().absent("2026-03-04", "2026-03-13"));
        Story unknown = Story.inBerlin().owner(away());

        // Then
        assertEquals("03-02 Rhea, 03-16 Rhea, 03-23 Rhea", who(unnamed, MONDAY, 3));
        assertEquals("03-02 Rhea, 03-16 Rhea, 03-23 Rhea", who(unknown, MONDAY, 3));
    }

    @Test
    void aCoversOwnCoverIsNotAsked() {
        // Given two who name each other
        Story circle = covered().colleague(carl().absent("2026-03-04", "2026-03-13", RHEA));
        Story chain = covered()
                .colleague(carl().absent("2026-03-04", "2026-03-13", MONA))
                .colleague(mona());

        // Then
        assertEquals("03-02 Rhea, 03-16 Rhea", who(circle, MONDAY, 2));
        assertEquals("03-02 Rhea, 03-16 Rhea", who(chain, MONDAY, 2));
    }

    @Test
    void oneOnADayOffBeforeTheAbsenceGoesToTheCoverToo() {
        // Given away from Monday on, and a step snoozed to the Saturday before
        Story story = Story.inBerlin()
                .owner(rhea().absent("2026-03-09", "2026-03-13", CARL))
                .colleague(carl())
                .snooze(Story.step(1), MONDAY, "2026-03-07");

        // Then
        assertEquals("03-09 Carl", who(story, "2026-03-02T11:00", 1));
        assertEquals(
                "Rhea does not work on Saturdays; Rhea does not work on Sundays",
                story.step(1, "2026-03-02T11:00").reasons().stream()
                        .filter(reason -> reason.code().toString().equals("day-off"))
                        .map(Reason::text)
                        .collect(joining("; ")));
    }

    @Test
    void whatIsDueWhenTheAbsenceBeginsFallsOnItsFirstDay() {
        // Given it has been due since Monday
        Story story = covered().releasedWithBasis(Story.step(1), "2026-03-02");

        // Then
        assertEquals("03-02 Rhea due", next(story, "2026-03-03T23:59"));
        assertEquals("03-04 Carl planned", next(story, "2026-03-04T00:00"));
        assertEquals("2026-03-02", story.step(1, "2026-03-04T00:00").plannedOn().toString());

        // When
        story.releasedNext("2026-03-04");

        // Then
        assertEquals("03-04 Carl due", next(story, "2026-03-04T12:00"));
        assertEquals("03-04 Carl due", next(story, "2026-03-13T23:59"));
    }

    @Test
    void whatIsOverdueAndWasNeverReleasedFallsOnItsFirstDayToo() {
        // Given
        Story story = covered().passedOver(1, "2026-03-02").passedOver(1, "2026-03-03");

        // Then
        assertEquals("03-04 Carl planned", next(story, "2026-03-03T12:00"));
        assertEquals("03-04 Carl planned", next(story, "2026-03-04T12:00"));
    }

    @Test
    void withoutCoverWhatIsDueFallsBehindTheAbsence() {
        // Given
        Story story = Story.inBerlin()
                .owner(rhea().absent("2026-03-04", "2026-03-13"))
                .releasedWithBasis(Story.step(1), "2026-03-02");

        // Then
        assertEquals("03-16 Rhea planned", next(story, "2026-03-04T00:00"));
    }

    @Test
    void whatTheCoverDidNotDoComesBack() {
        // Given due with Rhea, then with Carl
        Story story = covered().releasedWithBasis(Story.step(1), "2026-03-02").releasedNext("2026-03-04");

        // Then
        assertEquals("03-16 Rhea planned", next(story, "2026-03-14T00:00"));

        // When
        story.releasedNext("2026-03-16");

        // Then
        assertEquals("03-16 Rhea due", next(story, "2026-03-17T12:00"));
    }

    @Test
    void whatTheCoverDidCountsForTheNext() {
        // Given done on Friday, 6 March; five working days later is the 13th
        Story story = covered()
                .outbound("2026-03-02T11:00", Outcome.NONE)
                .releasedWithBasis(Story.step(2), "2026-03-05")
                .outbound("2026-03-06T11:00", Outcome.NONE, Story.step(2));

        // Then
        assertEquals("03-13 Carl", who(story, "2026-03-06T12:00").split(", ")[2]);
    }

    @Test
    void daysOnWhichTheCoverHadNoPlaceAreTheCovers() {
        // Given
        Story story =
                covered().passedOver(Story.step(1), "2026-03-04", CARL).passedOver(Story.step(1), "2026-03-05", CARL);

        // Then
        assertEquals("03-06 Carl planned", next(story, "2026-03-05T12:00"));
        assertEquals("Moved on from Thu 5 Mar, which was full", last(story.words(1, "2026-03-05T12:00")));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-06T12:00, 03-06 Carl planned", "2026-03-06T18:00, 03-09 Carl planned"})
    void anAbsenceRecordedLateTakesEvenWhatWasReleasedInIt(String now, String expected) {
        // Given released to Rhea on Monday, who turns out to have been away since
        Story story = Story.inBerlin()
                .releasedWithBasis(Story.step(1), "2026-03-02")
                .owner(rhea().absent("2026-03-02", "2026-03-13", CARL))
                .colleague(carl());

        // Then
        assertEquals(expected, next(story, now));
    }

    @Test
    void whenTheOwnerIsBackEarlyWhatIsDueStaysDue() {
        // Given
        Story story = covered().releasedWithBasis(Story.step(1), "2026-03-02").releasedNext("2026-03-04");

        // When
        story.owner(rhea().absent("2026-03-03", "2026-03-03", CARL));

        // Then T1
        assertEquals("03-04 Rhea due", next(story, "2026-03-05T12:00"));
    }

    @Test
    void whatIsDueWithTheCoverStaysDueWhenTheirCalendarChanges() {
        // Given
        Story story = covered().releasedWithBasis(Story.step(1), "2026-03-02").releasedNext("2026-03-04");

        // When
        story.colleague(RepBuilder.in("Asia/Tokyo").named("Carl", CARL).hours("06:00", "10:00"));

        // Then T1
        assertEquals("03-04 Carl due", next(story, "2026-03-05T12:00"));
    }

    @Test
    void whenTheCoverIsAwayInTheMiddleWhatTheyHadDueIsPlannedBehindIt() {
        // Given
        Story story = covered().releasedWithBasis(Story.step(1), "2026-03-02").releasedNext("2026-03-04");

        // When
        story.colleague(carl().absent("2026-03-09", "2026-03-10"));

        // Then
        assertEquals("03-04 Carl due", next(story, "2026-03-06T12:00"));
        assertEquals("03-11 Carl planned", next(story, "2026-03-09T12:00"));
    }

    @Test
    void whatWasReleasedToOneCoverIsPlannedForAnother() {
        // Given
        Story story = covered().releasedWithBasis(Story.step(1), "2026-03-02").releasedNext("2026-03-04");

        // When
        story.owner(rhea().absent("2026-03-04", "2026-03-13", MONA)).colleague(mona());

        // Then
        assertEquals("03-05 Mona planned", next(story, "2026-03-05T12:00"));
    }

    @Test
    void absencesThatTouchComeOneAfterTheOther() {
        // Given one without and one with cover, and the other way round with a cover who is away then
        Story coveredLater = Story.inBerlin()
                .owner(rhea().absent("2026-03-04", "2026-03-06").absent("2026-03-07", "2026-03-13", CARL))
                .colleague(carl());
        Story coveredFirst = Story.inBerlin()
                .owner(rhea().absent("2026-03-04", "2026-03-06", CARL).absent("2026-03-07", "2026-03-13"))
                .colleague(carl().absent("2026-03-05", "2026-03-06"));
        Story twoCovers = Story.inBerlin()
                .owner(rhea().absent("2026-03-04", "2026-03-06", MONA).absent("2026-03-07", "2026-03-13", CARL))
                .colleague(carl())
                .colleague(mona().absent("2026-03-05", "2026-03-06"));

        // Then
        assertEquals("03-02 Rhea, 03-09 Carl, 03-16 Rhea", who(coveredLater, MONDAY, 3));
        assertEquals("03-02 Rhea, 03-16 Rhea, 03-23 Rhea", who(coveredFirst, MONDAY, 3));
        assertEquals("03-02 Rhea, 03-09 Carl, 03-16 Rhea", who(twoCovers, MONDAY, 3));
        assertEquals("gap day-off day-off absence absence", coveredFirst.codes(2, MONDAY));
    }

    @Test
    void whatIsDueGoesFromCoverToCover() {
        // Given
        Story story = Story.inBerlin()
                .owner(rhea().absent("2026-03-04", "2026-03-06", CARL).absent("2026-03-07", "2026-03-13"))
                .colleague(carl())
                .releasedWithBasis(Story.step(1), "2026-03-02")
                .releasedNext("2026-03-04");

        // Then
        assertEquals("03-04 Carl due", next(story, "2026-03-06T12:00"));
        assertEquals("03-16 Rhea planned", next(story, "2026-03-07T12:00"));
    }

    @Test
    void theCoversTodayIsThatOfTheirZone() {
        // Given Carl in Auckland, twelve hours ahead
        Story story = covered()
                .colleague(RepBuilder.in("Pacific/Auckland").named("Carl", CARL))
                .releasedWithBasis(Story.step(1), "2026-03-02");

        // Then
        assertEquals("03-02 Rhea due", next(story, "2026-03-03T21:00"), "Carl's Wednesday has begun, Rhea's has not");
        assertEquals("03-04 Carl planned", next(story, "2026-03-04T04:59"));
        assertEquals("03-05 Carl planned", next(story, "2026-03-04T05:00"), "five in the afternoon in Auckland");
    }

    @Test
    void aDayOfTheCoversThatBeginsOnceTheOwnerIsBackIsNotWithinTheAbsence() {
        // Given one day away in Auckland, covered from Los Angeles, 21 hours behind; and one covered from Berlin there
        Story tooLate = Story.of(RepBuilder.in("Pacific/Auckland").absent("2026-03-04", "2026-03-04", CARL))
                .enrolled("2026-03-04T10:00")
                .colleague(RepBuilder.in("America/Los_Angeles").named("Carl", CARL));
        Story inTime = Story.inBerlin()
                .enrolled("2026-03-04T10:00")
                .owner(rhea().absent("2026-03-04", "2026-03-04", CARL))
                .colleague(RepBuilder.in("America/Los_Angeles").named("Carl", CARL));

        // Then
        assertEquals("03-05 Rhea planned", next(tooLate, "2026-03-04T10:00"));
        assertEquals("03-04 Carl planned", next(inTime, "2026-03-04T10:00"));
        assertEquals("03-05 Rhea planned", next(inTime, "2026-03-05T00:00"));
    }

    @Test
    void theReasonSaysWhoseAbsenceItIsToWhoeverReads() {
        // Given P4
        Reason coverReads = reason(covered().step(2, MONDAY));
        Reason ownerReads = reason(
                covered().colleague(carl().absent("2026-03-04", "2026-03-13")).step(2, MONDAY));

        // Then
        assertEquals("Rhea is away from Wed 4 Mar to Fri 13 Mar; you cover", coverReads.text());
        assertEquals("You are away from Wed 4 Mar to Fri 13 Mar", ownerReads.text());
        assertEquals(
                Map.of(
                        "from",
                        "2026-03-04",
                        "to",
                        "2026-03-13",
                        "whose",
                        RHEA.toString(),
                        "name",
                        "Rhea",
                        "cover",
                        CARL.toString()),
                coverReads.data());
    }

    @Test
    void thanksGoToTheCoverToo() {
        // Given a meeting on Thursday
        Story story = covered().booked(INBOUND, "2026-03-02T11:00", "2026-03-05");
        PlannedTouchpoint thanks = story.plan("2026-03-03T12:00").touchpoints().get(0);

        // Then
        assertEquals("2026-03-06", thanks.dueOn().toString());
        assertEquals(CARL, thanks.repId());
    }

    @Test
    void aReplyOwedGoesToTheCoverWhileTheOwnerIsAway() {
        // Given they wrote on the Tuesday before at three: two hours were left
        Story story = covered().inbound("2026-03-03T15:00", REPLIED);

        // Then
        assertReply(story, "2026-03-03T16:00", RHEA, "2026-03-16T11:00");
        assertReply(story, "2026-03-04T00:00", CARL, "2026-03-04T11:00");
        assertReply(story, "2026-03-14T00:00", RHEA, "2026-03-16T11:00");
        assertEquals("absence after-reply", codes(story, "2026-03-04T00:00"));
        assertEquals("after-reply", codes(story, "2026-03-14T00:00"));
    }

    @Test
    void aNoAnswerOfTheCoverRestartsTheClockInTheirHours() {
        // Given
        Story story = covered().inbound("2026-03-05T11:00", REPLIED).outbound("2026-03-05T16:00", NO_ANSWER);

        // Then
        assertReply(story, "2026-03-05T16:30", CARL, "2026-03-06T12:00");
    }

    @Test
    void aReplyOwedGoesToTheManagerWhereThereIsNoCover() {
        // Given no cover, and one who is away to the end
        Story uncovered = Story.inBerlin()
                .owner(rhea().absent("2026-03-04", "2026-03-13").manager(MONA))
                .colleague(mona())
                .inbound("2026-03-05T11:00", REPLIED);
        Story awayToo = Story.inBerlin()
                .owner(away().manager(MONA))
                .colleague(carl().absent("2026-03-04", "2026-03-20"))
                .colleague(mona())
                .inbound("2026-03-05T11:00", REPLIED);

        // Then
        assertReply(uncovered, "2026-03-05T12:00", MONA, "2026-03-05T15:00");
        assertReply(awayToo, "2026-03-05T12:00", MONA, "2026-03-05T15:00");
        assertEquals(
                "Rhea is away from Wed 4 Mar to Fri 13 Mar",
                uncovered.replies("2026-03-05T12:00").get(0).reasons().get(0).text());
        assertEquals(
                TouchpointState.DUE,
                uncovered.replies("2026-03-05T12:00").get(0).state());
        assertNull(nextTouch(uncovered, "2026-03-05T12:00").whyNone());
    }

    @Test
    void aReplyOwedThatNobodyIsThereToGiveStaysAndIsToldOf() {
        // Given
        Story story = Story.inBerlin()
                .owner(rhea().absent("2026-03-04", "2026-03-13", CARL).manager(MONA))
                .inbound("2026-03-05T11:00", REPLIED);

        // Then
        assertReply(story, "2026-03-05T12:00", RHEA, "2026-03-16T13:00");
        assertEquals(new NextTouch(null, WhyNone.NOBODY_TO_ANSWER), nextTouch(story, "2026-03-05T12:00"));
        assertNull(nextTouch(story, "2026-03-14T12:00").whyNone());
    }

    @Test
    void anAbsenceWithoutEndIsTheReasonOfEveryStepWithoutADate() {
        // Given
        Story uncovered = Story.inBerlin().owner(rhea().absent("2026-03-04", "9999-12-31"));
        Story covered = Story.inBerlin()
                .owner(rhea().absent("2026-03-04", "9999-12-31", CARL))
                .colleague(carl());

        // Then
        assertEquals("2026-03-02 - - - - - -", uncovered.dates(MONDAY));
        for (int step = 2; step <= 7; step++) {
            assertEquals(
                    "You are away from Wed 4 Mar to Fri 31 Dec 9999",
                    reason(uncovered.step(step, MONDAY)).text());
        }
        assertEquals("03-02 Rhea, 03-05 Carl, 03-12 Carl, 03-23 Carl", who(covered, MONDAY, 4));
        assertEquals(
                WhyNone.OWNER_ABSENT, nextTouch(uncovered, "2026-03-04T12:00").whyNone());
    }

    @Test
    void anAbsenceChangesPlansWhenTheOwnersDateBegins() {
        // Given
        Instant begin = Instant.parse("2026-03-03T23:00:00Z");
        Instant end = Instant.parse("2026-03-13T23:00:00Z");

        // Then
        assertEquals(Optional.of(begin), away().calendar().nextAbsenceChange(begin.minusNanos(1)));
        assertEquals(Optional.of(end), away().calendar().nextAbsenceChange(begin));
        assertEquals(Optional.empty(), away().calendar().nextAbsenceChange(end));
        assertEquals(
                Optional.of(Instant.parse("2026-03-04T05:00:00Z")),
                away().hours("22:00", "06:00").calendar().nextAbsenceChange(begin.minusNanos(1)),
                "the shift of the night before is over");
    }

    private static void assertReply(Story story, String now, UUID rep, String answerBy) {
        PlannedTouchpoint reply = story.replies(now).get(0);
        assertEquals(rep, reply.repId());
        assertEquals(story.at(answerBy), reply.answerBy());
    }

    private static String codes(Story story, String now) {
        return story.replies(now).get(0).reasons().stream()
                .map(reason -> reason.code().toString())
                .collect(joining(" "));
    }

    private static NextTouch nextTouch(Story story, String now) {
        return NextTouch.of(story.situation(), story.plan(now), false, story.at(now));
    }

    private static Reason reason(PlannedTouchpoint step) {
        List<Reason> absences = step.reasons().stream()
                .filter(it -> it.code().toString().equals("absence"))
                .toList();
        assertEquals(1, absences.size());
        return absences.get(0);
    }

    private static String next(Story story, String now) {
        PlannedTouchpoint step = story.step(1, now);
        return who(step) + " " + step.state();
    }

    private static String who(Story story, String now) {
        return Story.steps(story.plan(now)).stream().map(P9CoverTest::who).collect(joining(", "));
    }

    private static String who(Story story, String now, int steps) {
        return String.join(", ", List.of(who(story, now).split(", ")).subList(0, steps));
    }

    private static String who(PlannedTouchpoint step) {
        String name = Map.of(RHEA, "Rhea", CARL, "Carl", MONA, "Mona").get(step.repId());
        return step.dueOn() == null ? "-" : step.dueOn().toString().substring(5) + " " + name;
    }

    private static String last(String words) {
        return words.substring(words.lastIndexOf("; ") + 2);
    }
}
