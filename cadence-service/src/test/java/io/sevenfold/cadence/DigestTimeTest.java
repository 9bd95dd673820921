package io.sevenfold.cadence;

import static io.sevenfold.cadence.DomainClockOfTests.CLOCK;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import io.sevenfold.cadence.due.DueNow;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** N2: once per rep and working date, at the rep's time in their zone, clock changes (T4) and moves included. */
@CadenceServiceTest
class DigestTimeTest {

    private static final Duration STEP = Duration.ofMinutes(15);

    private static final List<DayOfWeek> ALL_DAYS = List.of(DayOfWeek.values());
    private static final List<DayOfWeek> WEEKDAYS = ALL_DAYS.subList(0, 5);

    /** In UTC, the year aside. New York skips 02:30 on 14 March, Berlin on the 28th, Cairo 00:30 on 30 April. */
    private static final String SPRING = """
            date  | Kolkata 08:30 | New York 02:30 | Berlin 02:30 | Lord Howe 01:45 | Santiago 23:30 | Cairo 00:30
            03-12 | 03-12T03:00   | 03-12T07:30    | 03-12T01:30  | 03-11T14:45     | 03-13T02:30    | 03-11T22:30
            03-13 | -             | 03-13T07:30    | 03-13T01:30  | 03-12T14:45     | 03-14T02:30    | 03-12T22:30
            03-14 | -             | 03-14T07:00    | 03-14T01:30  | 03-13T14:45     | 03-15T02:30    | 03-13T22:30
            03-15 | 03-15T03:00   | 03-15T06:30    | 03-15T01:30  | 03-14T14:45     | 03-16T02:30    | 03-14T22:30

            03-27 | -             | 03-27T06:30    | 03-27T01:30  | 03-26T14:45     | 03-28T02:30    | 03-26T22:30
            03-28 | -             | 03-28T06:30    | 03-28T01:00  | 03-27T14:45     | 03-29T02:30    | 03-27T22:30
            03-29 | 03-29T03:00   | 03-29T06:30    | 03-29T00:30  | 03-28T14:45     | 03-30T02:30    | 03-28T22:30

            04-03 | -             | 04-03T06:30    | 04-03T00:30  | 04-02T14:45     | 04-04T02:30    | 04-02T22:30
            04-04 | -             | 04-04T06:30    | 04-04T00:30  | 04-03T14:45     | 04-05T03:30    | 04-03T22:30
            04-05 | 04-05T03:00   | 04-05T06:30    | 04-05T00:30  | 04-04T15:15     | 04-06T03:30    | 04-04T22:30

            04-29 | 04-29T03:00   | 04-29T06:30    | 04-29T00:30  | 04-28T15:15     | 04-30T03:30    | 04-28T22:30
            04-30 | 04-30T03:00   | 04-30T06:30    | 04-30T00:30  | 04-29T15:15     | 05-01T03:30    | 04-29T22:00
            05-01 | -             | 05-01T06:30    | 05-01T00:30  | 04-30T15:15     | 05-02T03:30    | 04-30T21:30
            """;

