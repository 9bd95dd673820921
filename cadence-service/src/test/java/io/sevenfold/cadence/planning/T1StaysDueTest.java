package io.sevenfold.cadence.planning;

import static io.sevenfold.events.Direction.OUTBOUND;
import static io.sevenfold.events.Outcome.NONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.sevenfold.events.Outcome;
import java.time.DayOfWeek;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** T1: when zone, hours, week, holidays or owner change, dates are planned anew, but what is already due stays due. */
class T1StaysDueTest {

    /** A call on Thursday, 26 March, at 23:30; step 2 due on Tuesday, 31 March. */
    private static Story due() {
        return Story.inBerlin().outbound("2026-03-26T23:30", NONE).releasedWithBasis(Story.step(2), "2026-03-31");
    }

    static Stream<Arguments> owners() {
        return Stream.of(
                // where the call was on Friday
                Arguments.of("zone", RepBuilder.in("Asia/Tokyo"), "2026-04-01"),
                // César Chávez Day is on 31 March
                Arguments.of("holidays", RepBuilder.in("Europe/Berlin").region("US-CA"), "2026-04-01"),
                Arguments.of("week", RepBuilder.in("Europe/Berlin").days(DayOfWeek.THURSDAY), "2026-04-02"),
                Arguments.of("hours", RepBuilder.in("Europe/Berlin").hours("22:00", "06:00"), "2026-03-31"),
                Arguments.of("owner", RepBuilder.in("Europe/Berlin").named("Nora", new UUID(1, 9)), "2026-03-31"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("owners")
    void whatIsDueStaysDueAndWhatIsNotIsPlannedAnew(String what, RepBuilder owner, String anew) {
        // Given
        Story due = due().owner(owner);
        Story planned = Story.inBerlin().outbound("2026-03-26T23:30", NONE).owner(owner);

        // Then
        assertEquals("Xdppppp", due.states("2026-03-31T12:00"));
        assertEquals("2026-03-31", due.step(2, "2026-03-31T12:00").dueOn().toString());
        assertEquals("2026-03-31", due.step(2, "2026-03-31T12:00").plannedOn().toString());
        assertEquals(anew, planned.step(2, "2026-03-31T06:30").dueOn().toString());
    }

    @Test
    void whatWasReleasedOnFloorsStaysDueToo() {
        // Given a no at 23:30 on Monday, 2 March: ten days of rest until Monday, 16 March; in Tokyo it was Tuesday
        Story story = Story.inBerlin()
                .outbound("2026-03-02T23:30", Outcome.NOT_NOW)
                .releasedWithBasis(Story.step(2), "2026-03-16")
                .owner(RepBuilder.in("Asia/Tokyo"));

        // Then
        assertEquals("Xdppppp", story.states("2026-03-16T12:00"));
    }

    @Test
    void aThankYouStaysDueToo() {
        // Given a meeting on Monday, 30 March, and thanks due on the 31st, which becomes a holiday
        Story story = Story.inBerlin().booked(OUTBOUND, "2026-03-02T11:00", "2026-03-30");
        story.releasedWithBasis(story.thanksFor(0), "2026-03-31")
                .owner(RepBuilder.in("Europe/Berlin").region("US-CA"));

        // Then
        assertEquals("2026-03-31 due", story.thanks("2026-03-31T12:00"));
    }

    @Test
    void whatCountsFromSomethingElseIsPlannedAgain() {
        // Given it was due; then a touch of another kind, a snooze, and a later word of theirs that was answered
        Story touched = due().outbound("2026-03-31T11:00", NONE, Story.step(5));
        Story snoozed = due().snooze(Story.step(2), "2026-03-31T11:00", "2026-04-08");
        Story answered = due().inbound("2026-03-31T11:00", Outcome.REPLIED).outbound("2026-03-31T12:00", NONE);

        // Then
        assertEquals("XpppXpp", touched.states("2026-03-31T13:00"));
        assertEquals("Xpppppp", snoozed.states("2026-03-31T13:00"));
        assertEquals("Xpppppp", answered.states("2026-03-31T13:00"));
    }

    @Test
    void theBasisIsTheSameInEveryZoneAndAnotherWhereItCountsFromAnother() {
        // Given
        String basis = Story.inBerlin()
                .outbound("2026-03-26T23:30", NONE)
                .step(2, "2026-03-27T12:00")
                .basis();

        // Then
        assertEquals(
                basis,
                due().owner(RepBuilder.in("Pacific/Auckland"))
                        .step(2, "2026-04-27T12:00")
                        .basis());
        assertNotEquals(
                basis,
                due().snooze(Story.step(2), "2026-03-31T11:00", "2026-04-08")
                        .step(2, "2026-03-31T13:00")
                        .basis());
    }

    @Test
    void onlyWhatCouldBeReleasedHasABasis() {
        assertNull(due().step(1, "2026-03-31T12:00").basis());
        assertNull(due().step(3, "2026-03-31T12:00").basis());
        assertNull(due().inbound("2026-03-31T11:00", Outcome.REPLIED)
                .step(2, "2026-03-31T12:00")
                .basis());
        assertNull(due().owner(null).step(2, "2026-03-31T12:00").basis());
    }
}
