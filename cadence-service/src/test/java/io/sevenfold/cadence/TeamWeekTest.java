package io.sevenfold.cadence;

import static io.sevenfold.cadence.DomainClockOfTests.CLOCK;
import static io.sevenfold.cadence.Workspace.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import io.sevenfold.cadence.due.DueNow;
import io.sevenfold.cadence.team.TeamsNow;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.Topic;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a manager's team stands, told once with the first day of each of their weeks. */
@CadenceServiceTest
class TeamWeekTest {

    private static final List<Integer> NONE = Collections.nCopies(7, 0);

    private final UUID manager = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private Workspace acme;

    /** Two report to the manager. */
    @BeforeEach
    void onMonday() {
        Workspace.onMonday();
        acme = Workspace.fresh();
        acme.added(Reps.managedBy(acme.rep(), manager));
        acme.added(Reps.managedBy(other, manager));
    }

    @Test
    void tellsThePersistenceOfEachOfTheirReps() {
        // Given one touched and answered, one won, one given up, one of the other's not touched, one done seven times
        acme.added(Reps.inBerlin(manager, 1, 20));
        UUID answered = acme.contact();
        UUID won = acme.contact();
        UUID givenUp = acme.contact();
        acme.contact(other);
        acme.happened(answered, Direction.OUTBOUND, Outcome.NONE, CLOCK.instant());
        acme.happened(won, Direction.OUTBOUND, Outcome.WON, CLOCK.instant());
        end(givenUp);
        morningOf("2026-11-24");
        acme.happened(answered, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant());

        // When
        morningOf("2026-11-30");

        // Then started, touches reached, given up and replied, of the connect enrollments only
        JsonPath week = last(manager);
        assertEquals("2026-11-30", week.getString("date"));
        assertEquals("2026-11-30T07:30:00Z", week.getString("digestAt"));
        assertEquals("2026-08-31", week.getString("from"));
        assertEquals("2026-11-29", week.getString("to"));
        Map<String, List<?>> expected = Map.of(
                acme.rep().toString(), List.of(3, List.of(2, 0, 0, 0, 0, 0, 0), 1, 2),
                other.toString(), List.of(1, NONE, 0, 0));
        assertEquals(
                Stream.of(acme.rep(), other).map(UUID::toString).sorted().toList(), week.getList("persistence.repId"));
        for (int i = 0; i < 2; i++) {
            String rep = "persistence[" + i + "].";
            List<?> told = List.of(
                    week.getInt(rep + "started"),
                    week.getList(rep + "reached"),
                    week.getInt(rep + "gaveUp"),
                    week.getInt(rep + "replied"));
            assertEquals(expected.get(week.getString(rep + "repId")), told);
        }
    }

    @Test
    void countsWhatStartedInTheLastThirteenFullWeeks() {
        // Given
        acme.added(Reps.inBerlin(manager, 1, 20));
        acme.contact();

        // Then neither in the week it started in, nor fourteen weeks later
        Map<String, Integer> started = Map.of("2026-11-23", 0, "2026-11-30", 1, "2027-02-22", 1, "2027-03-01", 0);
        for (String monday : List.of("2026-11-23", "2026-11-30", "2027-02-22", "2027-03-01")) {
            morningOf(monday);
            assertEquals(monday, last(manager).getString("date"));
            assertEquals(
                    started.get(monday),
                    last(manager).getList("persistence.started", Integer.class).stream()
                            .mapToInt(it -> it)
                            .sum(),
                    monday);
        }
    }

    @Test
    void tellsTheUnseenOfTheirTeamTheLongestFirstAndHowMany_7() {
        // Given twelve of the team's nobody goes on with, one nobody's, one who must not be contacted
        List<UUID> contacts = acme.contacts(11);
        contacts.forEach(this::end);
        UUID lastOne = acme.contact(other);
        acme.contact(null);
        acme.changed(Workspace.state(acme.contact(), 2, acme.rep(), true, null));
        at("2026-11-23T10:00:00Z");
        end(lastOne);
        acme.added(Reps.inBerlin(manager, 1, 20));

        // When
        morningOf("2026-11-30");

        // Then
        JsonPath week = last(manager);
        assertEquals(12, week.getInt("unseen"));
        JsonPath unseen = acme.as("app").get("/v1/unseen?owner=" + acme.rep()).jsonPath();
        assertEquals(unseen.getList("items.contactId").subList(0, 10), week.getList("longestUnseen.contactId"));
        assertEquals("ended", week.getString("longestUnseen[0].why"));
        assertEquals(acme.rep().toString(), week.getString("longestUnseen[0].repId"));
    }

