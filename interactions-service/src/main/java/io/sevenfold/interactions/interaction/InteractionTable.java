package io.sevenfold.interactions.interaction;

import io.sevenfold.events.Interaction;
import io.sevenfold.rest.PlaceInTime;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The SQL of the table {@code interaction}, for requests and for the worker alike. Whoever writes holds the contact's lock. */
public final class InteractionTable {

    private static final String INSERT = """
            insert into interaction as i select * from jsonb_populate_recordset(null::interaction, ?::jsonb)
            on conflict (workspace_id, id) do nothing
            returning""" + InteractionRow.COLUMNS;

    private static final String FIND = "select" + InteractionRow.COLUMNS + """
              from interaction i where workspace_id = ? and id = ? and removed_at is null""";

    private static final String IS_REMOVED =
            "select 1 from interaction where workspace_id = ? and id = ? and removed_at is not null";

    private static final String UPDATE = """
            update interaction i
               set version = n.version, rep_id = n.rep_id, direction = n.direction, channel = n.channel,
                   outcome = n.outcome, occurred_at = n.occurred_at, touchpoint_id = n.touchpoint_id, gave = n.gave,
                   note = n.note, revisit_on = n.revisit_on, return_on = n.return_on, meeting_on = n.meeting_on,
                   opt_out_of = n.opt_out_of
              from jsonb_populate_recordset(null::interaction, ?::jsonb) n
             where i.workspace_id = n.workspace_id and i.id = n.id and i.version = n.version - 1""";

    private static final String REMOVE = """
            update interaction
               set version = version + 1, removed_at = ?, rep_id = null, direction = null, channel = null, outcome = null,
                   occurred_at = null, recorded_at = null, recorded_from = null, touchpoint_id = null, gave = null, note = null,
                   revisit_on = null, return_on = null, meeting_on = null, opt_out_of = null
             where workspace_id = ? and id = ?""";

    private InteractionTable() {}

    /** Stores those whose id is not there yet, removed ones included, and gives them back as they are stored. */
    public static List<InteractionRow> insert(Connection connection, Collection<InteractionRow> rows)
            throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(INSERT)) {
            sql.setString(1, InteractionRow.json(rows));
            return InteractionRow.read(sql);
        }
    }

    static Optional<InteractionRow> find(Connection connection, String workspace, UUID id) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(FIND)) {
            sql.setString(1, workspace);
            sql.setObject(2, id);
            return InteractionRow.read(sql).stream().findFirst();
        }
    }

    static boolean isRemoved(Connection connection, String workspace, UUID id) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(IS_REMOVED)) {
            sql.setString(1, workspace);
            sql.setObject(2, id);
            try (ResultSet found = sql.executeQuery()) {
                return found.next();
            }
        }
    }

    /**
     * Newest first, beginning after the place given.
     *
     * @param contactId null for those of any contact
     * @param repId null for those of any rep
     * @param after null for the list's beginning
     */
    static List<Interaction> list(
            Connection connection, String workspace, UUID contactId, UUID repId, PlaceInTime after, int limit)
            throws SQLException {
        List<Object> parameters = new ArrayList<>(List.of(workspace));
        StringBuilder query = new StringBuilder(
                "select" + InteractionRow.COLUMNS + "from interaction i where workspace_id = ? and removed_at is null");
        if (contactId != null) {
            query.append(" and contact_id = ?");
            parameters.add(contactId);
        }
        if (repId != null) {
            query.append(" and rep_id = ?");
            parameters.add(repId);
        }
        if (after != null) {
            query.append(" and (occurred_at, id) < (?, ?)");
            parameters.add(after.at().atOffset(ZoneOffset.UTC));
            parameters.add(after.id());
        }
        query.append(" order by occurred_at desc, id desc limit ?");
        parameters.add(limit);
        try (PreparedStatement sql = connection.prepareStatement(query.toString())) {
            for (int i = 0; i < parameters.size(); i++) {
                sql.setObject(i + 1, parameters.get(i));
            }
            return InteractionRow.read(sql).stream()
                    .map(InteractionRow::interaction)
                    .toList();
        }
    }

    /** Stores the next version of an interaction. */
    static void update(Connection connection, String workspace, Interaction next) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(UPDATE)) {
            sql.setString(1, InteractionRow.json(List.of(new InteractionRow(workspace, next, null))));
            if (sql.executeUpdate() != 1) {
                throw new IllegalStateException("An interaction was changed without its contact's lock");
            }
        }
    }

    /** Wipes all but id, version and contact (and the one it was merged from), so that the id cannot come back. */
    static void remove(Connection connection, String workspace, UUID id, Instant at) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(REMOVE)) {
            sql.setObject(1, at.atOffset(ZoneOffset.UTC));
            sql.setString(2, workspace);
            sql.setObject(3, id);
            sql.executeUpdate();
        }
    }
}
