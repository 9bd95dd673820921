package io.sevenfold.system;

import static java.util.Comparator.comparing;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sevenfold.system.TouchpointsTold.Day;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Moves the domain clock through each date, and waits wherever it stops until the days that begin have begun: those, each once, and
 * no other. A date on which the story does nothing is passed in the morning of the zone where it comes last.
 */
final class DayByDay {

    /** When every day has begun. */
    private static final LocalTime MORNING = LocalTime.of(8, 45);

    private final List<Colleague> colleagues;
    private final TouchpointsTold told;
    private final ZoneId last;
    private final Set<Day> begun = new HashSet<>();
    private Instant now = Sevenfold.now();

    DayByDay(List<Colleague> colleagues, TouchpointsTold told) {
        this.colleagues = colleagues;
        this.told = told;
        this.last = colleagues.stream()
                .map(Colleague::zone)
                .min(comparing(zone -> now.atZone(zone).toLocalDateTime()))
                .orElseThrow();
    }

    /** The morning of a rep's date. */
    void morning(Colleague rep, String date) {
        morning(rep, date, () -> {});
    }

    /** The same, with something that happens just as the days begin. */
    void morning(Colleague rep, String date, Runnable meanwhile) {
        Instant morning =
                LocalDate.parse(date).atTime(MORNING).atZone(rep.zone()).toInstant();
        passUntil(morning);
        move(morning);
        meanwhile.run();
        awaitDaysBegun();
    }

    /** A local time of a rep: {@code 2025-10-27T08:15}. */
    void at(Colleague rep, String local) {
        Instant instant = LocalDateTime.parse(local).atZone(rep.zone()).toInstant();
        passUntil(instant);
        move(instant);
        awaitDaysBegun();
    }

    private void passUntil(Instant goal) {
        for (Instant next = nextMorning(); next.isBefore(goal); next = nextMorning()) {
            move(next);
            awaitDaysBegun();
        }
    }

    private Instant nextMorning() {
        ZonedDateTime local = now.atZone(last);
        LocalDate date = local.toLocalDate().plusDays(local.toLocalTime().isBefore(MORNING) ? 0 : 1);
        return date.atTime(MORNING).atZone(last).toInstant();
    }

    private void move(Instant instant) {
        now = instant;
        Sevenfold.itIs(instant.toString());
    }

    private void awaitDaysBegun() {
        colleagues.stream()
                .filter(rep -> rep.isAtWork(now))
                .forEach(rep -> begun.add(new Day(rep.id(), rep.dateOf(now))));
        Sevenfold.eventually()
                .alias("days that begin by " + now)
                .pollDelay(Duration.ZERO)
                .until(() -> told.daysBegun().containsAll(begun)
                        || told.read().daysBegun().containsAll(begun));
        List<Day> days = new ArrayList<>(told.daysBegun());
        assertEquals(begun, new HashSet<>(days), () -> "days begun by " + now);
        assertEquals(begun.size(), days.size(), () -> "each day begins once; by " + now);
    }
}
