package io.sevenfold.cadence;

import static io.sevenfold.cadence.DomainClockOfTests.CLOCK;
import static io.sevenfold.cadence.Workspace.at;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a rep's day begins and what it has room for (P5). */
@CadenceServiceTest
class DueTest {

    private static final String SUNDAY = "2026-11-22T12:00:00Z";
    private static final String MONDAY = "2026-11-23T07:30:00Z";
    private static final String TUESDAY = "2026-11-24T07:30:00Z";

    @BeforeEach
    void onSunday() {
        Workspace.onMonday();
        CLOCK.set(Instant.parse(SUNDAY));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 08:30, 2026-11-23T07:30:00Z",
        "Europe/Berlin, 10:00, 2026-11-23T08:00:00Z",
        "America/Los_Angeles, 08:30, 2026-11-23T16:30:00Z",
        "Pacific/Auckland, 08:30, 2026-11-22T19:30:00Z"
    })
    void beginsTheDayAtTheDigestsTimeOrTheStartOfHoursInTheRepsZone_P5(String zone, LocalTime digest, Instant begins) {
        // Given
        Workspace acme = Workspace.fresh();
        acme.added(Reps.in(acme.rep(), zone, digest));
        UUID contact = acme.contact();

        // When
        at(begins.minusSeconds(1).toString());

        // Then
        assertEquals(List.of(), acme.told(acme.rep()));
        acme.awaitDue();

        // When
        at(begins.toString());
        at(begins.plusSeconds(60).toString());

        // Then
        acme.awaitDue(contact);
        JsonPath day = only(acme.told(acme.rep(), "DayBegun"));
        assertEquals("2026-11-23", day.getString("date"));
        assertEquals(List.of(acme.step(contact, 1).toString()), day.getList("due"));
        JsonPath due = only(acme.told(contact, "TouchpointDue"));
        assertEquals(1, due.getInt("round"));
        assertEquals(7, due.getInt("steps"));
        assertEquals(begins.toString(), due.getString("dueAt"));
        assertEquals(acme.rep().toString(), due.getString("repId"));
    }

    @Test
    void tellsAtTheDaysBeginWhatIsOwedDueOverdueMovedAndAhead_P5() {
        // Given
        Workspace acme = Workspace.withCapacity(2);
        List<UUID> contacts = inOrder(acme, acme.contacts(4));
        UUID wrote = acme.contact();
        acme.happened(wrote, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant());

        // When
        at(MONDAY);

        // Then
        JsonPath monday = only(acme.told(acme.rep(), "DayBegun"));
        assertEquals(1, monday.getList("replies").size());
        assertEquals(firstSteps(acme, contacts.subList(0, 2)), uuids(monday, "due"));
        assertEquals(List.of(), monday.getList("overdue"));
        assertEquals(firstSteps(acme, contacts.subList(2, 4)), uuids(monday, "moved.touchpointId"));
        assertEquals(List.of("2026-11-23", "2026-11-23"), monday.getList("moved.from"));
        assertEquals(List.of("2026-11-24", "2026-11-24"), monday.getList("moved.to"));
        assertEquals(List.of(1, 1), monday.getList("moved.days"));
        assertEquals(2, monday.getInt("load.find { it.date == '2026-11-24' }.planned"));

        // When
        at(TUESDAY);

        // Then
        JsonPath tuesday = acme.told(acme.rep(), "DayBegun").get(1);
        assertEquals(firstSteps(acme, contacts.subList(0, 2)), uuids(tuesday, "overdue"));
        assertEquals(Set.of(), uuids(tuesday, "due"), "what is due from yesterday takes the places");
        assertEquals(List.of(2, 2), tuesday.getList("moved.days"));
    }

    @Test
    void releasesTwoOfFiveAndMovesTheOthersInTheOpen_P5() {
        // Given
        Workspace acme = Workspace.withCapacity(2);
        List<UUID> contacts = inOrder(acme, acme.contacts(5));

        // When
        at(MONDAY);

        // Then
        acme.awaitDue(contacts.get(0), contacts.get(1));
        for (UUID moved : contacts.subList(2, 5)) {
            JsonPath plan = acme.plan(moved);
            assertEquals("planned", plan.getString("touchpoints[0].state"));
            assertEquals("2026-11-24", plan.getString("touchpoints[0].dueOn"));
            assertTrue(plan.getList("touchpoints[0].reasons.code").contains("capacity"));
            assertEquals("2026-11-27", plan.getString("touchpoints[1].dueOn"));
        }
    }

    @Test
    void givesWhatIsOverdueAtMostHalfWhileTheDaysOwnNeedTheRest_P5() {
        // Given
        Workspace acme = Workspace.withCapacity(2);
        List<UUID> contacts = inOrder(acme, acme.contacts(5));
        at(MONDAY);
        acme.awaitDue(contacts.get(0), contacts.get(1));
        contacts.subList(0, 2)
                .forEach(it ->
                        acme.act(acme.step(it, 1), "complete", "{}").then().statusCode(200));
        at("2026-11-23T15:30:00Z");
        List<UUID> tuesdays = inOrder(acme, acme.contacts(2));
        tuesdays.forEach(it -> assertEquals("2026-11-24", acme.plan(it).getString("touchpoints[0].dueOn")));

        // When
        at(TUESDAY);

        // Then
        acme.awaitDue(contacts.get(2), tuesdays.get(0));
        assertEquals("2026-11-25", acme.plan(contacts.get(3)).getString("touchpoints[0].dueOn"));
        assertEquals("2026-11-25", acme.plan(tuesdays.get(1)).getString("touchpoints[0].dueOn"));
    }

    @Test
    void whatWaitedUntilTheDayIsTheDaysOwn_P5() {
        // Given two that are due since yesterday, and one paused until today
        Workspace acme = Workspace.withCapacity(2);
        UUID paused = acme.contact();
        acme.as("rep")
                .body("{\"until\": \"2026-11-24\"}")
                .post("/v1/enrollments/" + acme.enrollment(paused) + "/pause")
                .then()
                .statusCode(200);
        List<UUID> overdue = acme.contacts(2);
        at(MONDAY);
        acme.awaitDue(overdue.get(0), overdue.get(1));

        // When
        at(TUESDAY);

        // Then
        acme.awaitDue(overdue.get(0), overdue.get(1), paused);
        JsonPath tuesday = acme.told(acme.rep(), "DayBegun").get(1);
        assertEquals(Set.of(acme.step(paused, 1)), uuids(tuesday, "due"));
    }

    @Test
    void prefersWhoHasBeenSilentForLongest_P5() {
        // Given
        Workspace acme = Workspace.withCapacity(2);
        UUID lately = acme.contact();
        UUID longAgo = acme.contact();
        UUID never = acme.contact();
        Instant sunday = CLOCK.instant();
        acme.happened(lately, Direction.OUTBOUND, Outcome.REPLIED, sunday.minus(Duration.ofDays(7)));
        acme.happened(longAgo, Direction.OUTBOUND, Outcome.REPLIED, sunday.minus(Duration.ofDays(70)));

        // When
        at(MONDAY);

        // Then
        acme.awaitDue(never, longAgo);
        assertEquals("2026-11-24", acme.plan(lately).getString("touchpoints[0].dueOn"));
    }

    @Test
    void releasesArrivalsAtOnceWhileTheDayHasPlacesAndAPlaceGivenStaysTaken_P5() {
        // Given
        Workspace acme = Workspace.withCapacity(1);
        at(MONDAY);

        // When
        UUID first = acme.contact();

        // Then
        acme.awaitDue(first);

        // When
        acme.act(acme.step(first, 1), "complete", "{}").then().statusCode(200);
        UUID second = acme.contact();
        at("2026-11-23T07:40:00Z");

        // Then
        acme.awaitDue();
        assertEquals("2026-11-24", acme.plan(second).getString("touchpoints[0].dueOn"));

        // When
        at(TUESDAY);

        // Then
        acme.awaitDue(second);
    }

    @Test
    void burstsNothingAfterAnOutageOfThreeDays_T6() {
        // Given
        Workspace acme = Workspace.withCapacity(2);
        List<UUID> contacts = inOrder(acme, acme.contacts(3));

        // When
        at("2026-11-26T10:00:00Z");

        // Then
        acme.awaitDue(contacts.get(0), contacts.get(1));
        assertEquals("2026-11-26", only(acme.told(acme.rep(), "DayBegun")).getString("date"));
        JsonPath plan = acme.plan(contacts.get(0));
        assertEquals(
                List.of("due", "planned"), plan.getList("touchpoints.state").subList(0, 2));
        assertEquals("2026-12-01", plan.getString("touchpoints[1].dueOn"), "re-planned from the earliest");
        assertEquals("2026-11-27", acme.plan(contacts.get(2)).getString("touchpoints[0].dueOn"));
    }

    @Test
    void releasesNothingOnADayWhoseHoursAreOverWhenTheServiceIsBack_T5() {
        // Given
        Workspace acme = Workspace.withCapacity(20);
        at(MONDAY);
        CLOCK.set(Instant.parse("2026-11-23T14:00:00Z"));
        Database.change("update rep set current_day_ends_at = '2000-01-01' where id = ?", acme.rep());
        UUID contact = acme.contact();

        // When
        at("2026-11-23T22:00:00Z");

        // Then
        acme.awaitDue();

        // When
        at(TUESDAY);

        // Then
        acme.awaitDue(contact);
        assertEquals("2026-11-24", acme.plan(contact).getString("touchpoints[0].dueOn"));
    }

    @Test
    void beginsNoDayOnHolidaysAndWeekends_T2() {
        // Given
        CLOCK.set(Instant.parse("2026-12-24T15:30:00Z"));
        Workspace acme = Workspace.fresh();
        acme.added(Reps.withHolidaysOf(acme.rep(), "DE-BY"));
        UUID contact = acme.contact();

        // When
        for (String day : List.of("2026-12-24", "2026-12-25", "2026-12-26", "2026-12-27")) {
            at(day + "T15:30:00Z");
        }

        // Then
        assertEquals(List.of("2026-12-24"), dates(acme));
        acme.awaitDue();

        // When
        at("2026-12-28T07:30:00Z");

        // Then
        acme.awaitDue(contact);
        assertEquals(List.of("2026-12-24", "2026-12-28"), dates(acme));
        assertTrue(acme.plan(contact).getList("touchpoints[0].reasons.code").contains("holiday"));
    }

    private static List<String> dates(Workspace workspace) {
        return workspace.told(workspace.rep(), "DayBegun").stream()
                .map(day -> day.getString("date"))
                .toList();
    }

    /** Contacts in the order of their first touchpoints' ids, the last that P5 orders by. */
    private static List<UUID> inOrder(Workspace workspace, List<UUID> contacts) {
        Map<UUID, UUID> steps = new HashMap<>();
        contacts.forEach(contact -> steps.put(contact, workspace.step(contact, 1)));
        return contacts.stream()
                .sorted(Comparator.comparing(contact -> steps.get(contact).toString()))
                .toList();
    }

    private static Set<UUID> firstSteps(Workspace workspace, List<UUID> contacts) {
        return contacts.stream().map(contact -> workspace.step(contact, 1)).collect(toSet());
    }

    private static Set<UUID> uuids(JsonPath data, String path) {
        return data.getList(path, String.class).stream().map(UUID::fromString).collect(toSet());
    }

    private static <T> T only(List<T> list) {
        assertEquals(1, list.size(), () -> "one and no more: " + Stream.of(list).toList());
        return list.get(0);
    }
}