    /** Santiago skips 00:15 on 5 September, Lord Howe 02:15 on 3 October; the others' times come twice on 28 and 31 October, 7 November. */
    private static final String AUTUMN = """
            date  | Kolkata 08:30 | New York 01:30 | Berlin 02:30 | Lord Howe 02:15 | Santiago 00:15 | Cairo 23:30
            09-04 | -             | 09-04T05:30    | 09-04T00:30  | 09-03T15:45     | 09-04T04:15    | 09-04T20:30
            09-05 | -             | 09-05T05:30    | 09-05T00:30  | 09-04T15:45     | 09-05T04:00    | 09-05T20:30
            09-06 | 09-06T03:00   | 09-06T05:30    | 09-06T00:30  | 09-05T15:45     | 09-06T03:15    | 09-06T20:30

            10-02 | -             | 10-02T05:30    | 10-02T00:30  | 10-01T15:45     | 10-02T03:15    | 10-02T20:30
            10-03 | -             | 10-03T05:30    | 10-03T00:30  | 10-02T15:30     | 10-03T03:15    | 10-03T20:30
            10-04 | 10-04T03:00   | 10-04T05:30    | 10-04T00:30  | 10-03T15:15     | 10-04T03:15    | 10-04T20:30

            10-28 | 10-28T03:00   | 10-28T05:30    | 10-28T00:30  | 10-27T15:15     | 10-28T03:15    | 10-28T20:30
            10-29 | 10-29T03:00   | 10-29T05:30    | 10-29T00:30  | 10-28T15:15     | 10-29T03:15    | 10-29T21:30
            10-30 | -             | 10-30T05:30    | 10-30T00:30  | 10-29T15:15     | 10-30T03:15    | 10-30T21:30
            10-31 | -             | 10-31T05:30    | 10-31T00:30  | 10-30T15:15     | 10-31T03:15    | 10-31T21:30
            11-01 | 11-01T03:00   | 11-01T05:30    | 11-01T01:30  | 10-31T15:15     | 11-01T03:15    | 11-01T21:30

            11-06 | -             | 11-06T05:30    | 11-06T01:30  | 11-05T15:15     | 11-06T03:15    | 11-06T21:30
            11-07 | -             | 11-07T05:30    | 11-07T01:30  | 11-06T15:15     | 11-07T03:15    | 11-07T21:30
            11-08 | 11-08T03:00   | 11-08T06:30    | 11-08T01:30  | 11-07T15:15     | 11-08T03:15    | 11-08T21:30
            """;

    private static final Map<String, String> ZONES = Map.of(
            "Kolkata", "Asia/Kolkata",
            "New York", "America/New_York",
            "Berlin", "Europe/Berlin",
            "Lord Howe", "Australia/Lord_Howe",
            "Santiago", "America/Santiago",
            "Cairo", "Africa/Cairo");

    private Workspace acme;

    @BeforeEach
    void nobodyElseWorks() {
        Workspace.onMonday();
        acme = Workspace.fresh();
    }

    @Test
    void comesOnceOnEachWorkingDateAtTheRepsTimeThroughTheClockChangesOfSpring_N2() {
        assertDigests(SPRING);
    }

    @Test
    void comesOnceOnEachWorkingDateAtTheRepsTimeThroughTheClockChangesOfAutumn_N2() {
        assertDigests(AUTUMN);
    }

    /** Blank lines part the stretches of time through which the clock is moved: from the day before to the day after. */
    private void assertDigests(String table) {
        // Given
        List<String> header = cells(table.lines().findFirst().orElseThrow());
        List<UUID> reps = header.stream().skip(1).map(this::rep).toList();

        // When
        for (String stretch : table.substring(table.indexOf('\n') + 1).split("\n\n")) {
            List<String> rows = stretch.lines().toList();
            pass(date(rows.get(0)).minusDays(1), date(rows.get(rows.size() - 1)).plusDays(1));
        }

        // Then
        Map<String, Map<String, String>> expected = new LinkedHashMap<>();
        Map<String, Map<String, String>> told = new LinkedHashMap<>();
        for (int i = 0; i < reps.size(); i++) {
            int column = i + 1;
            Map<String, String> dates = table.lines()
                    .skip(1)
                    .filter(row -> !row.isEmpty())
                    .collect(
                            toMap(row -> date(row).toString(), row -> cells(row).get(column)));
            expected.put(header.get(column), new TreeMap<>(dates));
            told.put(header.get(column), new TreeMap<>(dates(reps.get(i), dates)));
        }
        assertEquals(expected, told);
    }

    private UUID rep(String column) {
        String place = column.substring(0, column.length() - 6);
        LocalTime digest = LocalTime.parse(column.substring(column.length() - 5));
        UUID id = UUID.randomUUID();
        acme.added(Reps.working(id, 1, place.equals("Kolkata") ? WEEKDAYS : ALL_DAYS, ZONES.get(place), digest));
        return id;
    }

    /** From the beginning of the one date in UTC to the end of the other. */
    private static void pass(LocalDate from, LocalDate to) {
        Instant end = to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        for (Instant at = from.atStartOfDay(ZoneOffset.UTC).toInstant(); at.isBefore(end); at = at.plus(STEP)) {
            CLOCK.set(at);
            DueNow.beginDays();
        }
    }

