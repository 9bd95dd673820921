package io.sevenfold.notifier.sending;

import static io.sevenfold.delivery.sql.Sql.query;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sevenfold.delivery.EventJson;
import io.sevenfold.delivery.sql.Row;
import io.sevenfold.events.DayBegun;
import io.sevenfold.notifier.mail.ReminderFacts.Day;
import io.sevenfold.notifier.mail.ReminderFacts.MovedTouch;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What claimed digests tell besides touchpoints (N2). */
final class ClaimedDays {

    private record Of(UUID reminderId, DayBegun told, int overdueMore) {}

    private record MovedOf(UUID reminderId, boolean team, MovedTouch touch) {}

    /** Of what was overdue as the day began, what is still open and not told of one by one. */
    private static final String DAYS = """
            select r.id, r.told,
                   (select count(*)
                      from jsonb_array_elements_text(coalesce(r.told -> 'overdue', '[]')) late(id)
                      left join touchpoint t on t.workspace_id = r.workspace_id and t.id = late.id::uuid
                     where (t.id is null or t.due_round > t.finished_round)
                       and not exists (select from announcement a where a.workspace_id = t.workspace_id
                                        and a.touchpoint_id = t.id and a.round = t.due_round
                                        and (a.left_out is not null or a.reminder_id = r.id)))::int as overdue_more
              from unnest(?::text[], ?::uuid[]) as claimed(workspace_id, id)
              join reminder r using (workspace_id, id)
             where r.occasion = 'DIGEST'""";

    /** The rep's own; and of those they manage, since their own last digest, what has been moved for five days (P5). */
    private static final String MOVED = """
            with day as (
              select r.* from unnest(?::text[], ?::uuid[]) as claimed(workspace_id, id)
                join reminder r using (workspace_id, id) where r.occasion = 'DIGEST'
            ), source as (
              select day.id as mail_id, day.workspace_id, day.rep_id, day.told, false as team from day
              union all
              select day.id, day.workspace_id, rep.id, theirs.told, true
                from day
                join rep on rep.workspace_id = day.workspace_id and rep.manager_id = day.rep_id and rep.id <> day.rep_id
               cross join lateral (
                     select coalesce(max(last.send_from), day.send_from - interval '7 days') as at from reminder last
                      where last.workspace_id = day.workspace_id and last.rep_id = day.rep_id and last.occasion = 'DIGEST'
                        and last.state in ('SENT', 'UNKNOWN') and last.send_from < day.send_from) since
               cross join lateral (
                     select d.told from reminder d
                      where d.workspace_id = rep.workspace_id and d.rep_id = rep.id and d.occasion = 'DIGEST'
                        and d.send_from > since.at and d.send_from <= day.send_from
                      order by d.send_from desc limit 1) theirs
            )
            select source.mail_id, source.team, moved."touchpointId" as touchpoint_id, c.name, c.company, rep.name as rep_name,
                   moved."from" as from_date, moved."to" as to_date, moved.days
              from source
             cross join jsonb_to_recordset(coalesce(source.told -> 'moved', '[]'))
                     as moved("touchpointId" uuid, "contactId" uuid, "from" date, "to" date, days int)
              left join ended_subject e on e.workspace_id = source.workspace_id and e.subject_id = moved."contactId"
              join contact c on c.workspace_id = source.workspace_id and c.id = coalesce(e.merged_into, moved."contactId")
              left join rep on rep.workspace_id = source.workspace_id and rep.id = source.rep_id
             where not c.do_not_contact and (not source.team or moved.days >= 5)
               and not exists (select from announcement a where a.workspace_id = source.workspace_id
                                and a.touchpoint_id = moved."touchpointId" and a.reminder_id = source.mail_id
                                and a.left_out is null)
             order by moved."from", touchpoint_id""";

    private ClaimedDays() {}

    /** By reminder; of none that is no digest. */
    static Map<UUID, Day> read(Connection worker, List<String> workspaces, List<UUID> ids) throws SQLException {
        List<Of> days = query(worker, DAYS, ClaimedDays::day, workspaces, ids);
        if (days.isEmpty()) {
            return Map.of();
        }
        List<MovedOf> moved = query(worker, MOVED, ClaimedDays::moved, workspaces, ids);
        return days.stream().collect(toMap(Of::reminderId, day -> day(day, moved)));
    }

    private static Day day(Of day, List<MovedOf> moved) {
        return new Day(
                day.told().date(),
                day.overdueMore(),
                of(day.reminderId(), moved, false),
                Objects.requireNonNullElse(day.told().load(), List.of()),
                of(day.reminderId(), moved, true));
    }

    private static List<MovedTouch> of(UUID reminder, List<MovedOf> moved, boolean team) {
        return moved.stream()
                .filter(it -> it.reminderId().equals(reminder) && it.team() == team)
                .map(MovedOf::touch)
                .toList();
    }

    private static Of day(Row row) throws SQLException {
        try {
            DayBegun told = EventJson.mapper().readValue(row.text("told"), DayBegun.class);
            return new Of(row.uuid("id"), told, row.integer("overdue_more"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored DayBegun cannot be read", e);
        }
    }

    private static MovedOf moved(Row row) throws SQLException {
        MovedTouch touch = new MovedTouch(
                row.uuid("touchpoint_id"),
                row.text("name"),
                row.text("company"),
                row.text("rep_name"),
                row.date("from_date"),
                row.date("to_date"),
                row.integer("days"));
        return new MovedOf(row.uuid("mail_id"), row.flag("team"), touch);
    }
}
