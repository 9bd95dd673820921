package io.sevenfold.cadence.insights;

import static io.sevenfold.cadence.insights.GroupCounts.LAST;
import static io.sevenfold.delivery.sql.Sql.query;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static java.util.stream.Collectors.joining;

import io.sevenfold.cadence.insights.PersistenceReport.Group;
import io.sevenfold.delivery.Subject;
import io.sevenfold.events.Purpose;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Counts enrollments in the database, by one query that needs the index {@code persistence_by_start} only.
 *
 * @param from the first date on which they started, in their owner's zone
 * @param to the last such date
 * @param rep null: everybody's
 * @param cadence null: of all
 * @param purpose null: of any
 */
record PersistenceQuery(
        String workspace, LocalDate from, LocalDate to, UUID rep, UUID cadence, Purpose purpose, By by) {

    /** At most eight groups for each key and end, however long a cadence repeats: few enough to send and to add up. */
    static final String COUNTS = """
            select grouped::text as key, counted.*
              from (select %%s as grouped, least(touches, %d) as touch, end_reason, count(*) as enrollments,
                           sum(touches) as touches, %s,
                           sum(late_2) as late_2, sum(late_5) as late_5, sum(late_10) as late_10, sum(later) as later,
                           sum(owed_open) as owed_open, sum(owed_1) as owed_1, sum(owed_4) as owed_4,
                           sum(owed_24) as owed_24, sum(owed_72) as owed_72, sum(owed_longer) as owed_longer
                      from persistence
                     where %%s
                     group by 1, 2, 3) counted""".formatted(LAST, repliedAfterEach());

    /** So that groups are counted in memory, and not by sorting a million rows on disk. */
    static final String IN_MEMORY = "select set_config('work_mem', '64MB', true) as work_mem";

    private static String repliedAfterEach() {
        return IntStream.rangeClosed(0, LAST)
                .mapToObj(touch -> "count(*) filter (where replied_after %s %d) as replied_%d"
                        .formatted(touch < LAST ? "=" : ">=", touch, touch))
                .collect(joining(", "));
    }

    /** In the order of their keys, nobody's first. */
    List<Group> groups(Connection connection) throws SQLException {
        List<Object> parameters = new ArrayList<>(List.of(workspace, from, to));
        StringBuilder where = new StringBuilder("workspace_id = ? and started_on between ? and ?");
        with(" and rep_id = ?", rep, where, parameters);
        with(" and cadence_id = ?", cadence, where, parameters);
        with(" and purpose = ?", purpose, where, parameters);
        return counts(connection, by.column, where.toString(), parameters).entrySet().stream()
                .map(each -> each.getValue().group(each.getKey() == null ? null : by.key(each.getKey())))
                .toList();
    }

    /** The same of each of these reps, of whatever workspaces, by their keys; those without an enrollment are left out. */
    static Map<String, Group> ofReps(
            Connection connection, Collection<Subject> reps, LocalDate from, LocalDate to, Purpose purpose)
            throws SQLException {
        List<String> workspaces = reps.stream().map(Subject::workspace).toList();
        List<UUID> ids = reps.stream().map(Subject::id).toList();
        Map<String, Group> groups = new HashMap<>();
        counts(
                        connection,
                        "workspace_id || '/' || rep_id",
                        """
                        workspace_id = any(?::text[]) and started_on between ? and ? and purpose = ?
                        and (workspace_id, rep_id) in (select * from unnest(?::text[], ?::uuid[]))""",
                        List.of(Set.copyOf(workspaces), from, to, purpose, workspaces, ids))
                .forEach((key, counts) -> groups.put(key, counts.group(key)));
        return groups;
    }

    private static Map<String, GroupCounts> counts(
            Connection connection, String column, String where, List<Object> parameters) throws SQLException {
        Map<String, GroupCounts> groups = new TreeMap<>(nullsFirst(naturalOrder()));
        query(connection, IN_MEMORY, row -> row.text("work_mem"));
        query(
                connection,
                COUNTS.formatted(column, where),
                row -> groups.computeIfAbsent(row.text("key"), key -> new GroupCounts())
                        .add(row),
                parameters.toArray());
        return groups;
    }

    private static void with(String condition, Object value, StringBuilder where, List<Object> parameters) {
        if (value != null) {
            where.append(condition);
            parameters.add(value);
        }
    }
}
