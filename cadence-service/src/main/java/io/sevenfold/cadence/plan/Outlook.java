package io.sevenfold.cadence.plan;

import com.github.f4b6a3.uuid.UuidCreator;
import io.sevenfold.cadence.planning.Decision;
import io.sevenfold.cadence.planning.PlannedTouchpoint;
import io.sevenfold.cadence.planning.Planner;
import io.sevenfold.cadence.planning.Situation;
import io.sevenfold.delivery.Subject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Which date a touchpoint would come to if somebody gave it one, planned by the same planner; nothing is written. */
public final class Outlook {

    private Outlook() {}

    /**
     * For each of these dates the one it would be; a date that leads to none is left out.
     *
     * @param kind {@link Decision.Kind#SNOOZE} or {@link Decision.Kind#RESCHEDULE}
     */
    public static Map<LocalDate, LocalDate> of(
            Connection connection,
            Subject contact,
            UUID touchpoint,
            Decision.Kind kind,
            Collection<LocalDate> dates,
            Instant now)
            throws SQLException {
        Map<LocalDate, LocalDate> outlook = new LinkedHashMap<>();
        for (ContactFacts facts : Facts.of(connection, List.of(contact))) {
            for (LocalDate date : dates) {
                Decision decision = new Decision(
                        UuidCreator.getTimeOrderedEpoch(), null, touchpoint, kind, now, "", null, date, null, null);
                dueOn(facts.situation().deciding(decision), touchpoint, now, outlook, date);
            }
        }
        return outlook;
    }

    private static void dueOn(
            Situation situation, UUID touchpoint, Instant now, Map<LocalDate, LocalDate> outlook, LocalDate date) {
        Planner.plan(situation, now).touchpoints().stream()
                .filter(it -> it.id().equals(touchpoint))
                .map(PlannedTouchpoint::dueOn)
                .filter(Objects::nonNull)
                .forEach(dueOn -> outlook.put(date, dueOn));
    }
}
