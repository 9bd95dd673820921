package io.sevenfold.cadence.cadence;

import static io.sevenfold.delivery.sql.Sql.query;
import static io.sevenfold.delivery.sql.Sql.update;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.sevenfold.cadence.planning.Cadence;
import io.sevenfold.cadence.planning.Step;
import io.sevenfold.delivery.EventJson;
import io.sevenfold.delivery.sql.Row;
import io.sevenfold.events.Purpose;
import io.sevenfold.rest.PageRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The cadences of workspaces. A version, once kept, never changes: enrollments go by it (P7). */
public final class Cadences {

    private static final TypeReference<List<Step>> STEPS = new TypeReference<>() {};

    private static final String COLUMNS = """
            select c.id as cadence_id, c.version as cadence_version, c.name as cadence_name, c.purpose, c.steps,
                   c.reenrollment, c.quiet_days, c.created_at, c.created_by, r.retired_at, r.retired_by,
                   a.version as applying
              from cadence c
              left join retired_cadence r on r.workspace_id = c.workspace_id and r.id = c.id
              left join apply_request a on a.workspace_id = c.workspace_id and a.cadence_id = c.id
             where c.workspace_id = ?""";

    private static final String IS_NEWEST = """
            not exists (select from cadence newer where newer.workspace_id = c.workspace_id and newer.id = c.id
                                                         and newer.version > c.version)""";

    private Cadences() {}

    /** The newest version, also of a retired one. */
    public static Optional<StoredCadence> newest(Connection connection, String workspace, UUID id) throws SQLException {
        return query(connection, COLUMNS + " and c.id = ? and " + IS_NEWEST, Cadences::stored, workspace, id).stream()
                .findFirst();
    }

    /** Its versions, the newest first; empty: the workspace has none of that id. */
    public static List<StoredCadence> versions(Connection connection, String workspace, UUID id) throws SQLException {
        return query(connection, COLUMNS + " and c.id = ? order by c.version desc", Cadences::stored, workspace, id);
    }

    /** The newest versions by id; {@code purpose} null: of all purposes. */
    static List<StoredCadence> page(
            Connection connection, String workspace, Purpose purpose, boolean retiredToo, PageRequest page)
            throws SQLException {
        return query(
                connection,
                COLUMNS + " and " + IS_NEWEST + """
                 and (?::text is null or c.purpose = ?) and (? or r.id is null) and (?::uuid is null or c.id > ?)
               order by c.id limit ?""",
                Cadences::stored,
                workspace,
                purpose,
                purpose,
                retiredToo,
                page.afterId().orElse(null),
                page.afterId().orElse(null),
                page.fetch());
    }

    /** Keeps a version; one that is kept already stays. */
    static void keep(Connection connection, String workspace, StoredCadence version) throws SQLException {
        Cadence cadence = version.cadence();
        update(
                connection,
                """
                insert into cadence (workspace_id, id, version, name, purpose, steps, reenrollment, quiet_days, created_at,
                                     created_by)
                values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?) on conflict do nothing""",
                workspace,
                cadence.id(),
                cadence.version(),
                cadence.name(),
                cadence.purpose(),
                json(cadence.steps()),
                version.reenrollment(),
                version.quietDays(),
                version.createdAt(),
                version.createdBy());
    }

    static void retire(Connection connection, String workspace, UUID id, Instant at, String by) throws SQLException {
        update(
                connection,
                "insert into retired_cadence (workspace_id, id, retired_at, retired_by) values (?, ?, ?, ?)",
                workspace,
                id,
                at,
                by);
    }

    /** Has the active enrollments taken to that version soon, in batches; what was asked for before is part of that. */
    static void requestApplying(Connection connection, String workspace, Cadence version, Instant at, String by)
            throws SQLException {
        update(connection, """
                insert into apply_request (workspace_id, cadence_id, version, requested_at, requested_by)
                values (?, ?, ?, ?, ?)
                on conflict (workspace_id, cadence_id) do update set version = excluded.version,
                  requested_at = excluded.requested_at, requested_by = excluded.requested_by, done_to = null""", workspace, version.id(), version.version(), at, by);
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

    private static StoredCadence stored(Row row) throws SQLException {
        return new StoredCadence(
                read(row),
                row.constant("reenrollment", Reenrollment.class),
                row.integer("quiet_days"),
                row.instant("created_at"),
                row.text("created_by"),
                row.instant("retired_at"),
                row.text("retired_by"),
                row.integer("applying"));
    }

    private static String json(List<Step> steps) {
        try {
            return EventJson.mapper().writeValueAsString(steps);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Step> steps(String json) {
        try {
            return EventJson.mapper().readValue(json, STEPS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
