package io.sevenfold.cadence.insights;

import static java.util.stream.Collectors.joining;

import io.sevenfold.delivery.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;

/** How PostgreSQL runs the report's query. */
public final class PersistencePlan {

    private PersistencePlan() {}

    /**
     * Runs and explains it, in the transaction of the connection.
     *
     * @param by as in the request
     * @param where a condition
     */
    public static String explained(Connection connection, String by, String where) throws SQLException {
        Sql.query(connection, PersistenceQuery.IN_MEMORY, row -> row.text("work_mem"));
        String explain =
                "explain (analyze, buffers, costs off) " + PersistenceQuery.COUNTS.formatted(By.of(by).column, where);
        return Sql.query(connection, explain, row -> row.text("QUERY PLAN")).stream()
                .collect(joining("\n", "", "\n"));
    }
}
