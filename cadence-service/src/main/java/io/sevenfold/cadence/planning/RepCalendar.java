package io.sevenfold.cadence.planning;

import static java.time.temporal.ChronoUnit.HOURS;

import io.sevenfold.events.Rep;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A rep's days and hours (T1 to T5): which dates they work, when a date begins and ends, what is today. */
public final class RepCalendar {

    /** A year and a half without one working day: whatever is wrong, counting on would not end. */
    static final int SEARCH_DAYS = 550;

    private final UUID repId;
    private final String name;
    private final UUID managerId;
    private final ZoneId zone;
    private final Set<DayOfWeek> workingDays;
    private final LocalTime from;
    private final LocalTime to;
    private final LocalTime digestTime;
    private final Duration replyClock;
    private final Holidays holidays;
    private final Absences absences;

    private RepCalendar(Rep rep) {
        this.repId = rep.id();
        this.name = rep.name();
        this.managerId = rep.managerId();
        this.zone = ZoneId.of(rep.timeZone());
        this.workingDays = EnumSet.noneOf(DayOfWeek.class);
        this.workingDays.addAll(rep.workingDays());
        this.from = rep.workingHours().from();
        this.to = rep.workingHours().to();
        this.digestTime = rep.digestTime();
        this.replyClock = Duration.of(rep.replyClockHours(), HOURS);
        this.holidays = Holidays.of(rep.holidayRegion());
        this.absences = new Absences(rep.absences() == null ? List.of() : rep.absences());
    }

    public static RepCalendar of(Rep rep) {
        return new RepCalendar(rep);
    }

    /** The first working day on or after the date (T2); empty where a year and a half has none: an absence without end. */
    public Optional<LocalDate> workingDayFrom(LocalDate date) {
        return date.datesUntil(date.plusDays(SEARCH_DAYS))
                .filter(this::isWorkingDay)
                .findFirst();
    }

    /** T2: one of their weekdays, neither a public holiday nor in an absence, and a date that their zone has. */
    public boolean isWorkingDay(LocalDate date) {
        return workingDays.contains(date.getDayOfWeek())
                && holiday(date) == null
                && absences.on(date) == null
                && existsInZone(date);
    }

    /** The date of an instant (T1): the local one; within a shift past midnight, the date the shift began. */
    public LocalDate dateOf(Instant instant) {
        LocalDate date = LocalDate.ofInstant(instant, zone);
        if (!pastMidnight()) {
            return date;
        }
        LocalDate before = date.minusDays(1);
        boolean inLastNightsShift = instant.isBefore(hoursEnd(before)) && isWorkingDay(before);
        return inLastNightsShift ? before : date;
    }

    /** When the rep's day begins (P5): at the digest's time or the start of hours, whichever is first. */
    public Instant dayBegins(LocalDate date) {
        LocalTime start = digestTime.isBefore(from) ? digestTime : from;
        return LocalTimes.instantOf(date.atTime(start), zone);
    }

    /**
     * When the digest of the date is to come (N2): at the rep's time; at once where their day begins later than that, for the service
     * was away or the rep was not known yet.
     *
     * @param begun when the day begins
     */
    public Instant digestAt(LocalDate date, Instant begun) {
        Instant at = LocalTimes.instantOf(date.atTime(digestTime), zone);
        return at.isBefore(begun) ? begun : at;
    }

    /** How many working days there are after the one date, up to and with the other (T2); 0 where that is not later. */
    public int workingDaysAfter(LocalDate date, LocalDate to) {
        return date.isBefore(to)
                ? (int) date.plusDays(1)
                        .datesUntil(to.plusDays(1))
                        .filter(this::isWorkingDay)
                        .count()
                : 0;
    }

    /** When the hours that begin on the date are over; that instant is out already (T4). */
    public Instant hoursEnd(LocalDate date) {
        LocalDateTime end = (pastMidnight() ? date.plusDays(1) : date).atTime(to);
        return LocalTimes.instantOf(end, zone);
    }

    /** The earliest date something can fall on now (T5): today where its hours are not over, else the next; no working day yet. */
    public LocalDate earliestFrom(Instant now) {
        LocalDate today = dateOf(now);
        return now.isBefore(hoursEnd(today)) ? today : today.plusDays(1);
    }

    /** Where a gap of 0 ends (T3): the date itself where at least an hour of its hours is left, else the next. */
    LocalDate sameDayOrNext(LocalDate date, Instant now) {
        Instant lastChance = hoursEnd(date).minus(1, HOURS);
        return isWorkingDay(date) && now.isAfter(lastChance) ? date.plusDays(1) : date;
    }

    /** When the clock of a reply owed ends: so much working time after the instant (elapsed time, so clock changes count right). */
    public Instant replyDeadline(Instant since) {
        Duration left = replyClock;
        LocalDate date = dateOf(since);
        for (int days = 0; days < SEARCH_DAYS; days++, date = date.plusDays(1)) {
            if (!isWorkingDay(date)) {
                continue;
            }
            Instant start = LocalTimes.instantOf(date.atTime(from), zone);
            Instant begin = since.isAfter(start) ? since : start;
            Instant end = hoursEnd(date);
            if (begin.isBefore(end)) {
                Duration day = Duration.between(begin, end);
                if (day.compareTo(left) >= 0) {
                    return begin.plus(left);
                }
                left = left.minus(day);
            }
        }
        return since.plus(Duration.ofDays(SEARCH_DAYS));
    }

    /** The instant itself where it is within working hours, else when they next begin (N3); itself where they never do. */
    public Instant withinHours(Instant at) {
        return workingDayFrom(earliestFrom(at))
                .map(date -> LocalTimes.instantOf(date.atTime(from), zone))
                .filter(at::isBefore)
                .orElse(at);
    }

    /** The name of the public holiday on the date; null: none. */
    String holiday(LocalDate date) {
        return holidays.on(date);
    }

    Absences absences() {
        return absences;
    }

    /** When {@link #dateOf} comes to the date: at midnight, or once a shift of the night before is over. */
    Instant dateBegins(LocalDate date) {
        Instant midnight = date.atStartOfDay(zone).toInstant();
        LocalDate before = dateOf(midnight);
        return before.isBefore(date) ? hoursEnd(before) : midnight;
    }

    /** When an absence begins or ends next, which moves plans by time alone (P9); empty: never. */
    public Optional<Instant> nextAbsenceChange(Instant now) {
        return absences.nextChange(now, this::dateBegins);
    }

    /** Who may have to stand in for them from now on (P9): covers, and the manager where there is an absence at all. */
    public Set<UUID> standIns(Instant now) {
        LocalDate today = dateOf(now);
        Set<UUID> standIns = absences.coversFrom(today);
        if (managerId != null && absences.anyFrom(today)) {
            standIns.add(managerId);
        }
        return standIns;
    }

    UUID repId() {
        return repId;
    }

    String name() {
        return name;
    }

    /** Null: there is none. */
    UUID managerId() {
        return managerId;
    }

    private boolean pastMidnight() {
        return to.isBefore(from);
    }

    /** A zone that jumps over the date line skips a whole date (Pacific/Apia had no 30 December 2011). */
    private boolean existsInZone(LocalDate date) {
        return date.atStartOfDay(zone).toLocalDate().equals(date);
    }
}
