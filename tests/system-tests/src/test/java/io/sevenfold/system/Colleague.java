package io.sevenfold.system;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A rep who works from Monday to Friday.
 *
 * @param dayBegins local time
 * @param holidays their region's, as a calendar on the wall shows them
 */
record Colleague(UUID id, String name, ZoneId zone, LocalTime dayBegins, Set<LocalDate> holidays, List<Leave> leaves) {

    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /** Both dates included; {@code cover} is null where nobody covers. */
    record Leave(LocalDate from, LocalDate to, Colleague cover) {

        static Leave of(String from, String to, Colleague cover) {
            return new Leave(LocalDate.parse(from), LocalDate.parse(to), cover);
        }

        /** As contacts-service takes an absence. */
        Map<String, Object> toJson() {
            Map<String, Object> absence = new HashMap<>();
            absence.put("from", from.toString());
            absence.put("to", to.toString());
            absence.put("coverRepId", cover == null ? null : cover.id);
            return absence;
        }

        private boolean includes(LocalDate date) {
            return !date.isBefore(from) && !date.isAfter(to);
        }
    }

    boolean worksOn(LocalDate date) {
        return !WEEKEND.contains(date.getDayOfWeek())
                && !holidays.contains(date)
                && leaves.stream().noneMatch(leave -> leave.includes(date));
    }

    LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** Whether their day is one of work and has begun. */
    boolean isAtWork(Instant instant) {
        ZonedDateTime local = instant.atZone(zone);
        return worksOn(local.toLocalDate()) && !local.toLocalTime().isBefore(dayBegins);
    }
}
