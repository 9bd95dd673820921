package io.sevenfold.cadence;

import io.sevenfold.events.Absence;
import io.sevenfold.events.Rep;
import io.sevenfold.events.WorkingHours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;

/** States of reps as contacts-service tells of them: Monday to Friday, 09:00 to 17:00, digest at 08:30. */
final class Reps {

    private Reps() {}

    static Rep inBerlin(UUID id, long version, int capacity) {
        return of(id, version, capacity, "Europe/Berlin", null, LocalTime.of(8, 30), List.of());
    }

    static Rep away(UUID id, long version, int capacity, LocalDate from, LocalDate to) {
        return of(
                id,
                version,
                capacity,
                "Europe/Berlin",
                null,
                LocalTime.of(8, 30),
                List.of(new Absence(from, to, null)));
    }

    /** @param cover null: nobody */
    static Rep covered(UUID id, long version, LocalDate from, LocalDate to, UUID cover, UUID manager) {
        List<Absence> absences = List.of(new Absence(from, to, cover));
        return of(id, version, 20, "Europe/Berlin", null, LocalTime.of(8, 30), absences, manager);
    }

    static Rep in(UUID id, String zone, LocalTime digestTime) {
        return of(id, 1, 20, zone, null, digestTime, List.of());
    }

    static Rep movedTo(UUID id, long version, String zone) {
        return of(id, version, 20, zone, null, LocalTime.of(8, 30), List.of());
    }

    /** Who works on these weekdays, from 09:00 to 17:00. */
    static Rep working(UUID id, long version, List<DayOfWeek> days, String zone, LocalTime digestTime) {
        return with(of(id, version, 20, zone, null, digestTime, List.of()), days, null);
    }

    static Rep withHolidaysOf(UUID id, String region) {
        return of(id, 1, 20, "Europe/Berlin", region, LocalTime.of(8, 30), List.of());
    }

    static Rep managedBy(UUID id, UUID manager) {
        Rep it = inBerlin(id, 1, 20);
        return with(it, it.workingDays(), manager);
    }

    private static Rep with(Rep it, List<DayOfWeek> days, UUID manager) {
        return new Rep(
                it.id(),
                it.version(),
                it.name(),
                it.email(),
                it.locale(),
                it.timeZone(),
                days,
                it.workingHours(),
                it.holidayRegion(),
                it.dailyCapacity(),
                it.digestTime(),
                it.replyClockHours(),
                it.absences(),
                manager);
    }

    private static Rep of(
            UUID id,
            long version,
            int capacity,
            String zone,
            String region,
            LocalTime digestTime,
            List<Absence> absences) {
        return of(id, version, capacity, zone, region, digestTime, absences, null);
    }

    private static Rep of(
            UUID id,
            long version,
            int capacity,
            String zone,
            String region,
            LocalTime digestTime,
            List<Absence> absences,
            UUID manager) {
        return new Rep(
                id,
                version,
                "Grace Hopper",
                "grace@example.com",
                "en",
                zone,
                List.copyOf(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)),
                new WorkingHours(LocalTime.of(9, 0), LocalTime.of(17, 0)),
                region,
                capacity,
                digestTime,
                4,
                absences,
                manager);
    }
}
