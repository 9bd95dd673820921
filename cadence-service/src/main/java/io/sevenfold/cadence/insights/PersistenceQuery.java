package io.sevenfold.cadence.insights;

import static io.sevenfold.cadence.sql.Sql.query;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import io.sevenfold.cadence.insights.PersistenceReport.Group;
import io.sevenfold.cadence.sql.Row;
import io.sevenfold.events.Purpose;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Counts enrollments in the database: two queries, each of which reads the index {@code persistence_by_start} and no table.
 *
 * @param from the first date on which they started, in their owner's zone
 * @param to the last such date
 * @param rep null: everybody's
 * @param cadence null: of all
 * @param purpose null: of any
 */
record PersistenceQuery(
        String workspace, LocalDate from, LocalDate to, UUID rep, UUID cadence, Purpose purpose, By by) {

    static final String ENROLLMENTS = """
            select grouped::text as key, touches, replied_after, end_reason, enrollments, late_2, late_5, late_10, later,
                   replies_open
              from (select %s as grouped, touches, replied_after, end_reason, count(*) as enrollments,
                           sum(late_2) as late_2, sum(late_5) as late_5, sum(late_10) as late_10, sum(later) as later,
                           sum(replies_open) as replies_open
                      from persistence
                     where %s
                     group by 1, 2, 3, 4) counted""";

    static final String REPLIES = """
            select grouped::text as key, closed, spans[1] as median, spans[2] as p90
              from (select %s as grouped, count(*) as closed,
                           percentile_disc('{0.5, 0.9}'::float8[]) within group (order by minutes) as spans
                      from persistence, unnest(reply_minutes) as minutes
                     where reply_minutes is not null and %s
                     group by 1) counted""";

    private interface Adding {
        void add(GroupCounts counts, Row row) throws SQLException;
    }

    /** In the order of their keys, nobody's first. */
    List<Group> groups(Connection connection) throws SQLException {
        Map<String, GroupCounts> groups = new TreeMap<>(nullsFirst(naturalOrder()));
        add(connection, ENROLLMENTS, groups, GroupCounts::add);
        add(connection, REPLIES, groups, GroupCounts::addReplies);
        return groups.entrySet().stream()
                .map(each -> each.getValue().group(each.getKey() == null ? null : by.key(each.getKey())))
                .toList();
    }

    private void add(Connection connection, String sql, Map<String, GroupCounts> groups, Adding adding)
            throws SQLException {
        List<Object> parameters = new ArrayList<>(List.of(workspace, from, to));
        StringBuilder where = new StringBuilder("workspace_id = ? and started_on between ? and ?");
        with(" and rep_id = ?", rep, where, parameters);
        with(" and cadence_id = ?", cadence, where, parameters);
        with(" and purpose = ?", purpose, where, parameters);
        query(
                connection,
                sql.formatted(by.column, where),
                row -> {
                    adding.add(groups.computeIfAbsent(row.text("key"), key -> new GroupCounts()), row);
                    return null;
                },
                parameters.toArray());
    }

    private static void with(String condition, Object value, StringBuilder where, List<Object> parameters) {
        if (value != null) {
            where.append(condition);
            parameters.add(value);
        }
    }
}
