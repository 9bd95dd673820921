package io.sevenfold.cadence.queue;

import io.sevenfold.cadence.due.RepDay;
import io.sevenfold.cadence.plan.RepCalendars;
import io.sevenfold.cadence.planning.RepCalendar;
import io.sevenfold.delivery.Subject;
import io.sevenfold.events.Rep;
import io.sevenfold.rest.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;

/** The rep whose queue it is, and their local date now. */
public record QueueOwner(Subject rep, Rep state, RepCalendar calendar, LocalDate today) {

    private static final int DAYS_AHEAD = 60;

    /** @throws ProblemException 404 where nobody here knows the rep */
    public static QueueOwner find(Connection connection, Subject rep, Instant now) throws SQLException {
        Rep state = RepCalendars.rep(connection, rep.workspace(), rep.id())
                .orElseThrow(() -> ProblemException.notFound("rep", rep.id()));
        RepCalendar calendar = RepCalendar.of(state);
        return new QueueOwner(rep, state, calendar, calendar.dateOf(now));
    }

    /**
     * The date asked for.
     *
     * @param asked null: today
     * @throws ProblemException 400 where it is past or further ahead than plans are worth reading
     */
    LocalDate date(LocalDate asked) {
        LocalDate last = today.plusDays(DAYS_AHEAD);
        if (asked != null && (asked.isBefore(today) || asked.isAfter(last))) {
            throw ProblemException.invalid("date", "must be from today, " + today + ", to " + last);
        }
        return asked == null ? today : asked;
    }

    public RepDay day() {
        return new RepDay(rep, today, state.dailyCapacity(), 0);
    }

    /** How many touchpoints a date holds. */
    public int capacity(LocalDate date) {
        return calendar.isWorkingDay(date) ? state.dailyCapacity() : 0;
    }
}
