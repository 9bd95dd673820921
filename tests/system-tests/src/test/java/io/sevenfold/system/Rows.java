package io.sevenfold.system;

import static io.sevenfold.system.Sevenfold.eventually;

import io.sevenfold.local.Service;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

/** All that the services' databases hold of a workspace. */
final class Rows {

    private Rows() {}

    /** Table by table, a digest of its rows; taken when nothing has moved for two seconds. */
    static Map<String, String> of(String workspace) {
        AtomicReference<Map<String, String>> last = new AtomicReference<>(Map.of());
        return eventually()
                .alias("nothing is written any more")
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> read(workspace), rows -> rows.equals(last.getAndSet(rows)));
    }

    private static Map<String, String> read(String workspace) throws SQLException {
        Map<String, String> rows = new TreeMap<>();
        for (Service service : Service.values()) {
            try (Connection connection =
                    Sevenfold.stack().postgres().superuser(service.id()).getConnection()) {
                for (String table : tables(connection)) {
                    rows.put(service.id() + "." + table, digest(connection, table, workspace));
                }
            }
        }
        return rows;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                        "select table_name from information_schema.columns where table_schema = 'public' and column_name = 'workspace_id'");
                ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        return tables;
    }

    private static String digest(Connection connection, String table, String workspace) throws SQLException {
        String sql =
                "select count(*) || ':' || md5(string_agg(t::text, ' ' order by t::text)) from \"%s\" t where workspace_id = ?"
                        .formatted(table);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, workspace);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
