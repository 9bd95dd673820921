package io.sevenfold.notifier.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.github.f4b6a3.uuid.UuidCreator;
import io.sevenfold.delivery.EventJson;
import io.sevenfold.delivery.Subject;
import io.sevenfold.events.Touchpoint;
import io.sevenfold.events.TouchpointDue;
import io.sevenfold.notifier.reminder.Occasion;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How rounds become reminders, each once however often its event is seen. */
@ApplicationScoped
class ReminderRows {

    /** A touchpoint that became due, of the contact who remains where theirs was merged. */
    record Due(Subject contact, TouchpointDue event, String traceparent) {}

    private static final String REACH = """
            insert into touchpoint (workspace_id, id, due_round, finished_round) values (?, ?, ?, ?)
            on conflict (workspace_id, id) do update set
              due_round = greatest(touchpoint.due_round, excluded.due_round),
              finished_round = greatest(touchpoint.finished_round, excluded.finished_round)
            where touchpoint.due_round < excluded.due_round or touchpoint.finished_round < excluded.finished_round""";

    private static final String REMIND = """
            insert into reminder (workspace_id, id, touchpoint_id, round, occasion, kind, channel, contact_id, rep_id,
                                  due_at, due, send_from, traceparent)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
            on conflict (workspace_id, id) do nothing""";

    private static final String CANCEL = """
            update reminder r set state = 'CANCELLED'
              from unnest(?::text[], ?::uuid[]) as seen(workspace_id, id)
              join touchpoint t using (workspace_id, id)
             where r.workspace_id = t.workspace_id and r.touchpoint_id = t.id
               and (r.state in ('PENDING', 'RETRYING') or (r.state = 'SENDING' and not r.begun))
               and (r.round <= t.finished_round or r.round < t.due_round)""";

    void store(Connection worker, Rounds rounds, List<Due> due) throws SQLException {
        reach(worker, rounds);
        remind(worker, due);
    }

    /** The same for the same round and occasion of a touchpoint, for ever: a replay finds its own reminder again. */
    static UUID reminderId(String workspace, UUID touchpointId, int round, Occasion occasion) {
        return UuidCreator.getNameBasedSha1(touchpointId, workspace + "/" + round + "/" + occasion);
    }

    private static void reach(Connection worker, Rounds rounds) throws SQLException {
        try (PreparedStatement sql = worker.prepareStatement(REACH)) {
            for (Map.Entry<Rounds.Key, Rounds.Reached> entry : rounds.all().entrySet()) {
                sql.setString(1, entry.getKey().workspace());
                sql.setObject(2, entry.getKey().touchpointId());
                sql.setInt(3, entry.getValue().due());
                sql.setInt(4, entry.getValue().finished());
                sql.addBatch();
            }
            sql.executeBatch();
        }
    }

    private static void remind(Connection worker, List<Due> due) throws SQLException {
        try (PreparedStatement sql = worker.prepareStatement(REMIND)) {
            for (Due one : due) {
                TouchpointDue event = one.event();
                Touchpoint touchpoint = event.touchpoint();
                Occasion occasion = Occasion.of(touchpoint.kind());
                String workspace = one.contact().workspace();
                sql.setString(1, workspace);
                sql.setObject(2, reminderId(workspace, touchpoint.id(), event.round(), occasion));
                sql.setObject(3, touchpoint.id());
                sql.setInt(4, event.round());
                sql.setString(5, occasion.name());
                sql.setString(6, touchpoint.kind().name());
                sql.setString(7, touchpoint.channel().name());
                sql.setObject(8, one.contact().id());
                sql.setObject(9, event.repId());
                sql.setObject(10, event.dueAt().atOffset(ZoneOffset.UTC));
                sql.setString(11, json(event));
                sql.setObject(12, sendFrom(event).atOffset(ZoneOffset.UTC));
                sql.setString(13, one.traceparent());
                sql.addBatch();
            }
            sql.executeBatch();
        }
    }

    /** A reply owed is mailed within working hours, or at their start (N3). */
    private static Instant sendFrom(TouchpointDue event) {
        return event.tellFrom() == null ? event.dueAt() : event.tellFrom();
    }

    /** Takes back what need not be sent any more, of whatever occasion (N4). */
    void cancel(Connection worker, Rounds rounds) throws SQLException {
        try (PreparedStatement sql = worker.prepareStatement(CANCEL)) {
            var keys = rounds.all().keySet();
            sql.setArray(
                    1,
                    worker.createArrayOf(
                            "text", keys.stream().map(Rounds.Key::workspace).toArray()));
            sql.setArray(
                    2,
                    worker.createArrayOf(
                            "uuid", keys.stream().map(Rounds.Key::touchpointId).toArray()));
            sql.executeUpdate();
        }
    }

    private static String json(TouchpointDue event) {
        try {
            return EventJson.mapper().writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event that was read cannot be written", e);
        }
    }
}
