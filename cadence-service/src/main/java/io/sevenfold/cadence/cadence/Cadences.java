package io.sevenfold.cadence.cadence;

import static io.sevenfold.cadence.sql.Sql.batch;
import static io.sevenfold.cadence.sql.Sql.query;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.type.TypeReference;
import com.github.f4b6a3.uuid.UuidCreator;
import io.sevenfold.cadence.planning.Cadence;
import io.sevenfold.cadence.planning.FollowOns;
import io.sevenfold.cadence.planning.Step;
import io.sevenfold.cadence.sql.Row;
import io.sevenfold.delivery.EventJson;
import io.sevenfold.events.EndReason;
import io.sevenfold.events.Purpose;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The cadences a workspace starts with: data in {@code cadences/*.json}, copied at the workspace's first use. */
public final class Cadences {

    private static final TypeReference<List<Step>> STEPS = new TypeReference<>() {};
    private static final Template CONNECT = template("connect");
    private static final Template CARE = template("care");
    private static final Template KEEP_IN_TOUCH = template("keep-in-touch");
    private static final List<Template> DEFAULTS = List.of(CONNECT, CARE, KEEP_IN_TOUCH);

    private record Template(String name, Purpose purpose, List<Step> steps) {}

    private Cadences() {}

    /** Copies the default cadences into workspaces that do not have them yet. */
    public static void copyDefaults(Connection connection, Collection<String> workspaces) throws SQLException {
        for (Template template : DEFAULTS) {
            batch(connection, """
                    insert into cadence (workspace_id, id, version, name, purpose, steps)
                    values (?, ?, 1, ?, ?, ?::jsonb) on conflict do nothing""", workspaces, workspace -> new Object[] {
                workspace, id(workspace, template), template.name, template.purpose, write(template.steps)
            });
        }
    }

    /** The cadence that a new contact starts with. */
    public static UUID connectId(String workspace) {
        return id(workspace, CONNECT);
    }

    /** What starts by itself, by workspace: care after a win, keep-in-touch after a loss and when connecting is completed. */
    public static Map<String, FollowOns> followOns(Connection connection, Collection<String> workspaces)
            throws SQLException {
        Set<String> distinct = Set.copyOf(workspaces);
        Map<UUID, Cadence> cadences = query(connection, """
                        select distinct on (workspace_id, id) id as cadence_id, version as cadence_version,
                               name as cadence_name, purpose, steps
                          from cadence where workspace_id = any(?) and purpose <> 'CONNECT'
                         order by workspace_id, id, version desc""", Cadences::read, distinct).stream()
                .collect(toMap(Cadence::id, cadence -> cadence));
        Map<String, FollowOns> byWorkspace = new HashMap<>();
        for (String workspace : distinct) {
            Cadence care = cadences.get(id(workspace, CARE));
            Cadence keepInTouch = cadences.get(id(workspace, KEEP_IN_TOUCH));
            if (care != null && keepInTouch != null) {
                byWorkspace.put(
                        workspace,
                        new FollowOns(Map.of(
                                EndReason.WON, care, EndReason.LOST, keepInTouch, EndReason.COMPLETED, keepInTouch)));
            }
        }
        return byWorkspace;
    }

    private static UUID id(String workspace, Template template) {
        UUID namespace = UuidCreator.getNameBasedSha1(new UUID(0, 0), workspace);
        return UuidCreator.getNameBasedSha1(namespace, template.name);
    }

    /** A cadence of a row with the columns of the table, {@code id} as {@code cadence_id}, {@code version} as {@code cadence_version}. */
    public static Cadence read(Row row) throws SQLException {
        return new Cadence(
                row.uuid("cadence_id"),
                row.integer("cadence_version"),
                row.text("cadence_name"),
                row.constant("purpose", Purpose.class),
                steps(row.text("steps")));
    }

    private static Template template(String name) {
        try (InputStream json = Cadences.class.getResourceAsStream("/cadences/" + name + ".json")) {
            return EventJson.mapper()
                    .readValue(new String(json.readAllBytes(), StandardCharsets.UTF_8), Template.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String write(List<Step> steps) {
        try {
            return EventJson.mapper().writeValueAsString(steps);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Step> steps(String json) {
        try {
            return EventJson.mapper().readValue(json, STEPS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
