package io.sevenfold.notifier.inbound;

import static io.sevenfold.delivery.sql.Sql.batch;
import static io.sevenfold.delivery.sql.Sql.update;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sevenfold.delivery.EventJson;
import io.sevenfold.delivery.Subject;
import io.sevenfold.events.Touchpoint;
import io.sevenfold.events.TouchpointDue;
import io.sevenfold.notifier.announcement.AnnouncementId;
import io.sevenfold.notifier.reminder.Occasion;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** How rounds become announcements, each once however often its event is seen. */
@ApplicationScoped
class AnnouncementRows {

    /** A touchpoint that became due, of the contact who remains where theirs was merged. */
    record Due(Subject contact, TouchpointDue event, String traceparent) {}

    private static final String REACH = """
            insert into touchpoint (workspace_id, id, due_round, finished_round) values (?, ?, ?, ?)
            on conflict (workspace_id, id) do update set
              due_round = greatest(touchpoint.due_round, excluded.due_round),
              finished_round = greatest(touchpoint.finished_round, excluded.finished_round)
            where touchpoint.due_round < excluded.due_round or touchpoint.finished_round < excluded.finished_round""";

    private static final String ANNOUNCE = """
            insert into announcement (workspace_id, id, touchpoint_id, round, occasion, kind, channel, contact_id, rep_id,
                                      due_at, due, tell_from, traceparent)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
            on conflict (workspace_id, id) do nothing""";

    /** Only of mails that no sender has in hand: of those, begin asks. */
    private static final String LEAVE_OUT = """
            with seen as (
              select a.workspace_id, a.id, a.reminder_id,
                     case when a.round <= t.finished_round then 'FINISHED' else 'SUPERSEDED' end as reason
                from unnest(?::text[], ?::uuid[]) as s(workspace_id, id)
                join touchpoint t using (workspace_id, id)
                join announcement a on a.workspace_id = t.workspace_id and a.touchpoint_id = t.id
               where a.left_out is null and (a.round <= t.finished_round or a.round < t.due_round)
            ), held as (
              select r.workspace_id, r.id from reminder r
               where (r.workspace_id, r.id) in (select workspace_id, reminder_id from seen)
                 and r.state in ('PENDING', 'RETRYING')
               order by r.workspace_id, r.id for update
            )
            update announcement a set left_out = s.reason from seen s
             where a.workspace_id = s.workspace_id and a.id = s.id and a.left_out is null
               and (a.reminder_id is null
                    or exists (select from held h where h.workspace_id = a.workspace_id and h.id = a.reminder_id))""";

    void store(Connection worker, Rounds rounds, List<Due> due) throws SQLException {
        batch(worker, REACH, rounds.all().entrySet(), it -> new Object[] {
            it.getKey().workspace(),
            it.getKey().touchpointId(),
            it.getValue().due(),
            it.getValue().finished()
        });
        batch(worker, ANNOUNCE, due, AnnouncementRows::row);
    }

    /** Takes back what need not be told any more, for whatever occasion (N4). */
    void leaveOut(Connection worker, Rounds rounds) throws SQLException {
        var keys = rounds.all().keySet();
        update(
                worker,
                LEAVE_OUT,
                keys.stream().map(Rounds.Key::workspace).toList(),
                keys.stream().map(Rounds.Key::touchpointId).toList());
    }

    private static Object[] row(Due due) {
        TouchpointDue event = due.event();
        Touchpoint touchpoint = event.touchpoint();
        Occasion occasion = Occasion.of(touchpoint.kind());
        String workspace = due.contact().workspace();
        return new Object[] {
            workspace,
            AnnouncementId.of(workspace, touchpoint.id(), event.round(), occasion),
            touchpoint.id(),
            event.round(),
            occasion,
            touchpoint.kind(),
            touchpoint.channel(),
            due.contact().id(),
            event.repId(),
            event.dueAt(),
            json(event),
            tellFrom(event),
            due.traceparent()
        };
    }

    /** A reply owed is mailed within working hours, or at their start (N3). */
    private static Instant tellFrom(TouchpointDue event) {
        return event.tellFrom() == null ? event.dueAt() : event.tellFrom();
    }

    private static String json(TouchpointDue event) {
        try {
            return EventJson.mapper().writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event that was read cannot be written", e);
        }
    }
}
