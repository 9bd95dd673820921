package io.sevenfold.notifier.inbound;

import static io.sevenfold.delivery.sql.Sql.batch;

import io.sevenfold.delivery.Subject;
import io.sevenfold.events.ReplyOverdue;
import io.sevenfold.notifier.announcement.AnnouncementId;
import io.sevenfold.notifier.reminder.Occasion;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What the clock of a reply owed makes: a warning an hour before it ends and, once it has ended, word to the manager (N3). Both are
 * made from what announced the reply, so that none is made of one that was never announced or whose contact is erased.
 */
@ApplicationScoped
class ReplyClockRows {

    /** When the clock of a touchpoint's round ends, as was said at {@code toldAt}. */
    record Clock(String workspace, UUID touchpointId, int round, Instant answerBy, Instant toldAt) {

        UUID announcement(Occasion occasion) {
            return AnnouncementId.of(workspace, touchpointId, round, occasion);
        }
    }

    /** A clock that has ended. */
    record Ended(Subject contact, ReplyOverdue event, String traceparent) {

        UUID announcement(Occasion occasion) {
            return AnnouncementId.of(contact.workspace(), event.touchpointId(), event.round(), occasion);
        }
    }

    private static final String TELL = """
            update touchpoint set answer_by = ?, answer_by_told_at = ?
             where workspace_id = ? and id = ? and (answer_by_told_at is null or answer_by_told_at <= ?)""";

    /** As yet unsent, so that another hour still makes a difference. */
    private static final String UNSENT = """
            announcement.left_out is null
             and not exists (select from reminder r
                              where r.workspace_id = announcement.workspace_id and r.id = announcement.reminder_id
                                and (r.begun or r.state not in ('PENDING', 'RETRYING', 'SENDING')))""";

    /** None where the mail that announces the reply comes no earlier than the warning would. */
    private static final String WARN = """
            insert into announcement (workspace_id, id, touchpoint_id, round, occasion, kind, channel, contact_id, rep_id,
                                      due_at, due, tell_from, traceparent)
            select reply.workspace_id, ?, reply.touchpoint_id, reply.round, 'WARNING', reply.kind, reply.channel,
                   reply.contact_id, reply.rep_id, reply.due_at, reply.due, t.answer_by - interval '1 hour',
                   reply.traceparent
              from announcement reply
              join touchpoint t on t.workspace_id = reply.workspace_id and t.id = reply.touchpoint_id
             where reply.workspace_id = ? and reply.id = ? and reply.due is not null
               and t.answer_by - interval '1 hour' > reply.tell_from
            on conflict (workspace_id, id) do update set tell_from = excluded.tell_from
             where announcement.tell_from <> excluded.tell_from and\s""" + UNSENT;

    /** Where they were tried meanwhile the clock runs again, and the manager is told when that one ends, unless they were. */
    private static final String DEFER = """
            update announcement set tell_from = t.answer_by from touchpoint t
             where announcement.workspace_id = ? and announcement.id = ? and t.workspace_id = announcement.workspace_id
               and t.id = announcement.touchpoint_id and announcement.tell_from < t.answer_by and\s""" + UNSENT;

    private static final String ESCALATE = """
            insert into announcement (workspace_id, id, touchpoint_id, round, occasion, kind, channel, contact_id, rep_id,
                                      due_at, due, tell_from, owed_since, traceparent)
            select reply.workspace_id, ?, reply.touchpoint_id, reply.round, 'ESCALATION', reply.kind, reply.channel,
                   reply.contact_id, ?, reply.due_at, reply.due, ?, ?, ?
              from announcement reply
             where reply.workspace_id = ? and reply.id = ? and reply.due is not null
            on conflict (workspace_id, id) do nothing""";

    void store(Connection worker, List<Clock> clocks, List<Ended> ended) throws SQLException {
        batch(worker, TELL, clocks, it ->
                new Object[] {it.answerBy(), it.toldAt(), it.workspace(), it.touchpointId(), it.toldAt()});
        batch(worker, WARN, clocks, it ->
                new Object[] {it.announcement(Occasion.WARNING), it.workspace(), it.announcement(Occasion.REPLY)});
        batch(worker, DEFER, clocks, it -> new Object[] {it.workspace(), it.announcement(Occasion.ESCALATION)});
        batch(worker, ESCALATE, ended, it -> new Object[] {
            it.announcement(Occasion.ESCALATION),
            it.event().managerId(),
            it.event().answerBy(),
            it.event().owedSince(),
            it.traceparent(),
            it.contact().workspace(),
            it.announcement(Occasion.REPLY)
        });
    }
}
