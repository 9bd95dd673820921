package io.sevenfold.cadence.planning;

import static io.sevenfold.events.Direction.INBOUND;
import static io.sevenfold.events.Direction.OUTBOUND;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sevenfold.events.Outcome;
import io.sevenfold.events.Reason;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** P4: each date carries its reasons, in order, as codes with data and as a sentence that reads well. */
class P4ReasonsTest {

    @Test
    void gapSaysWhatItCountsFrom() {
        // Given step 1 done by a call, step 3 skipped
        Story story = Story.inBerlin()
                .outbound("2026-03-02T11:00", Outcome.NO_ANSWER)
                .skip(Story.step(3), "2026-03-02T12:00", "2026-03-12");

        // Then
        assertEquals("Three working days after your call on Mon 2 Mar", story.words(2, "2026-03-02T12:00"));
        assertEquals("Seven working days after the skipped touch 3 on Thu 12 Mar", story.words(4, "2026-03-02T12:00"));
        assertEquals("Eight working days after touch 4 on Mon 23 Mar", story.words(5, "2026-03-02T12:00"));
        assertEquals(
                Map.of("days", "8", "after", "2026-03-23"),
                story.step(5, "2026-03-02T12:00").reasons().get(0).data());
    }

    @Test
    void gapOfZeroSaysTheDayAndWhetherItWasNearlyOver() {
        assertEquals(
                "The day of the start of the cadence, Mon 2 Mar",
                Story.inBerlin().words(1, "2026-03-02T10:00"));
        assertEquals(
                "The day after the start of the cadence: less than an hour of Mon 2 Mar was left",
                Story.inBerlin().enrolled("2026-03-02T16:30").words(1, "2026-03-02T16:30"));
    }

    @Test
    void gapOfOneIsOneDay() {
        assertEquals(
                "One working day after the start of the cadence on Mon 2 Mar",
                Story.inBerlin().gaps(1).words(1, "2026-03-02T10:00"));
    }

    @Test
    void holidaysThatTheGapLeftOutAreNamed() {
        // Given
        Story story = Story.inBerlin().owner(RepBuilder.in("Europe/Berlin").region("DE-BY"));
        List<Reason> reasons = story.step(6, "2026-03-02T10:00").reasons();

        // Then
        assertEquals(
                "Ten working days after touch 5 on Thu 2 Apr; Fri 3 Apr is a holiday: Good Friday;"
                        + " Mon 6 Apr is a holiday: Easter Monday",
                story.words(6, "2026-03-02T10:00"));
        assertEquals("gap holiday holiday", story.codes(6, "2026-03-02T10:00"));
        assertEquals(
                Map.of("date", "2026-04-03", "holiday", "Good Friday"),
                reasons.get(1).data());
    }

    @Test
    void holidaysAndDaysOffThatTheMovePassedAreNamed() {
        // Given revisit on Good Friday
        Story story = Story.inBerlin()
                .owner(RepBuilder.in("Europe/Berlin").region("DE-BY"))
                .until(OUTBOUND, "2026-03-02T11:00", Outcome.NOT_NOW, "2026-04-03");

        // Then
        assertEquals("2026-04-07", story.step(2, "2026-03-02T12:00").dueOn().toString());
        assertEquals("gap holiday holiday day-off day-off revisit", story.codes(2, "2026-03-02T12:00"));
    }

    @Test
    void daysOffAreNamed() {
        // Given who does not work on Thursdays
        Story story = Story.inBerlin()
                .owner(RepBuilder.in("Europe/Berlin")
                        .days(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY));
        Reason dayOff = story.step(2, "2026-03-02T10:00").reasons().get(1);

        // Then
        assertEquals("2026-03-06", story.step(2, "2026-03-02T10:00").dueOn().toString());
        assertEquals("You do not work on Thursdays", dayOff.text());
        assertEquals(Map.of("date", "2026-03-05"), dayOff.data());
    }

    @Test
    void anAbsenceIsNamedOnceAfterTheDaysOff() {
        // Given Wednesday to Friday away
        Story story = Story.inBerlin().owner(RepBuilder.in("Europe/Berlin").absent("2026-03-04", "2026-03-06"));
        List<Reason> reasons = story.step(2, "2026-03-02T10:00").reasons();

        // Then
        assertEquals("2026-03-09", story.step(2, "2026-03-02T10:00").dueOn().toString());
        assertEquals("gap day-off day-off absence", story.codes(2, "2026-03-02T10:00"));
        assertEquals("You are away from Wed 4 Mar to Fri 6 Mar", reasons.get(3).text());
        assertEquals(
                Map.of("from", "2026-03-04", "to", "2026-03-06", "whose", new UUID(1, 1).toString()),
                reasons.get(3).data());
    }

    @Test
    void aFullDayIsNamed() {
        // Given
        Story story = Story.inBerlin().passedOver(1, "2026-03-02");
        Reason capacity = story.step(1, "2026-03-02T10:00").reasons().get(1);

        // Then
        assertEquals("gap capacity", story.codes(1, "2026-03-02T10:00"));
        assertEquals("Moved on from Mon 2 Mar, which was full", capacity.text());
        assertEquals(Map.of("date", "2026-03-02"), capacity.data());
    }