    @Test
    void tellsTheRepliesTheirTeamOwesPastTheirClock_N3() {
        // Given two owed since Monday, one answered, and one owed since an hour before Friday's end
        acme.added(Reps.in(manager, "Europe/Berlin", LocalTime.of(12, 0)));
        UUID first = acme.contact();
        UUID second = acme.contact(other);
        UUID answered = acme.contact();
        UUID late = acme.contact();
        for (UUID contact : List.of(second, answered)) {
            acme.happened(contact, Direction.INBOUND, Outcome.REPLIED, Instant.parse("2026-11-23T08:30:00Z"));
        }
        acme.happened(first, Direction.INBOUND, Outcome.REPLIED, Instant.parse("2026-11-23T08:00:00Z"));
        at("2026-11-23T10:00:00Z");
        acme.happened(answered, Direction.OUTBOUND, Outcome.NONE, CLOCK.instant());
        at("2026-11-27T15:00:00Z");
        acme.happened(late, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant());

        // When the last one has until eleven
        at("2026-11-30T08:00:00Z");
        TeamsNow.tell();

        // Then
        JsonPath week = last(manager);
        assertEquals("2026-11-30T11:00:00Z", week.getString("digestAt"));
        assertEquals(ids(first, second), week.getList("repliesOverdue.contactId"));
        assertEquals(ids(acme.rep(), other), week.getList("repliesOverdue.repId"));
        assertEquals("2026-11-23T08:00:00Z", week.getString("repliesOverdue[0].owedSince"));
        assertEquals("2026-11-23T12:00:00Z", week.getString("repliesOverdue[0].answerBy"));
        assertEquals(
                acme.queue().getString("touchpoints.find { it.contactId == '" + first + "' }.id"),
                week.getString("repliesOverdue[0].touchpointId"));
    }

    @Test
    void toldOnceAWeekWhoeverTellsAndWhateverIsReplayed() {
        // Given
        acme.added(Reps.inBerlin(manager, 1, 20));

        // When two replicas begin each day, and in the week everything is told again
        for (String date : List.of("2026-11-23", "2026-11-24", "2026-11-27", "2026-11-30", "2026-12-01")) {
            CLOCK.set(Instant.parse(date + "T09:00:00Z"));
            IntStream.range(0, 2)
                    .mapToObj(replica -> CompletableFuture.runAsync(() -> {
                        DueNow.beginDays();
                        TeamsNow.tell();
                    }))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
        Topics.replay(
                List.of(Topic.REPS),
                Stream.of(manager, other, acme.rep()).map(acme::subject).toList());
        acme.changed(Reps.movedTo(manager, 2, "America/New_York"));
        for (String hour : List.of("01T15:00", "02T14:30", "04T14:30", "07T13:29")) {
            CLOCK.set(Instant.parse("2026-12-" + hour + ":00Z"));
            DueNow.beginDays();
            TeamsNow.tell();
        }

        // Then
        assertEquals(List.of("2026-11-23", "2026-11-30"), weeks(manager));

        // When
        morningOf("2026-12-07");
        at("2026-12-07T13:30:00Z");
        TeamsNow.tell();

        // Then
        assertEquals(List.of("2026-11-23", "2026-11-30", "2026-12-07"), weeks(manager));
        assertEquals("2026-12-07T13:30:00Z", last(manager).getString("digestAt"));
    }

    @Test
    void toldOnTheFirstWorkingDayOfTheirWeek() {
        // Given a manager away until Wednesday
        acme.added(Reps.away(manager, 1, 20, LocalDate.parse("2026-11-20"), LocalDate.parse("2026-11-25")));

        // When
        Stream.of("2026-11-23", "2026-11-25", "2026-11-26", "2026-11-27").forEach(TeamWeekTest::morningOf);

        // Then
        assertEquals(List.of("2026-11-26"), weeks(manager));
        assertEquals("2026-11-22", last(manager).getString("to"), "of the full weeks before");
    }

    @Test
    void tellsOfThoseWhoReportToThemDirectlyAndNothingToWhomNobodyReports() {
        // Given
        UUID below = UUID.randomUUID();
        acme.added(Reps.managedBy(below, other));
        acme.added(Reps.inBerlin(manager, 1, 20));

        // When
        morningOf("2026-11-30");

        // Then
        assertEquals(2, last(manager).getList("persistence").size());
        assertEquals(List.of(below.toString()), last(other).getList("persistence.repId"));
        assertEquals(List.of(), weeks(acme.rep()));
        assertEquals(List.of(), weeks(below));
    }

    @Test
    void aTeamThatComesWithinTheWeekIsToldOfWithTheNextDay() {
        // Given
        UUID lead = UUID.randomUUID();
        acme.added(Reps.inBerlin(lead, 1, 20));
        morningOf("2026-11-24");
        assertEquals(List.of(), weeks(lead));

        // When
        acme.added(Reps.managedBy(UUID.randomUUID(), lead));
        morningOf("2026-11-25");

        // Then
        assertEquals(List.of("2026-11-25"), weeks(lead));
        assertEquals(0, last(lead).getInt("unseen"));
        assertEquals(List.of(), last(lead).getList("longestUnseen"));
        assertEquals(List.of(), last(lead).getList("repliesOverdue"));
    }

    private void end(UUID contact) {
        acme.as("manager")
                .body("{}")
                .post("/v1/enrollments/" + acme.enrollment(contact) + "/end")
                .then()
                .statusCode(200);
    }

    private static void morningOf(String date) {
        at(date + "T07:30:00Z");
        TeamsNow.tell();
    }

    private List<String> weeks(UUID of) {
        return acme.told(of, "TeamWeekBegun").stream()
                .map(week -> week.getString("date"))
                .toList();
    }

    private JsonPath last(UUID of) {
        List<JsonPath> weeks = acme.told(of, "TeamWeekBegun");
        return weeks.get(weeks.size() - 1);
    }

    private static List<String> ids(UUID... ids) {
        return Stream.of(ids).map(UUID::toString).toList();
    }
}
