package io.sevenfold.cadence.planning;

import io.sevenfold.cadence.planning.Levelling.Release;
import io.sevenfold.cadence.planning.Slot.Passed;
import io.sevenfold.events.Absence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Whose day a touch falls on (T3, T5, P9): the owner's working days, and within an absence those of who covers. So what falls in an
 * absence, or is overdue when one begins, goes to the cover, and what they do not come to returns to the owner.
 */
final class Duty {

    private final RepCalendar owner;
    private final Colleagues colleagues;
    private final Instant now;
    private final LocalDate today;

    Duty(RepCalendar owner, Colleagues colleagues, Instant now) {
        this.owner = owner;
        this.colleagues = colleagues;
        this.now = now;
        this.today = owner.dateOf(now);
    }

    RepCalendar owner() {
        return owner;
    }

    /** Where the date moves to, past or not. */
    Slot first(LocalDate date) {
        return search(date, date, rep -> LocalDate.MIN);
    }

    /** Where it falls now. {@code earliest} says from which of their dates on somebody may be asked (T5, P5). */
    Slot next(LocalDate date, Function<RepCalendar, LocalDate> earliest) {
        return search(date, date.isBefore(today) ? today : date, earliest);
    }

    /**
     * Where it is due still that was released: with the owner where they have not been away since, whoever the owner was then (T1);
     * with the cover until the absence is over. Null: nowhere, it is planned again (P9).
     */
    Slot released(Release release) {
        LocalDate on = release.on();
        Absence absence = owner.absences().on(on);
        if (absence == null) {
            return owner.absences().anyIn(on, today) ? null : new Slot(on, owner, List.of());
        }
        RepCalendar cover = colleagues.cover(absence);
        boolean lasts = cover != null
                && cover.repId().equals(release.repId())
                && !today.isAfter(absence.to())
                && !cover.absences().anyIn(on, cover.dateOf(now));
        return lasts ? new Slot(on, cover, List.of(new Passed(owner, on, absence))) : null;
    }

    /** The absence the owner is in now; null: they are there. */
    Absence absenceNow() {
        return owner.absences().on(today);
    }

    /** Who owes an answer now: the owner, in their absence the cover, else the manager; null: nobody is left (P9). */
    RepCalendar answering() {
        Absence absence = absenceNow();
        if (absence == null) {
            return owner;
        }
        RepCalendar cover = colleagues.cover(absence);
        return cover != null && comesToIt(cover, absence) ? cover : colleagues.manager(owner);
    }

    /** Whether the cover is not away themselves, or is back before the absence is over. */
    private boolean comesToIt(RepCalendar cover, Absence absence) {
        LocalDate date = cover.dateOf(now);
        return cover.absences().on(date) == null
                || coverDay(cover, absence, date, rep -> date, new ArrayList<>()) != null;
    }

    private Slot search(LocalDate date, LocalDate from, Function<RepCalendar, LocalDate> earliest) {
        List<Passed> passed = new ArrayList<>();
        LocalDate owners = earliest.apply(owner);
        LocalDate end = from.plusDays(RepCalendar.SEARCH_DAYS);
        for (LocalDate day = from; day.isBefore(end); day = day.plusDays(1)) {
            Absence absence = owner.absences().on(day);
            if (absence != null) {
                passed.add(new Passed(owner, day, absence));
                RepCalendar cover = colleagues.cover(absence);
                LocalDate covered = cover == null ? null : coverDay(cover, absence, date, earliest, passed);
                if (covered != null) {
                    return new Slot(covered, cover, passed);
                }
                day = absence.to();
            } else if (!day.isBefore(owners)) {
                if (owner.isWorkingDay(day)) {
                    return new Slot(day, owner, passed);
                }
                passed.add(new Passed(owner, day, null));
            }
        }
        return new Slot(null, owner, passed);
    }

    /** The cover's first working day within the absence, and not one that begins only once the owner is back; null: none is left. */
    private LocalDate coverDay(
            RepCalendar cover,
            Absence absence,
            LocalDate date,
            Function<RepCalendar, LocalDate> earliest,
            List<Passed> passed) {
        List<Passed> off = new ArrayList<>();
        LocalDate from = later(later(date, absence.from()), earliest.apply(cover));
        LocalDate end = from.plusDays(RepCalendar.SEARCH_DAYS);
        for (LocalDate day = from; !day.isAfter(absence.to()) && day.isBefore(end); day = day.plusDays(1)) {
            if (cover.isWorkingDay(day)) {
                passed.addAll(off);
                return cover.dayBegins(day)
                                .isBefore(owner.dateBegins(absence.to().plusDays(1)))
                        ? day
                        : null;
            }
            off.add(new Passed(cover, day, cover.absences().on(day)));
        }
        return null;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
