package io.sevenfold.delivery;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The SQL of the table {@code outbox}. */
final class OutboxTable {

    private static final int MAX_ROWS = 5_000;
    private static final int MAX_BYTES = 16 << 20;

    private static final String INSERT =
            "insert into outbox (workspace_id, topic, key, headers, payload) values (?, ?, ?, ?, ?)";

    /**
     * By position and without a lower bound: what commits late has a lower position than what was already seen. Sizes
     * are summed so that a backlog of large rows does not fill the memory.
     */
    private static final String OLDEST = """
            select position, workspace_id, topic, key, headers, payload from (
              select o.*, coalesce(octet_length(o.payload), 0) as size,
                     sum(coalesce(octet_length(o.payload), 0)) over (order by o.position) as total
                from (select * from outbox order by position limit ?) o
            ) sized where total - size < ? order by position""";

    private static final String DELETE = "delete from outbox where position = any(?)";

    private static final String SAMPLE = """
            select count(*), coalesce(1000 * extract(epoch from clock_timestamp() - min(created_at)), 0)::bigint
              from outbox""";

    /** How many rows there are, and how long the oldest has been waiting. */
    record Sample(long rows, long oldestMillis) {}

    /** The oldest rows and where they stand. */
    record Batch(List<Long> positions, List<OutboxRow> rows) {

        int size() {
            return rows.size();
        }
    }

    private OutboxTable() {}

    static void insert(Connection connection, List<OutboxRow> rows) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(INSERT)) {
            for (OutboxRow row : rows) {
                sql.setString(1, row.workspace());
                sql.setString(2, row.topic());
                sql.setBytes(3, row.key());
                sql.setArray(4, connection.createArrayOf("bytea", row.headers()));
                sql.setBytes(5, row.payload());
                sql.addBatch();
            }
            sql.executeBatch();
        }
    }

    static Batch oldest(Connection connection) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(OLDEST)) {
            sql.setInt(1, MAX_ROWS);
            sql.setInt(2, MAX_BYTES);
            try (ResultSet found = sql.executeQuery()) {
                Batch batch = new Batch(new ArrayList<>(), new ArrayList<>());
                while (found.next()) {
                    batch.positions().add(found.getLong(1));
                    batch.rows().add(row(found));
                }
                return batch;
            }
        }
    }

    static Sample sample(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet found = sql.executeQuery(SAMPLE)) {
            found.next();
            return new Sample(found.getLong(1), Math.max(0, found.getLong(2)));
        }
    }

    static void delete(Connection connection, Batch batch) throws SQLException {
        Array positions = connection.createArrayOf("bigint", batch.positions().toArray());
        try (PreparedStatement sql = connection.prepareStatement(DELETE)) {
            sql.setArray(1, positions);
            sql.executeUpdate();
        }
    }

    private static OutboxRow row(ResultSet found) throws SQLException {
        return new OutboxRow(
                found.getString(2),
                found.getString(3),
                found.getBytes(4),
                (byte[][]) found.getArray(5).getArray(),
                found.getBytes(6));
    }
}
