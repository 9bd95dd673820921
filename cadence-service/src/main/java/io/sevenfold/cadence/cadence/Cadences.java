package io.sevenfold.cadence.cadence;

import com.fasterxml.jackson.core.type.TypeReference;
import com.github.f4b6a3.uuid.UuidCreator;
import io.sevenfold.cadence.planning.Cadence;
import io.sevenfold.cadence.planning.Step;
import io.sevenfold.cadence.sql.Row;
import io.sevenfold.cadence.sql.Sql;
import io.sevenfold.delivery.EventJson;
import io.sevenfold.events.Purpose;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The cadences a workspace starts with: data in {@code cadences/*.json}, copied at the workspace's first use. */
public final class Cadences {

    private static final TypeReference<List<Step>> STEPS = new TypeReference<>() {};
    private static final Template CONNECT = template("connect");

    private record Template(String name, Purpose purpose, List<Step> steps) {}

    private Cadences() {}

    /** Copies the default cadences into workspaces that do not have them yet. */
    public static void copyDefaults(Connection connection, Collection<String> workspaces) throws SQLException {
        String steps = write(CONNECT.steps);
        Sql.batch(connection, """
                insert into cadence (workspace_id, id, version, name, purpose, steps)
                values (?, ?, 1, ?, ?, ?::jsonb) on conflict do nothing""", workspaces, workspace ->
                new Object[] {workspace, connectId(workspace), CONNECT.name, CONNECT.purpose, steps});
    }

    /** The cadence that a new contact starts with. */
    public static UUID connectId(String workspace) {
        UUID namespace = UuidCreator.getNameBasedSha1(new UUID(0, 0), workspace);
        return UuidCreator.getNameBasedSha1(namespace, CONNECT.name);
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
