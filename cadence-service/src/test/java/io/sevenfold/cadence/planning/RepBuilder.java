package io.sevenfold.cadence.planning;

import io.sevenfold.events.Absence;
import io.sevenfold.events.Rep;
import io.sevenfold.events.WorkingHours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A rep for tests: Monday to Friday, 09:00 to 17:00, digest 08:30, four hours to reply, no holidays, until said otherwise. */
final class RepBuilder {

    final ZoneId zone;

    private List<DayOfWeek> days =
            List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
    private WorkingHours hours = new WorkingHours(LocalTime.of(9, 0), LocalTime.of(17, 0));
    private LocalTime digest = LocalTime.of(8, 30);
    private String region;
    private UUID id = new UUID(1, 1);
    private String name = "Rhea";
    private UUID manager;
    private final List<Absence> absences = new ArrayList<>();

    private RepBuilder(String zone) {
        this.zone = ZoneId.of(zone);
    }

    static RepBuilder in(String zone) {
        return new RepBuilder(zone);
    }

    RepBuilder days(DayOfWeek... days) {
        this.days = List.of(days);
        return this;
    }

    RepBuilder hours(String from, String to) {
        this.hours = new WorkingHours(LocalTime.parse(from), LocalTime.parse(to));
        return this;
    }

    RepBuilder digest(String time) {
        this.digest = LocalTime.parse(time);
        return this;
    }

    RepBuilder region(String region) {
        this.region = region;
        return this;
    }

    RepBuilder absent(String from, String to) {
        return absent(from, to, null);
    }

    RepBuilder absent(String from, String to, UUID cover) {
        absences.add(new Absence(LocalDate.parse(from), LocalDate.parse(to), cover));
        return this;
    }

    RepBuilder named(String name, UUID id) {
        this.name = name;
        this.id = id;
        return this;
    }

    RepBuilder manager(UUID manager) {
        this.manager = manager;
        return this;
    }

    RepCalendar calendar() {
        return RepCalendar.of(new Rep(
                id,
                1,
                name,
                "rhea@example.com",
                "en",
                zone.getId(),
                days,
                hours,
                region,
                20,
                digest,
                4,
                absences,
                manager));
    }
}
