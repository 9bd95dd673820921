package io.sevenfold.cadence.insights;

import static java.util.stream.Collectors.joining;

import io.sevenfold.cadence.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;

/** How PostgreSQL runs the report's queries. */
public final class PersistencePlan {

    private PersistencePlan() {}

    /**
     * Runs and explains both.
     *
     * @param by as in the request
     * @param where a condition
     */
    public static String explained(Connection connection, String by, String where) throws SQLException {
        StringBuilder plans = new StringBuilder();
        for (String sql : new String[] {PersistenceQuery.ENROLLMENTS, PersistenceQuery.REPLIES}) {
            String explain = "explain (analyze, buffers, costs off) " + sql.formatted(By.of(by).column, where);
            plans.append(Sql.query(connection, explain, row -> row.text("QUERY PLAN")).stream()
                            .collect(joining("\n")))
                    .append("\n\n");
        }
        return plans.toString();
    }
}
