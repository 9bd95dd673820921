package io.sevenfold.cadence.planning;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sevenfold.cadence.planning.DayLevelling.Candidate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** P5: of the daily number what is overdue takes at most half, rounded down, while the day's own needs the rest. */
class P5LevellingTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-05");

    @ParameterizedTest
    @CsvSource({
        // capacity, overdue, own: released of each, passed over of each
        "5, 0, 0, 0, 0, 0, 0",
        "5, 1, 1, 1, 1, 0, 0",
        "5, 4, 4, 2, 3, 2, 1",
        "5, 0, 9, 0, 5, 0, 4",
        "5, 9, 0, 5, 0, 4, 0",
        "5, 9, 1, 4, 1, 5, 0",
        "5, 1, 9, 1, 4, 0, 5",
        "1, 1, 1, 0, 1, 1, 0",
        "1, 2, 0, 1, 0, 1, 0",
        "20, 30, 30, 10, 10, 20, 20",
    })
    void sharesTheDay(int capacity, int overdue, int own, int overdueIn, int ownIn, int overdueOut, int ownOut) {
        // Given
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < overdue; i++) {
            candidates.add(candidate(i, "2026-03-04", false, null));
        }
        for (int i = 0; i < own; i++) {
            candidates.add(candidate(100 + i, "2026-03-05", false, null));
        }

        // When
        DayLevelling day = DayLevelling.of(TODAY, capacity, capacity, candidates);

        // Then
        assertEquals(overdueIn + "+" + ownIn, shares(day.release()));
        assertEquals(overdueOut + "+" + ownOut, shares(day.passedOver()));
        assertEquals(overdueIn + ownIn, day.used());
    }

    @Test
    void placesGoByDateThenSilenceThenId() {
        // Given
        List<Candidate> candidates = new ArrayList<>(List.of(
                candidate(1, "2026-03-03", false, null),
                candidate(2, "2026-03-04", false, null),
                candidate(3, "2026-03-04", false, null),
                candidate(4, "2026-03-04", false, "2026-01-01T00:00:00Z"),
                candidate(5, "2026-03-04", false, "2026-02-01T00:00:00Z")));
        Collections.reverse(candidates);

        // Then
        assertEquals("1 2 3 4", ids(DayLevelling.of(TODAY, 4, 4, candidates).release()));
        assertEquals("5", ids(DayLevelling.of(TODAY, 4, 4, candidates).passedOver()));
    }

    @Test
    void whatIsDueAlreadyTakesAPlaceAndStaysDueWithoutOne() {
        // Given three due since before, one that was passed over, two of today
        List<Candidate> candidates = List.of(
                candidate(1, "2026-03-02", true, null),
                candidate(2, "2026-03-02", true, null),
                candidate(3, "2026-03-03", true, null),
                candidate(4, "2026-03-04", false, null),
                candidate(5, "2026-03-05", false, null),
                candidate(6, "2026-03-05", false, null));

        // When
        DayLevelling day = DayLevelling.of(TODAY, 4, 4, candidates);

        // Then
        assertEquals("5 6", ids(day.release()));
        assertEquals("4", ids(day.passedOver()));
        assertEquals(4, day.used());
    }

    @Test
    void aDayWithoutPlacesLeftReleasesNothing() {
        // When
        DayLevelling day = DayLevelling.of(TODAY, 4, 0, List.of(candidate(1, "2026-03-05", false, null)));

        // Then
        assertEquals("", ids(day.release()));
        assertEquals("1", ids(day.passedOver()));
    }

    private static Candidate candidate(int id, String plannedOn, boolean released, String lastTheirs) {
        return new Candidate(
                new UUID(0, id),
                new UUID(1, id),
                LocalDate.parse(plannedOn),
                released,
                lastTheirs == null ? null : Instant.parse(lastTheirs));
    }

    private static String shares(List<Candidate> candidates) {
        long overdue =
                candidates.stream().filter(it -> it.plannedOn().isBefore(TODAY)).count();
        return overdue + "+" + (candidates.size() - overdue);
    }

    private static String ids(List<Candidate> candidates) {
        return candidates.stream()
                .map(it -> String.valueOf(it.touchpointId().getLeastSignificantBits()))
                .collect(joining(" "));
    }
}
