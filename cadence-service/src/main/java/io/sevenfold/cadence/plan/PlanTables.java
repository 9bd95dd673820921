package io.sevenfold.cadence.plan;

import static io.sevenfold.delivery.sql.Sql.batch;

import io.sevenfold.cadence.planning.PlannedTouchpoint;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes derived plans: one batch for the heads, one for the touchpoints that changed. */
final class PlanTables {

    private PlanTables() {}

    /**
     * An overdue touchpoint stands in its rep's calendar a day later each day and counts that as a change (RFC 5545, 3.8.7.4). When it
     * changes it may not be overdue any more, so {@code changes} takes on the days it was: as many as there can be in any zone, whose
     * dates are ahead of UTC's by one at most.
     */
    static void write(Connection connection, List<PlanUpdate> updates, Instant now) throws SQLException {
        batch(connection, """
                insert into plan (workspace_id, contact_id, version, enrollment_id, owner_id, state, waiting_for, end_reason,
                                  ended_at, last_theirs_at, traceparent)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (workspace_id, contact_id) do update set version = excluded.version,
                  enrollment_id = excluded.enrollment_id, owner_id = excluded.owner_id, state = excluded.state,
                  waiting_for = excluded.waiting_for, end_reason = excluded.end_reason, ended_at = excluded.ended_at,
                  last_theirs_at = excluded.last_theirs_at, traceparent = excluded.traceparent""", updates, PlanTables::head);
        List<Object[]> enrollments = new ArrayList<>();
        for (PlanUpdate update : updates) {
            update.enrollments.forEach(enrollment -> enrollments.add(enrollment(update, enrollment)));
        }
        batch(connection, """
                insert into enrollment as known (workspace_id, id, contact_id, cadence_id, cadence_version, started_at, follow_on,
                                        end_reason, ended_at, words, applied_version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (workspace_id, id) do update set started_at = excluded.started_at,
                  cadence_id = excluded.cadence_id,
                  cadence_version = case when known.follow_on then excluded.cadence_version else known.cadence_version end,
                  end_reason = excluded.end_reason, ended_at = excluded.ended_at, words = excluded.words,
                  applied_version = excluded.applied_version""", enrollments, row -> row);
        List<Object[]> touchpoints = new ArrayList<>();
        for (PlanUpdate update : updates) {
            update.changes.forEach(change -> touchpoints.add(touchpoint(update, change.after(), now)));
        }
        batch(connection, """
                insert into touchpoint as known (workspace_id, id, contact_id, enrollment_id, owner_id, step, kind, state, channel,
                                        intent, guidance, due_on, planned_on, reasons, next, round, due_since, closed_at,
                                        closed_by, owed_since, answer_by, basis, changed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (workspace_id, id) do update set owner_id = excluded.owner_id, state = excluded.state,
                  channel = excluded.channel, intent = excluded.intent, guidance = excluded.guidance,
                  due_on = excluded.due_on, planned_on = excluded.planned_on, reasons = excluded.reasons,
                  next = excluded.next, round = excluded.round, due_since = excluded.due_since,
                  closed_at = excluded.closed_at, closed_by = excluded.closed_by, owed_since = excluded.owed_since,
                  answer_by = excluded.answer_by, basis = excluded.basis, changed_at = excluded.changed_at,
                  changes = known.changes + 1
                    + greatest(0, (excluded.changed_at at time zone 'UTC')::date + 1 - known.due_on),
                  previous_owner_id = case when excluded.owner_id is distinct from known.owner_id
                    then coalesce(known.owner_id, known.previous_owner_id) else known.previous_owner_id end""", touchpoints, row -> row);
    }

    private static Object[] head(PlanUpdate update) {
        StoredPlan head = update.head;
        return new Object[] {
            update.facts.contact().workspace(),
            update.facts.contact().id(),
            head.version(),
            head.enrollmentId(),
            head.ownerId(),
            head.state(),
            head.waitingFor(),
            head.endReason(),
            head.endedAt(),
            head.lastTheirs(),
            head.traceparent()
        };
    }

    private static Object[] enrollment(PlanUpdate update, StoredEnrollment it) {
        return new Object[] {
            update.facts.contact().workspace(),
            it.id(),
            update.facts.contact().id(),
            it.cadence().id(),
            it.cadence().version(),
            it.startedAt(),
            it.followOn(),
            it.endReason(),
            it.endedAt(),
            it.words(),
            it.cadence().version()
        };
    }

    private static Object[] touchpoint(PlanUpdate update, StoredTouchpoint stored, Instant now) {
        PlannedTouchpoint it = stored.touchpoint();
        return new Object[] {
            update.facts.contact().workspace(),
            it.id(),
            update.facts.contact().id(),
            it.enrollmentId(),
            stored.ownerId(),
            it.step(),
            it.kind(),
            it.state(),
            it.channel(),
            it.intent(),
            it.guidance(),
            it.dueOn(),
            it.plannedOn(),
            StoredReasons.write(it.reasons()),
            it.next(),
            stored.round(),
            stored.dueSince(),
            it.closedAt(),
            it.closedBy(),
            it.owedSince(),
            it.answerBy(),
            it.basis(),
            now
        };
    }
}
