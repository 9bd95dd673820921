package io.sevenfold.cadence.insights;

import io.sevenfold.cadence.insights.PersistenceReport.Group;
import io.sevenfold.cadence.insights.PersistenceReport.Touch;
import io.sevenfold.delivery.Subject;
import io.sevenfold.events.EndReason;
import io.sevenfold.events.Purpose;
import io.sevenfold.events.RepPersistence;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How far each rep of a team stays with people (principle 1), as {@code /v1/insights/persistence} counts it. */
public final class TeamPersistence {

    private static final int FEWEST_TO_COMPLETE = 5;

    private TeamPersistence() {}

    /** Of the connect enrollments of each of these reps that started from the first date to the last, by one query. */
    public static Map<Subject, RepPersistence> of(
            Connection connection, Collection<Subject> reps, LocalDate from, LocalDate to) throws SQLException {
        Map<String, Group> groups = PersistenceQuery.ofReps(connection, reps, from, to, Purpose.CONNECT);
        Map<Subject, RepPersistence> persistence = new HashMap<>();
        reps.forEach(rep -> persistence.put(rep, told(rep.id(), groups.get(rep.key()))));
        return persistence;
    }

    private static RepPersistence told(UUID rep, Group group) {
        if (group == null) {
            return new RepPersistence(rep, 0, Collections.nCopies(GroupCounts.LAST, 0L), 0, 0);
        }
        List<Touch> touches = group.touches();
        return new RepPersistence(
                rep,
                group.started(),
                touches.stream().skip(1).map(Touch::reached).toList(),
                touches.stream()
                        .limit(FEWEST_TO_COMPLETE)
                        .mapToLong(TeamPersistence::endedByAPerson)
                        .sum(),
                touches.stream().mapToLong(Touch::replied).sum());
    }

    /** Ended by a decision, or step by step, by skipping what was left. */
    private static long endedByAPerson(Touch touch) {
        return touch.ended().getOrDefault(EndReason.DECIDED, 0L) + touch.ended().getOrDefault(EndReason.SKIPPED, 0L);
    }
}
