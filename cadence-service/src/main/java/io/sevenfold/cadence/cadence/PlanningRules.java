package io.sevenfold.cadence.cadence;

import static io.sevenfold.delivery.sql.Sql.query;
import static java.util.stream.Collectors.groupingBy;

import io.sevenfold.cadence.planning.Cadence;
import io.sevenfold.cadence.planning.FollowOns;
import io.sevenfold.cadence.planning.Workweek;
import io.sevenfold.delivery.sql.Row;
import io.sevenfold.events.EndReason;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What planning goes by in a workspace.
 *
 * @param week as set now
 * @param followOns as set at the time of each cause (P11)
 */
public record PlanningRules(Workweek week, FollowOns followOns) {

    /** Of a workspace that nobody used yet. */
    public static final PlanningRules NONE = new PlanningRules(Workweek.DEFAULT, FollowOns.NONE);

    private record Version(String workspace, Cadence cadence, Instant createdAt) {}

    /** By workspace. */
    public static Map<String, PlanningRules> of(Connection connection, Collection<String> workspaces)
            throws SQLException {
        Set<String> distinct = Set.copyOf(workspaces);
        Map<String, List<Version>> cadences =
                query(connection, """
                        select workspace_id, id as cadence_id, version as cadence_version, name as cadence_name, purpose,
                               steps, created_at
                          from cadence
                         where workspace_id = any(?)
                           and (workspace_id, id) in (
                             select workspace_id, unnest(array[after_won, after_lost, after_completed])
                               from settings where workspace_id = any(?))""", PlanningRules::version, distinct, distinct).stream()
                        .collect(groupingBy(Version::workspace));
        Map<String, PlanningRules> byWorkspace = new HashMap<>();
        SettingsTable.history(connection, distinct).forEach((workspace, settings) -> {
            Settings present = settings.get(settings.size() - 1);
            byWorkspace.put(
                    workspace,
                    new PlanningRules(
                            present.week(), followOns(settings, cadences.getOrDefault(workspace, List.of()))));
        });
        return byWorkspace;
    }

    /** What follows changes with the settings, and when a cadence that they name gets another version. */
    private static FollowOns followOns(List<Settings> settings, List<Version> cadences) {
        NavigableMap<Instant, Settings> settingsSince = new TreeMap<>();
        settings.forEach(it -> settingsSince.put(it.since(), it));
        Map<UUID, NavigableMap<Instant, Cadence>> versionsSince = new HashMap<>();
        Set<Instant> changes = new TreeSet<>(settingsSince.keySet());
        for (Version version : cadences) {
            changes.add(version.createdAt);
            versionsSince
                    .computeIfAbsent(version.cadence.id(), id -> new TreeMap<>())
                    .merge(version.createdAt, version.cadence, PlanningRules::newer);
        }
        NavigableMap<Instant, Map<EndReason, Cadence>> since = new TreeMap<>();
        for (Instant change : changes) {
            since.put(change, following(at(settingsSince, change), versionsSince, change));
        }
        return new FollowOns(since);
    }

    private static Map<EndReason, Cadence> following(
            Settings settings, Map<UUID, NavigableMap<Instant, Cadence>> versionsSince, Instant at) {
        Map<EndReason, Cadence> following = new EnumMap<>(EndReason.class);
        settings.starts().forEach((occasion, cadence) -> {
            if (occasion.cause() != null) {
                following.put(occasion.cause(), at(versionsSince.get(cadence), at));
            }
        });
        return following;
    }

    /** What held then; before the first, the first. */
    private static <T> T at(NavigableMap<Instant, T> since, Instant at) {
        Map.Entry<Instant, T> then = since.floorEntry(at);
        return (then == null ? since.firstEntry() : then).getValue();
    }

    /** Of two versions made at the same instant. */
    private static Cadence newer(Cadence one, Cadence other) {
        return one.version() > other.version() ? one : other;
    }

    private static Version version(Row row) throws SQLException {
        return new Version(row.text("workspace_id"), Cadences.read(row), row.instant("created_at"));
    }
}
