package io.sevenfold.cadence.myday;

import static io.sevenfold.delivery.sql.Sql.query;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.sevenfold.delivery.sql.Row;
import io.sevenfold.events.Stage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * What a card tells of a touchpoint besides itself.
 *
 * @param stage null where none is kept yet
 * @param steps how many its enrollment has; null for extra ones
 */
record Background(UUID touchpointId, Stage stage, Integer steps) {

    static final Background UNKNOWN = new Background(null, null, null);

    /** Of all of these, in one query. */
    static Map<UUID, Background> of(Connection connection, String workspace, Collection<UUID> touchpoints)
            throws SQLException {
        return query(connection, """
                        select t.id, k.stage,
                               (select max(s.step) from touchpoint s
                                 where s.workspace_id = t.workspace_id and s.contact_id = t.contact_id
                                   and s.enrollment_id = t.enrollment_id) as steps
                          from touchpoint t
                          left join connection k on k.workspace_id = t.workspace_id and k.contact_id = t.contact_id
                         where t.workspace_id = ? and t.id = any(?::uuid[])""", Background::read, workspace, touchpoints).stream()
                .collect(toMap(Background::touchpointId, identity()));
    }

    private static Background read(Row row) throws SQLException {
        return new Background(row.uuid("id"), row.constant("stage", Stage.class), row.integer("steps"));
    }
}
