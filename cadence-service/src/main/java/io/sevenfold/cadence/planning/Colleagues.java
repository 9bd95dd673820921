package io.sevenfold.cadence.planning;

import io.sevenfold.events.Absence;
import java.util.Map;
import java.util.UUID;

/**
 * Who may stand in for the owner in an absence (P9). A cover's own cover is not asked, so that nobody covers in a circle.
 *
 * @param calendars of covers and of the manager, by the rep's id; one that is missing is not known here
 */
public record Colleagues(Map<UUID, RepCalendar> calendars) {

    /** Nobody. */
    public static final Colleagues NONE = new Colleagues(Map.of());

    /** Null: nobody is named, or nobody we know. */
    RepCalendar cover(Absence absence) {
        return find(absence.coverRepId());
    }

    /** The rep's; null: there is none, or none we know. */
    RepCalendar manager(RepCalendar rep) {
        return find(rep.managerId());
    }

    private RepCalendar find(UUID rep) {
        return rep == null ? null : calendars.get(rep);
    }
}
