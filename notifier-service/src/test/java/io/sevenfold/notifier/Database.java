package io.sevenfold.notifier;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks into the service's tables, as the worker. */
public final class Database {

    private Database() {}

    /** Whether any table that holds domain data has this text in a row of the workspace. */
    static boolean knows(Workspace workspace, String text) {
        return List.of("contact", "rep", "interaction", "touchpoint", "reminder").stream()
                .anyMatch(table -> !query(
                                "select 1 from %s t where workspace_id = ? and t::text like ?".formatted(table),
                                workspace.name(),
                                "%" + text + "%")
                        .isEmpty());
    }

    /** The first column of what is found, as text. */
    public static List<String> query(String statement, Object... values) {
        return Workspace.worker().call(worker -> {
            try (PreparedStatement sql = worker.prepareStatement(statement)) {
                set(sql, values);
                List<String> found = new ArrayList<>();
                try (ResultSet rows = sql.executeQuery()) {
                    while (rows.next()) {
                        found.add(rows.getString(1));
                    }
                }
                return found;
            }
        });
    }

    public static int update(String statement, Object... values) {
        return Workspace.worker().call(worker -> {
            try (PreparedStatement sql = worker.prepareStatement(statement)) {
                set(sql, values);
                return sql.executeUpdate();
            }
        });
    }

    private static void set(PreparedStatement sql, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            sql.setObject(i + 1, values[i]);
        }
    }
}
