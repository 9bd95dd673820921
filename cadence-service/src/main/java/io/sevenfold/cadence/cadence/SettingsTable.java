package io.sevenfold.cadence.cadence;

import static io.sevenfold.delivery.sql.Sql.query;
import static io.sevenfold.delivery.sql.Sql.update;

import io.sevenfold.cadence.planning.Workweek;
import io.sevenfold.delivery.sql.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The settings of workspaces, all versions: what once followed by itself is derived from those of its time (P11). */
public final class SettingsTable {

    private record Of(String workspace, Settings settings) {}

    private SettingsTable() {}

    /** All versions by workspace, the oldest first. */
    static Map<String, List<Settings>> history(Connection connection, Collection<String> workspaces)
            throws SQLException {
        Map<String, List<Settings>> byWorkspace = new HashMap<>();
        query(
                        connection,
                        "select * from settings where workspace_id = any(?) order by workspace_id, version",
                        SettingsTable::read,
                        workspaces)
                .forEach(each -> byWorkspace
                        .computeIfAbsent(each.workspace, workspace -> new ArrayList<>())
                        .add(each.settings));
        return byWorkspace;
    }

    /** Those of a workspace that has its defaults. */
    public static Settings present(Connection connection, String workspace) throws SQLException {
        return query(
                        connection,
                        "select * from settings where workspace_id = ? order by version desc limit 1",
                        SettingsTable::read,
                        workspace)
                .get(0)
                .settings;
    }

    /** Keeps a version; one that is kept already stays. */
    public static void keep(Connection connection, String workspace, Settings settings) throws SQLException {
        Map<Occasion, UUID> starts = settings.starts();
        update(
                connection,
                """
                insert into settings (workspace_id, version, since, changed_by, week, rest_after_no, on_new, after_won,
                                      after_lost, after_completed)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
                workspace,
                settings.version(),
                settings.since(),
                settings.changedBy(),
                settings.week().days().stream().sorted().toList(),
                settings.week().restAfterNo(),
                starts.get(Occasion.ON_NEW),
                starts.get(Occasion.AFTER_WON),
                starts.get(Occasion.AFTER_LOST),
                starts.get(Occasion.AFTER_COMPLETED));
    }

    private static Of read(Row row) throws SQLException {
        Map<Occasion, UUID> starts = new EnumMap<>(Occasion.class);
        for (Occasion occasion : Occasion.values()) {
            UUID cadence = row.uuid(occasion.name().toLowerCase(Locale.ROOT));
            if (cadence != null) {
                starts.put(occasion, cadence);
            }
        }
        return new Of(
                row.text("workspace_id"),
                new Settings(
                        row.integer("version"),
                        row.instant("since"),
                        row.text("changed_by"),
                        new Workweek(row.constants("week", DayOfWeek.class), row.integer("rest_after_no")),
                        starts));
    }
}
