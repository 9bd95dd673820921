package io.sevenfold.cadence.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.sevenfold.events.Intent;
import io.sevenfold.events.TouchpointState;
import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

/** P3: the whole plan is visible from the first moment, all seven dates. */
class P3WholePlanTest {

    @Test
    void inBerlinWithoutHolidays() {
        assertEquals(
                "2026-03-02 2026-03-05 2026-03-12 2026-03-23 2026-04-02 2026-04-16 2026-04-30",
                Story.inBerlin().dates("2026-03-02T10:00"));
    }

    @Test
    void inTokyoAndLosAngelesOnTheSameDates() {
        // Given Monday, 08:00 in Tokyo, and Monday, 10:00 in Los Angeles
        Story east = Story.of(RepBuilder.in("Asia/Tokyo")).enrolled("2026-03-01T23:00:00Z");
        Story west = Story.of(RepBuilder.in("America/Los_Angeles")).enrolled("2026-03-02T18:00:00Z");

        // Then
        String dates = "2026-03-02 2026-03-05 2026-03-12 2026-03-23 2026-04-02 2026-04-16 2026-04-30";
        assertEquals(dates, east.dates("2026-03-01T23:00:00Z"));
        assertEquals(dates, west.dates("2026-03-02T18:00:00Z"));
    }

    @Test
    void inBavariaOverEasterAndLabourDay() {
        // Given
        RepBuilder rep = RepBuilder.in("Europe/Berlin").region("DE-BY");

        // Then
        assertEquals(
                "2026-03-02 2026-03-05 2026-03-12 2026-03-23 2026-04-02 2026-04-20 2026-05-05",
                Story.inBerlin().owner(rep).dates("2026-03-02T10:00"));
    }

    @Test
    void inBavariaOverEasterAscensionAndWhitsunWhileTheClocksChange() {
        // Given
        RepBuilder rep = RepBuilder.in("Europe/Berlin").region("DE-BY");

        // Then
        assertEquals(
                "2027-03-22 2027-03-25 2027-04-05 2027-04-14 2027-04-26 2027-05-11 2027-05-26",
                Story.of(rep).enrolled("2027-03-22T10:00").dates("2027-03-22T10:00"));
    }

    @Test
    void inNewYorkOverIndependenceDayKeptOnFriday() {
        // Given
        RepBuilder rep = RepBuilder.in("America/New_York").region("US-NY");

        // Then
        assertEquals(
                "2026-06-29 2026-07-02 2026-07-10 2026-07-21 2026-07-31 2026-08-14 2026-08-28",
                Story.of(rep).enrolled("2026-06-29T10:00").dates("2026-06-29T10:00"));
    }

    @Test
    void inAWeekOfTuesdaysAndWednesdays() {
        // Given
        RepBuilder rep = RepBuilder.in("Europe/Berlin").days(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY);

        // Then
        assertEquals(
                "2026-03-03 2026-03-10 2026-03-17 2026-03-31 2026-04-14 2026-04-28 2026-05-12",
                Story.inBerlin().owner(rep).dates("2026-03-02T10:00"));
    }

    @Test
    void throughNightShiftsWhileTheClocksChange() {
        // Given Friday, 02:00, in Thursday's shift; the clocks go back in Saturday's night
        Story story = Story.of(RepBuilder.in("Europe/Berlin").hours("22:00", "06:00"))
                .gaps(1, 3, 5, 7, 8)
                .enrolled("2026-10-23T02:00");

        // Then
        assertEquals("2026-10-23 2026-10-28 2026-11-04 2026-11-13 2026-11-25", story.dates("2026-10-23T02:00"));
    }

    @Test
    void saysOfEachStepWhatToGiveAndHow() {
        // Given
        List<PlannedTouchpoint> steps = Story.steps(Story.inBerlin().plan("2026-03-02T10:00"));

        // Then
        assertEquals(
                List.of(1, 2, 3, 4, 5, 6, 7),
                steps.stream().map(PlannedTouchpoint::step).toList());
        assertEquals(
                List.of(
                        Intent.INSIGHT,
                        Intent.HELP,
                        Intent.INTRODUCTION,
                        Intent.CONGRATULATION,
                        Intent.INSIGHT,
                        Intent.INVITATION,
                        Intent.ASK),
                steps.stream().map(PlannedTouchpoint::intent).toList());
        assertEquals("Something for Ada", steps.get(0).guidance());
        assertEquals(Story.step(1), steps.get(0).id());
        assertEquals(TouchpointState.PLANNED, steps.get(0).state());
        assertNull(steps.get(0).closedAt());
    }

    @Test
    void fillsNamesAsTheyAreAndCompaniesWhereKnown() {
        // Given
        Guidance known = new Guidance("Ada {contact.company} Lovelace", "Analytical $1 Engines");
        Guidance unknown = new Guidance("Ada", null);

        // Then
        assertEquals("Ada {contact.company} Lovelace", known.fill("{contact.name}"));
        assertEquals("Ada of Analytical $1 Engines", known.fill("{contact.firstName} of {contact.company}"));
        assertEquals("Ada of their company", unknown.fill("{contact.firstName} of {contact.company}"));
    }

    @Test
    void explainsAnAbsenceWithoutEndInsteadOfADate() {
        // Given
        RepBuilder gone = RepBuilder.in("Europe/Berlin").absent("2026-03-10", "9999-12-31");
        Story story = Story.inBerlin().owner(gone);

        // Then nothing can be counted from what has no date
        assertEquals("2026-03-02 2026-03-05 - - - - -", story.dates("2026-03-02T10:00"));
        assertEquals("gap absence", story.codes(3, "2026-03-02T10:00"));
        assertEquals("absence", story.codes(4, "2026-03-02T10:00"));
    }
}
