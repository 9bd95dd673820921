package io.sevenfold.cadence.page;

import static io.sevenfold.delivery.sql.Sql.query;
import static java.util.stream.Collectors.groupingBy;

import io.sevenfold.delivery.sql.Row;
import io.sevenfold.events.Channel;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Outcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What happened last with contacts. */
public final class Stories {

    private Stories() {}

    /** Of each of these contacts so many at most, the newest first; one query for all. */
    public static Map<UUID, List<Happened>> of(
            Connection connection, String workspace, Collection<UUID> contacts, int each) throws SQLException {
        return query(connection, """
                        select i.*, w.gave, w.note, r.state ->> 'name' as rep_name
                          from unnest(?::uuid[]) as wanted(contact_id)
                         cross join lateral (
                           select * from interaction
                            where workspace_id = ? and contact_id = wanted.contact_id and not removed
                            order by occurred_at desc, id desc limit ?) i
                          left join interaction_words w on w.workspace_id = i.workspace_id and w.id = i.id
                          left join rep r on r.workspace_id = i.workspace_id and r.id = i.rep_id
                         order by i.occurred_at desc, i.id desc""", Stories::happened, contacts, workspace, each).stream()
                .collect(groupingBy(Happened::contactId));
    }

    /** The interaction of that id, a removed one included; null: there is none. */
    static Happened one(Connection connection, String workspace, UUID id) throws SQLException {
        return query(connection, """
                        select i.*, w.gave, w.note, r.state ->> 'name' as rep_name from interaction i
                          left join interaction_words w on w.workspace_id = i.workspace_id and w.id = i.id
                          left join rep r on r.workspace_id = i.workspace_id and r.id = i.rep_id
                         where i.workspace_id = ? and i.id = ?""", Stories::happened, workspace, id).stream()
                .findFirst()
                .orElse(null);
    }

    private static Happened happened(Row row) throws SQLException {
        return new Happened(
                row.uuid("id"),
                row.uuid("contact_id"),
                row.uuid("rep_id"),
                row.text("rep_name"),
                row.constant("direction", Direction.class),
                row.constant("channel", Channel.class),
                row.constant("outcome", Outcome.class),
                row.instant("occurred_at"),
                row.text("gave"),
                row.text("note"));
    }
}
