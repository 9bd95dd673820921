package io.sevenfold.notifier.gathering;

import static io.sevenfold.delivery.sql.Sql.batch;
import static io.sevenfold.delivery.sql.Sql.query;

import io.sevenfold.delivery.sql.Row;
import io.sevenfold.notifier.announcement.AnnouncementId;
import io.sevenfold.notifier.reminder.Occasion;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What is overdue comes back after two and after five working days (N1). */
@ApplicationScoped
class Overdue {

    private record Late(
            String workspace, UUID announced, UUID touchpointId, int round, Occasion occasion, Instant tellFrom) {

        private UUID id() {
            return AnnouncementId.of(workspace, touchpointId, round, occasion);
        }
    }

    /** Of what was announced to this rep in the round that is still open; so none of what is erased. */
    private static final String FIND = """
            select a.workspace_id, a.id, a.touchpoint_id, a.round, r.send_from,
                   case when late."workingDays" >= 5 then 'OVERDUE_5' else 'OVERDUE_2' end as occasion
              from unnest(?::text[], ?::uuid[]) as ready(workspace_id, id)
              join reminder r using (workspace_id, id)
             cross join jsonb_to_recordset(coalesce(r.told -> 'overdueFor', '[]')) as late("touchpointId" uuid, "workingDays" int)
              join touchpoint t on t.workspace_id = r.workspace_id and t.id = late."touchpointId"
                               and t.due_round > t.finished_round
              join announcement a on a.workspace_id = t.workspace_id and a.touchpoint_id = t.id and a.round = t.due_round
                                 and a.occasion = 'DUE' and a.rep_id = r.rep_id
              left join preference p on p.workspace_id = r.workspace_id and p.rep_id = r.rep_id
             where late."workingDays" >= 2 and a.due is not null and a.left_out is null and a.reminder_id is not null
               and coalesce(p.mails, 'DIGEST') <> 'REPLIES_ONLY'""";

    private static final String ANNOUNCE = """
            insert into announcement (workspace_id, id, touchpoint_id, round, occasion, kind, channel, contact_id, rep_id,
                                      due_at, due, tell_from, traceparent)
            select workspace_id, ?, touchpoint_id, round, ?, kind, channel, contact_id, rep_id, due_at, due, ?, traceparent
              from announcement where workspace_id = ? and id = ?
            on conflict (workspace_id, id) do nothing""";

    /** As the days of these digests tell. */
    void announce(Connection worker, List<String> workspaces, List<UUID> digests) throws SQLException {
        List<Late> late = query(worker, FIND, Overdue::late, workspaces, digests);
        batch(worker, ANNOUNCE, late, it ->
                new Object[] {it.id(), it.occasion(), it.tellFrom(), it.workspace(), it.announced()});
    }

    private static Late late(Row row) throws SQLException {
        return new Late(
                row.text("workspace_id"),
                row.uuid("id"),
                row.uuid("touchpoint_id"),
                row.integer("round"),
                row.constant("occasion", Occasion.class),
                row.instant("send_from"));
    }
}