    @Test
    void todaySaysWhenItWasPlanned() {
        // Given
        Reason today = Story.inBerlin().step(1, "2026-03-04T10:00").reasons().get(1);

        // Then
        assertEquals("gap today", Story.inBerlin().codes(1, "2026-03-04T10:00"));
        assertEquals("Moved on from Mon 2 Mar, which is over", today.text());
        assertEquals(Map.of("planned", "2026-03-02"), today.data());
    }

    @Test
    void aWaitingPlanSaysThatItCountsFromAnAnswer() {
        // Given
        Story story = Story.inBerlin()
                .outbound("2026-03-02T11:00", Outcome.NONE)
                .inbound("2026-03-03T09:00", Outcome.REPLIED);

        // Then
        assertEquals("gap after-reply", story.codes(2, "2026-03-03T10:00"));
        assertEquals(
                "Three working days after an answer on Tue 3 Mar; Nothing is due until their message is answered",
                story.words(2, "2026-03-03T10:00"));
        assertEquals("gap", story.codes(3, "2026-03-03T10:00"));
    }

    @Test
    void anAnswerIsWhatTheGapCountsFrom() {
        // Given one answered by a call, one decided to need none
        Story answered = Story.inBerlin()
                .inbound("2026-03-02T11:00", Outcome.REPLIED)
                .outbound("2026-03-03T10:00", Outcome.NONE);
        Story settled = Story.inBerlin().inbound("2026-03-02T11:00", Outcome.REPLIED);
        settled.skip(settled.replyTo(0), "2026-03-03T10:00", "2026-03-02");

        // Then
        assertEquals("The day of your answer, Tue 3 Mar", answered.words(1, "2026-03-03T11:00"));
        assertEquals("The day of your “no answer needed”, Tue 3 Mar", settled.words(1, "2026-03-03T11:00"));
    }

    @Test
    void theirReturnIsNamed() {
        // Given
        Story story = Story.inBerlin().until(INBOUND, "2026-03-02T11:00", Outcome.AUTO_REPLY, "2026-03-10");
        Reason back = story.step(1, "2026-03-02T12:00").reasons().get(1);

        // Then
        assertEquals("gap after-return", story.codes(1, "2026-03-02T12:00"));
        assertEquals("The first working day after their return on Tue 10 Mar", back.text());
        assertEquals(Map.of("date", "2026-03-10"), back.data());
    }

    @Test
    void theDateTheyNamedIsNamed() {
        // Given
        Story story = Story.inBerlin().until(OUTBOUND, "2026-03-02T11:00", Outcome.NOT_NOW, "2026-03-20");
        Reason revisit = story.step(2, "2026-03-02T12:00").reasons().get(1);

        // Then
        assertEquals("gap revisit", story.codes(2, "2026-03-02T12:00"));
        assertEquals("They asked to be contacted again on Fri 20 Mar", revisit.text());
        assertEquals(Map.of("date", "2026-03-20"), revisit.data());
    }

    @Test
    void theRestAfterANoIsNamed() {
        // Given
        Story story = Story.inBerlin().outbound("2026-03-02T11:00", Outcome.NO_BUDGET);
        Reason rest = story.step(2, "2026-03-02T12:00").reasons().get(1);

        // Then
        assertEquals("gap after-no", story.codes(2, "2026-03-02T12:00"));
        assertEquals("Ten working days of rest after their no on Mon 2 Mar", rest.text());
        assertEquals(Map.of("days", "10", "no", "2026-03-02", "until", "2026-03-16"), rest.data());
    }

    @Test
    void aSnoozeSaysWhose() {
        // Given
        Story story = Story.inBerlin().snooze(Story.step(1), "2026-03-02T11:00", "2026-03-06");
        Reason snoozed = story.step(1, "2026-03-02T12:00").reasons().get(1);

        // Then
        assertEquals("gap decided", story.codes(1, "2026-03-02T12:00"));
        assertEquals("Snoozed until Fri 6 Mar", snoozed.text());
        assertEquals(Map.of("until", "2026-03-06", "by", "rhea"), snoozed.data());
    }

    @Test
    void manyStandInTheOrderOfTheRule() {
        // Given snoozed to a Saturday, and then a full Monday
        Story story = Story.inBerlin()
                .snooze(Story.step(1), "2026-03-02T11:00", "2026-03-14")
                .passedOver(1, "2026-03-16");

        // Then
        assertEquals("gap day-off day-off capacity decided", story.codes(1, "2026-03-16T12:00"));
    }

    @Test
    void onlyTheFloorThatHoldsIsNamed() {
        // Given a no with a date, and another with a later one
        Story story = Story.inBerlin()
                .until(OUTBOUND, "2026-03-02T11:00", Outcome.NOT_NOW, "2026-03-12")
                .until(OUTBOUND, "2026-03-02T12:00", Outcome.NOT_NOW, "2026-03-20");

        // Then
        assertEquals(
                "Three working days after your call on Mon 2 Mar; They asked to be contacted again on Fri 20 Mar",
                story.words(2, "2026-03-02T13:00"));
    }

    @Test
    void closedStepsNeedNone() {
        assertEquals(
                "", Story.inBerlin().outbound("2026-03-02T11:00", Outcome.NONE).codes(1, "2026-03-02T12:00"));
    }
}
