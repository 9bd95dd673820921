package io.sevenfold.notifier.inbound;

import io.sevenfold.delivery.Subject;
import io.sevenfold.events.ReplyOverdue;
import io.sevenfold.notifier.reminder.Occasion;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * What the clock of a reply owed makes: a warning an hour before it ends and, once it has ended, word to the manager (N3). Both are
 * made from the reminder that announced the reply, so that none is made of one that was never announced or whose contact is erased.
 */
@ApplicationScoped
class ReplyClockRows {

    /** When the clock of a touchpoint's round ends, as was said at {@code toldAt}. */
    record Clock(String workspace, UUID touchpointId, int round, Instant answerBy, Instant toldAt) {

        UUID reminder(Occasion occasion) {
            return ReminderRows.reminderId(workspace, touchpointId, round, occasion);
        }
    }

    /** A clock that has ended. */
    record Ended(Subject contact, ReplyOverdue event, String traceparent) {

        UUID reminder(Occasion occasion) {
            return ReminderRows.reminderId(contact.workspace(), event.touchpointId(), event.round(), occasion);
        }
    }

    private static final String TELL = """
            update touchpoint set answer_by = ?, answer_by_told_at = ?
             where workspace_id = ? and id = ? and (answer_by_told_at is null or answer_by_told_at <= ?)""";

    /** As yet unsent, so that another hour still makes a difference. */
    private static final String UNSENT =
            "(reminder.state in ('PENDING', 'RETRYING') or (reminder.state = 'SENDING' and not reminder.begun))";

    /** None where the mail that announces the reply comes no earlier than the warning would. */
    private static final String WARN = """
            insert into reminder (workspace_id, id, touchpoint_id, round, occasion, kind, channel, contact_id, rep_id,
                                  due_at, due, send_from, traceparent)
            select reply.workspace_id, ?, reply.touchpoint_id, reply.round, 'WARNING', reply.kind, reply.channel,
                   reply.contact_id, reply.rep_id, reply.due_at, reply.due, t.answer_by - interval '1 hour',
                   reply.traceparent
              from reminder reply
              join touchpoint t on t.workspace_id = reply.workspace_id and t.id = reply.touchpoint_id
             where reply.workspace_id = ? and reply.id = ? and reply.due is not null
               and t.answer_by - interval '1 hour' > reply.send_from
            on conflict (workspace_id, id) do update set send_from = excluded.send_from
             where reminder.send_from <> excluded.send_from and\s""" + UNSENT;

    /** Where they were tried meanwhile the clock runs again, and the manager is told when that one ends, unless they were. */
    private static final String DEFER = """
            update reminder set send_from = t.answer_by from touchpoint t
             where reminder.workspace_id = ? and reminder.id = ? and t.workspace_id = reminder.workspace_id
               and t.id = reminder.touchpoint_id and reminder.send_from < t.answer_by and\s""" + UNSENT;

    private static final String ESCALATE = """
            insert into reminder (workspace_id, id, touchpoint_id, round, occasion, kind, channel, contact_id, rep_id,
                                  due_at, due, send_from, owed_since, traceparent)
            select reply.workspace_id, ?, reply.touchpoint_id, reply.round, 'ESCALATION', reply.kind, reply.channel,
                   reply.contact_id, ?, reply.due_at, reply.due, ?, ?, ?
              from reminder reply
             where reply.workspace_id = ? and reply.id = ? and reply.due is not null
            on conflict (workspace_id, id) do nothing""";

    void store(Connection worker, List<Clock> clocks, List<Ended> ended) throws SQLException {
        tell(worker, clocks);
        warn(worker, clocks);
        defer(worker, clocks);
        escalate(worker, ended);
    }

    private static void tell(Connection worker, List<Clock> clocks) throws SQLException {
        try (PreparedStatement sql = worker.prepareStatement(TELL)) {
            for (Clock clock : clocks) {
                sql.setObject(1, clock.answerBy().atOffset(ZoneOffset.UTC));
                sql.setObject(2, clock.toldAt().atOffset(ZoneOffset.UTC));
                sql.setString(3, clock.workspace());
                sql.setObject(4, clock.touchpointId());
                sql.setObject(5, clock.toldAt().atOffset(ZoneOffset.UTC));
                sql.addBatch();
            }
            sql.executeBatch();
        }
    }

    private static void warn(Connection worker, List<Clock> clocks) throws SQLException {
        try (PreparedStatement sql = worker.prepareStatement(WARN)) {
            for (Clock clock : clocks) {
                sql.setObject(1, clock.reminder(Occasion.WARNING));
                sql.setString(2, clock.workspace());
                sql.setObject(3, clock.reminder(Occasion.REPLY));
                sql.addBatch();
            }
            sql.executeBatch();
        }
    }

    private static void defer(Connection worker, List<Clock> clocks) throws SQLException {
        try (PreparedStatement sql = worker.prepareStatement(DEFER)) {
            for (Clock clock : clocks) {
                sql.setString(1, clock.workspace());
                sql.setObject(2, clock.reminder(Occasion.ESCALATION));
                sql.addBatch();
            }
            sql.executeBatch();
        }
    }

    private static void escalate(Connection worker, List<Ended> ended) throws SQLException {
        try (PreparedStatement sql = worker.prepareStatement(ESCALATE)) {
            for (Ended one : ended) {
                sql.setObject(1, one.reminder(Occasion.ESCALATION));
                sql.setObject(2, one.event().managerId());
                sql.setObject(3, one.event().answerBy().atOffset(ZoneOffset.UTC));
                sql.setObject(4, one.event().owedSince().atOffset(ZoneOffset.UTC));
                sql.setString(5, one.traceparent());
                sql.setString(6, one.contact().workspace());
                sql.setObject(7, one.reminder(Occasion.REPLY));
                sql.addBatch();
            }
            sql.executeBatch();
        }
    }
}
