package io.sevenfold.cadence.planning;

import static io.sevenfold.events.Direction.INBOUND;
import static io.sevenfold.events.Direction.OUTBOUND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sevenfold.events.Outcome;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** P4: a date and its reasons, as one sentence that a rep would be glad to read. */
class P4WhyTest {

    private static final Pattern SENTENCE = Pattern.compile(
            "(Done|Skipped|Cancelled) on \\w+day \\d+ \\w{3}|(No date yet|\\w+day \\d+ \\w{3}( \\d{4})?): [^ ].*[^ .;,]");

    @Test
    void saysWhatTheGapCountsFromAndWhatItWasMovedPast() {
        // Given away on the Thursday it would be
        Story away = Story.inBerlin()
                .owner(RepBuilder.in("Europe/Berlin").absent("2026-03-05", "2026-03-05"))
                .outbound("2026-03-02T11:00", Outcome.NONE);

        // Then
        assertEquals(
                "Friday 6 Mar: three working days after your call on Mon 2 Mar; you are away on Thu 5 Mar",
                why(away, 2, "2026-03-02T12:00"));
        assertEquals("Monday 2 Mar: the day of the start of the cadence", why(Story.inBerlin(), 1, "2026-03-02T10:00"));
        assertEquals("Done on Monday 2 Mar", why(away, 1, "2026-03-02T12:00"));
    }

    @Test
    void namesHolidaysAndDaysOffTogether() {
        // Given asked to come back on Good Friday
        Story story = Story.inBerlin()
                .owner(RepBuilder.in("Europe/Berlin").region("DE-BY"))
                .until(OUTBOUND, "2026-03-02T11:00", Outcome.NOT_NOW, "2026-04-03");

        // Then
        assertEquals(
                "Tuesday 7 Apr: they asked to be contacted again on Fri 3 Apr; Good Friday (Fri 3 Apr) and Easter Monday"
                        + " (Mon 6 Apr) are holidays; you do not work on Saturdays and Sundays",
                why(story, 2, "2026-03-02T10:00"));
    }

    @Test
    void saysWhatHoldsItBackInsteadOfTheGap() {
        assertEquals(
                "Friday 20 Mar: they asked to be contacted again that day",
                why(
                        Story.inBerlin().until(OUTBOUND, "2026-03-02T11:00", Outcome.NOT_NOW, "2026-03-20"),
                        2,
                        "2026-03-02T12:00"));
        assertEquals(
                "Monday 16 Mar: ten working days of rest after their no on Mon 2 Mar",
                why(Story.inBerlin().outbound("2026-03-02T11:00", Outcome.NO_BUDGET), 2, "2026-03-02T12:00"));
        assertEquals(
                "Wednesday 11 Mar: the first working day after their return on Tue 10 Mar",
                why(
                        Story.inBerlin().until(INBOUND, "2026-03-02T11:00", Outcome.AUTO_REPLY, "2026-03-10"),
                        1,
                        "2026-03-02T12:00"));
        assertEquals(
                "Monday 16 Mar: snoozed until Sat 14 Mar; you do not work on Saturdays and Sundays",
                why(Story.inBerlin().snooze(Story.step(1), "2026-03-02T11:00", "2026-03-14"), 1, "2026-03-02T12:00"));
    }

    @Test
    void saysWhichDayItWasMovedOnFrom() {
        assertEquals(
                "Tuesday 3 Mar: the day of the start of the cadence, Mon 2 Mar; moved on from Mon 2 Mar, which was full",
                why(Story.inBerlin().passedOver(1, "2026-03-02"), 1, "2026-03-02T10:00"));
        assertEquals(
                "Wednesday 4 Mar: the day of the start of the cadence, Mon 2 Mar; moved on from Mon 2 Mar, which is over",
                why(Story.inBerlin(), 1, "2026-03-04T10:00"));
    }

    @Test
    void saysWhatThePlanWaitsForOnce() {
        // Given
        Story meeting = Story.inBerlin().booked(OUTBOUND, "2026-03-02T11:00", "2026-03-05");
        Story reply = Story.inBerlin()
                .outbound("2026-03-02T11:00", Outcome.NONE)
                .inbound("2026-03-03T09:00", Outcome.REPLIED);

        // Then
        assertEquals(
                "Tuesday 10 Mar: three working days after your meeting on Thu 5 Mar",
                why(meeting, 2, "2026-03-02T12:00"));
        assertEquals(
                "Friday 6 Mar: three working days after an answer on Tue 3 Mar; nothing is due until their message is"
                        + " answered",
                why(reply, 2, "2026-03-03T10:00"));
        assertEquals(
                "Tuesday 3 Mar: they reached out that day; an answer is owed",
                Why.of(reply.replies("2026-03-03T10:00").get(0), true));
    }

    @Test
    void namesTheYearWhereItIsAnother() {
        assertEquals(
                "Wednesday 3 Mar 2027: snoozed until that day",
                why(Story.inBerlin().snooze(Story.step(1), "2026-03-02T11:00", "2027-03-03"), 1, "2026-03-02T12:00"));
    }

    @Test
    void saysTheYearOnlyWithTheDate() {
        // Given
        UUID carl = new UUID(1, 2);
        Story covered = Story.inBerlin()
                .owner(RepBuilder.in("Europe/Berlin").absent("2026-03-02", "2027-03-03", carl))
                .colleague(RepBuilder.in("Europe/Berlin").named("Carl", carl))
                .snooze(Story.step(1), "2026-03-02T11:00", "2027-03-03");

        // Then
        assertEquals(
                "Wednesday 3 Mar 2027: snoozed until that day; Rhea is away from Mon 2 Mar to that day; you cover",
                why(covered, 1, "2026-03-02T12:00"));
    }

    @Test
    void saysWhatIsWaitedForWhereThereIsNoDate() {
        // Given
        Story endless = Story.inBerlin().owner(RepBuilder.in("Europe/Berlin").absent("2026-03-02", "2039-03-02"));

        // Then
        assertEquals("No date yet: you are away from Mon 2 Mar to Wed 2 Mar 2039", why(endless, 1, "2026-03-02T10:00"));
        assertEquals("No date yet: you are away from Mon 2 Mar to Wed 2 Mar 2039", why(endless, 2, "2026-03-02T10:00"));
        assertEquals(
                "No date yet: nobody follows up with them",
                Why.of(Story.inBerlin().owner(null).step(1, "2026-03-02T10:00"), false));
    }

    @Test
    void readsAsOneSentenceWhateverHappened() {
        PlannerPropertyTest.always(history -> {
            for (PlannedTouchpoint it :
                    Planner.plan(history.story().situation(), history.now()).touchpoints()) {
                String why = Why.of(it, true);
                assertTrue(SENTENCE.matcher(why).matches() && !why.contains("null") && !why.contains("; ;"), why);
            }
        });
    }

    private static String why(Story story, int step, String now) {
        return Why.of(story.step(step, now), true);
    }
}
