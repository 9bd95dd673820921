package io.sevenfold.notifier.sending;

import static io.sevenfold.delivery.sql.Sql.query;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sevenfold.delivery.EventJson;
import io.sevenfold.delivery.sql.Row;
import io.sevenfold.events.Channel;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.Stage;
import io.sevenfold.events.TouchpointDue;
import io.sevenfold.notifier.mail.ReminderFacts.Happened;
import io.sevenfold.notifier.mail.ReminderFacts.Item;
import io.sevenfold.notifier.mail.ReminderFacts.Owed;
import io.sevenfold.notifier.mail.ReminderFacts.Person;
import io.sevenfold.notifier.reminder.Occasion;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The touchpoints that claimed mails tell of, in the order of the queue: replies owed first, the longest owed first (principle 8). */
final class ClaimedItems {

    private record Of(UUID reminderId, Item item) {}

    private static final String ANNOUNCED = """
            select r.id as mail_id, true as announced, a.*
              from unnest(?::text[], ?::uuid[]) as claimed(workspace_id, id)
              join reminder r using (workspace_id, id)
              join announcement a on a.workspace_id = r.workspace_id and a.reminder_id = r.id and a.left_out is null""";

    /** Replies owed stand in every digest (N1); who gets both kinds of mail sees in it also what today's others told. */
    private static final String LISTED = """
            select r.id as mail_id, false as announced, a.*
              from unnest(?::text[], ?::uuid[]) as claimed(workspace_id, id)
              join reminder r using (workspace_id, id)
              left join preference p on p.workspace_id = r.workspace_id and p.rep_id = r.rep_id
             cross join lateral (
                   select named::uuid as id
                     from jsonb_array_elements_text(coalesce(r.told -> 'replies', '[]') || coalesce(r.told -> 'due', '[]')) named
                    union
                   select recent.touchpoint_id from announcement recent
                    where recent.workspace_id = r.workspace_id and recent.rep_id = r.rep_id
                      and recent.created_at >= r.created_at and recent.occasion in ('DUE', 'REPLY')) candidate
              join touchpoint t on t.workspace_id = r.workspace_id and t.id = candidate.id and t.due_round > t.finished_round
              join announcement a on a.workspace_id = t.workspace_id and a.touchpoint_id = t.id and a.round = t.due_round
                                 and a.rep_id = r.rep_id
             where r.occasion = 'DIGEST' and a.due is not null and a.left_out is null and a.reminder_id is distinct from r.id
               and (a.occasion = 'REPLY' or a.occasion = 'DUE' and p.mails = 'BOTH')""";

    private static final String ITEMS = """
            with item as (""" + ANNOUNCED + " union all " + LISTED + """
            )
            select a.mail_id, a.occasion, a.due, a.announced, a.owed_since,
                   c.id, c.name, c.email, c.phone, c.company, c.title, c.time_zone, c.do_not_contact, k.stage,
                   last.id as last_id, last.rep_id as last_rep, last_rep.name as last_rep_name,
                   last.direction as last_direction, last.channel as last_channel, last.outcome as last_outcome,
                   last.occurred_at as last_at, last.gave as last_gave, last.note as last_note,
                   theirs.id as theirs_id, theirs.rep_id as theirs_rep, theirs_rep.name as theirs_rep_name,
                   theirs.direction as theirs_direction, theirs.channel as theirs_channel,
                   theirs.outcome as theirs_outcome, theirs.occurred_at as theirs_at, theirs.gave as theirs_gave,
                   theirs.note as theirs_note, owing.name as owing_name,
                   coalesce(t.answer_by, (a.due ->> 'answerBy')::timestamptz) as answer_by
              from item a
              join contact c on c.workspace_id = a.workspace_id and c.id = a.contact_id
              left join touchpoint t on t.workspace_id = a.workspace_id and t.id = a.touchpoint_id
              left join connection k on k.workspace_id = a.workspace_id and k.contact_id = a.contact_id
              left join rep owing on owing.workspace_id = a.workspace_id and owing.id = (a.due ->> 'repId')::uuid
              left join lateral (
                select * from interaction i
                 where i.workspace_id = a.workspace_id and i.contact_id = a.contact_id and not i.removed
                 order by i.occurred_at desc, i.direction desc, i.id desc limit 1) last on true
              left join lateral (
                select * from interaction i
                 where i.workspace_id = a.workspace_id and i.contact_id = a.contact_id and not i.removed
                   and i.direction = 'INBOUND' and i.outcome <> 'AUTO_REPLY'
                 order by i.occurred_at desc, i.id desc limit 1) theirs on true
              left join rep last_rep on last_rep.workspace_id = a.workspace_id and last_rep.id = last.rep_id
              left join rep theirs_rep on theirs_rep.workspace_id = a.workspace_id and theirs_rep.id = theirs.rep_id
             order by a.kind <> 'REPLY_OWED', a.due #>> '{touchpoint,dueOn}', a.due_at, a.touchpoint_id, a.occasion""";

    private ClaimedItems() {}

    /** By reminder. */
    static Map<UUID, List<Item>> read(Connection worker, List<String> workspaces, List<UUID> ids) throws SQLException {
        return query(worker, ITEMS, ClaimedItems::item, workspaces, ids, workspaces, ids).stream()
                .collect(groupingBy(Of::reminderId, mapping(Of::item, toList())));
    }

    private static Of item(Row row) throws SQLException {
        Person contact = new Person(
                row.uuid("id"),
                row.text("name"),
                row.text("email"),
                row.text("phone"),
                row.text("company"),
                row.text("title"),
                row.text("time_zone"),
                row.flag("do_not_contact"));
        Item item = new Item(
                row.constant("occasion", Occasion.class),
                due(row.text("due")),
                contact,
                row.constant("stage", Stage.class),
                happened(row, "last"),
                happened(row, "theirs"),
                new Owed(row.text("owing_name"), row.instant("owed_since"), row.instant("answer_by")),
                row.flag("announced"));
        return new Of(row.uuid("mail_id"), item);
    }

    private static Happened happened(Row row, String which) throws SQLException {
        UUID id = row.uuid(which + "_id");
        return id == null
                ? null
                : new Happened(
                        id,
                        row.uuid(which + "_rep"),
                        row.text(which + "_rep_name"),
                        row.constant(which + "_direction", Direction.class),
                        row.constant(which + "_channel", Channel.class),
                        row.constant(which + "_outcome", Outcome.class),
                        row.instant(which + "_at"),
                        row.text(which + "_gave"),
                        row.text(which + "_note"));
    }

    private static TouchpointDue due(String json) {
        try {
            return EventJson.mapper().readValue(json, TouchpointDue.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored TouchpointDue cannot be read", e);
        }
    }
}
