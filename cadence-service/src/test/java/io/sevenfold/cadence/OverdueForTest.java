package io.sevenfold.cadence;

import static io.sevenfold.cadence.Workspace.at;
import static io.sevenfold.cadence.Workspace.state;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** For how many working days (T2) what is overdue has been due in its present round (N1), told at each day's begin. */
@CadenceServiceTest
class OverdueForTest {

    private static final LocalDate TUESDAY = LocalDate.parse("2026-11-24");

    private Workspace acme;

    @BeforeEach
    void onMonday() {
        Workspace.onMonday();
        acme = Workspace.fresh();
    }

    @Test
    void countsTheRepsWorkingDaysSinceItWasReleased_T2() {
        // Given one who works from Monday to Wednesday
        acme.added(Reps.working(
                acme.rep(),
                1,
                List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY),
                "Europe/Berlin",
                LocalTime.of(8, 30)));
        UUID first = acme.contact();
        acme.awaitDue(first);

        // When
        morningsOf("24", "25", "26", "27", "30");
        UUID second = acme.contact();
        acme.awaitDue(first, second);
        at("2026-12-01T07:30:00Z");

        // Then
        assertEquals(List.of(), days().get(0).getList("overdueFor"));
        assertEquals(List.of(1, 2, 3), overdueFor(first).limit(3).toList());
        JsonPath last = days().get(4);
        assertEquals("2026-12-01", last.getString("date"));
        assertEquals(4, workingDays(last, first));
        assertEquals(1, workingDays(last, second));
        assertEquals(last.getList("overdue"), last.getList("overdueFor.touchpointId"));
    }

    @Test
    void countsFromTheReleaseAfterASnooze_N1() {
        // Given
        acme.added(Reps.inBerlin(acme.rep(), 1, 20));
        UUID contact = acme.contact();
        acme.awaitDue(contact);
        morningsOf("24");

        // When
        acme.act(acme.step(contact, 1), "snooze", "{\"until\": \"2026-11-26\"}")
                .then()
                .statusCode(200);
        morningsOf("25", "26", "27", "30");

        // Then
        assertEquals(List.of(1, 1, 2), overdueFor(contact).toList());
    }

    @Test
    void countsForTheNewOwnerFromTheHandOver_N1() {
        // Given
        acme.added(Reps.inBerlin(acme.rep(), 1, 20));
        UUID other = UUID.randomUUID();
        acme.added(Reps.inBerlin(other, 1, 20));
        UUID contact = acme.contact();
        acme.awaitDue(contact);
        morningsOf("24", "25");

        // When
        at("2026-11-25T11:00:00Z");
        acme.changed(state(contact, 2, other));
        morningsOf("26", "27");

        // Then
        assertEquals(List.of(1, 2), overdueFor(contact).toList());
        List<JsonPath> others = acme.told(other, "DayBegun");
        assertEquals("2026-11-27", others.get(others.size() - 1).getString("date"));
        assertEquals(1, workingDays(others.get(others.size() - 2), contact));
        assertEquals(2, workingDays(others.get(others.size() - 1), contact));
    }

    @Test
    void countsTheCoversDaysWhereACoverDoesIt_P9() {
        // Given a cover who does not work on Wednesdays
        UUID cover = UUID.randomUUID();
        acme.added(Reps.working(
                cover,
                1,
                List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY),
                "Europe/Berlin",
                LocalTime.of(8, 30)));
        acme.added(Reps.inBerlin(acme.rep(), 1, 20));
        UUID contact = acme.contact();
        acme.awaitDue(contact);

        // When
        acme.changed(Reps.covered(acme.rep(), 2, TUESDAY, TUESDAY.plusDays(10), cover, null));
        morningsOf("24", "25", "26", "27");

        // Then
        List<JsonPath> days = acme.told(cover, "DayBegun");
        assertTrue(days.get(1).getList("due").contains(acme.step(contact, 1).toString()));
        assertEquals(1, workingDays(days.get(2), contact));
        assertEquals(2, workingDays(days.get(3), contact));
    }

    private void morningsOf(String... datesOfNovember) {
        for (String date : datesOfNovember) {
            at("2026-11-" + date + "T07:30:00Z");
        }
    }

    private List<JsonPath> days() {
        return acme.told(acme.rep(), "DayBegun");
    }

    /** Day by day, where it is overdue. */
    private Stream<Integer> overdueFor(UUID contact) {
        String step = acme.step(contact, 1).toString();
        return days().stream()
                .filter(day -> day.getList("overdue").contains(step))
                .map(day -> workingDays(day, contact));
    }

    private int workingDays(JsonPath day, UUID contact) {
        return day.getInt("overdueFor.find { it.touchpointId == '" + acme.step(contact, 1) + "' }.workingDays");
    }
}