    /** What was told for these dates, as the table has it; none is told of twice. */
    private Map<String, String> dates(UUID rep, Map<String, String> dates) {
        Map<String, String> told = acme.told(rep, "DayBegun").stream()
                .collect(toMap(day -> day.getString("date"), DigestTimeTest::digestAt));
        return dates.keySet().stream().collect(toMap(date -> date, date -> told.getOrDefault(date, "-")));
    }

    private static String digestAt(JsonPath day) {
        return day.getString("digestAt").replace("2027-", "").replace(":00Z", "");
    }

    private static LocalDate date(String row) {
        return LocalDate.parse("2027-" + cells(row).get(0));
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.split("\\|")).map(String::strip).toList();
    }

    @Test
    void comesAtTheRepsTimeAlsoWhereTheirHoursBeginTheDay_P5() {
        // Given hours from 09:00
        acme.added(Reps.in(acme.rep(), "Europe/Berlin", LocalTime.of(11, 0)));

        // When
        Workspace.at("2026-11-23T08:00:00Z");
        Workspace.at("2026-11-24T08:00:00Z");

        // Then
        assertEquals(List.of("2026-11-23T10:00:00Z", "2026-11-24T10:00:00Z"), digests());
    }

    @Test
    void comesAtOnceWhereTheDayBeginsAfterTheRepsTime_T6() {
        // When known only at ten in the morning, and away on the next until three
        acme.added(Reps.inBerlin(acme.rep(), 1, 20));
        Workspace.at("2026-11-23T09:00:00Z");
        Workspace.at("2026-11-24T14:00:00Z");

        // Then
        assertEquals(List.of("2026-11-23T09:00:00Z", "2026-11-24T14:00:00Z"), digests());
    }

    @Test
    void aMoveWestMakesNoSecondOneForADate_N2() {
        // Given it is Monday, the 23rd, in Auckland
        CLOCK.set(Instant.parse("2026-11-22T12:00:00Z"));
        acme.added(Reps.in(acme.rep(), "Pacific/Auckland", LocalTime.of(8, 30)));
        Workspace.at("2026-11-22T19:30:00Z");

        // When
        acme.changed(Reps.movedTo(acme.rep(), 2, "America/Los_Angeles"));
        for (String hour : List.of("22T20:00", "23T08:00", "23T16:30", "23T17:00", "24T00:00", "24T16:30")) {
            Workspace.at("2026-11-" + hour + ":00Z");
        }

        // Then the 23rd of Los Angeles has had its digest
        assertEquals(List.of("2026-11-23", "2026-11-24"), dates());
        assertEquals(List.of("2026-11-22T19:30:00Z", "2026-11-24T16:30:00Z"), digests());
    }

    @Test
    void aMoveEastMakesNoSecondOneForADateAndLeavesNoneOut_N2() {
        // Given it is Monday, the 23rd, in Los Angeles
        CLOCK.set(Instant.parse("2026-11-23T12:00:00Z"));
        acme.added(Reps.in(acme.rep(), "America/Los_Angeles", LocalTime.of(8, 30)));
        Workspace.at("2026-11-23T16:30:00Z");

        // When it is Tuesday, 05:31 in Auckland
        acme.changed(Reps.movedTo(acme.rep(), 2, "Pacific/Auckland"));
        for (String hour : List.of("23T16:31", "23T19:15", "23T19:30", "24T03:00", "24T19:30")) {
            Workspace.at("2026-11-" + hour + ":00Z");
        }

        // Then
        assertEquals(List.of("2026-11-23", "2026-11-24", "2026-11-25"), dates());
        assertEquals(List.of("2026-11-23T16:30:00Z", "2026-11-23T19:30:00Z", "2026-11-24T19:30:00Z"), digests());
    }

    private List<String> dates() {
        return acme.told(acme.rep(), "DayBegun").stream()
                .map(day -> day.getString("date"))
                .toList();
    }

    private List<String> digests() {
        return acme.told(acme.rep(), "DayBegun").stream()
                .map(day -> day.getString("digestAt"))
                .toList();
    }
}
