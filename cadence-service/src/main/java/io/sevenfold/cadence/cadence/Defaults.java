package io.sevenfold.cadence.cadence;

import static io.sevenfold.delivery.sql.Sql.query;

import com.github.f4b6a3.uuid.UuidCreator;
import io.sevenfold.cadence.planning.Cadence;
import io.sevenfold.cadence.planning.Step;
import io.sevenfold.cadence.planning.Workweek;
import io.sevenfold.delivery.EventJson;
import io.sevenfold.events.Purpose;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** What a workspace starts with: the cadences in {@code cadences/*.json}, and settings that start them. */
public final class Defaults {

    private static final Template CONNECT = template("connect");
    private static final Template CARE = template("care");
    private static final Template KEEP_IN_TOUCH = template("keep-in-touch");

    record Template(String name, Purpose purpose, List<Step> steps) {}

    static final List<Template> TEMPLATES = List.of(CONNECT, CARE, KEEP_IN_TOUCH);

    private Defaults() {}

    /** Copies them into those workspaces that do not have them yet: at a workspace's first use. */
    public static void copy(Connection connection, Collection<String> workspaces) throws SQLException {
        Set<String> fresh = new TreeSet<>(workspaces);
        query(
                        connection,
                        "select workspace_id from settings where workspace_id = any(?) and version = 1",
                        row -> row.text("workspace_id"),
                        workspaces)
                .forEach(fresh::remove);
        for (String workspace : fresh) {
            for (Template template : TEMPLATES) {
                Cadences.keep(connection, workspace, cadence(workspace, template));
            }
            SettingsTable.keep(connection, workspace, settings(workspace));
        }
    }

    /** From before all that ever happened, so that whatever is told late finds it in force. */
    private static StoredCadence cadence(String workspace, Template it) {
        Cadence cadence = new Cadence(id(workspace, it), 1, it.name, it.purpose, it.steps);
        return new StoredCadence(cadence, Reenrollment.WHEN_NONE_ACTIVE, 0, Instant.EPOCH, null, null, null, null);
    }

    private static Settings settings(String workspace) {
        return new Settings(
                1,
                Instant.EPOCH,
                null,
                Workweek.DEFAULT,
                Map.of(
                        Occasion.ON_NEW, id(workspace, CONNECT),
                        Occasion.AFTER_WON, id(workspace, CARE),
                        Occasion.AFTER_LOST, id(workspace, KEEP_IN_TOUCH),
                        Occasion.AFTER_COMPLETED, id(workspace, KEEP_IN_TOUCH)));
    }

    private static UUID id(String workspace, Template template) {
        UUID namespace = UuidCreator.getNameBasedSha1(new UUID(0, 0), workspace);
        return UuidCreator.getNameBasedSha1(namespace, template.name);
    }

    private static Template template(String name) {
        try (InputStream json = Defaults.class.getResourceAsStream("/cadences/" + name + ".json")) {
            return EventJson.mapper()
                    .readValue(new String(json.readAllBytes(), StandardCharsets.UTF_8), Template.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
