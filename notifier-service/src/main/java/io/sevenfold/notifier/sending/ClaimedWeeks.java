package io.sevenfold.notifier.sending;

import static io.sevenfold.delivery.sql.Sql.query;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sevenfold.delivery.EventJson;
import io.sevenfold.delivery.sql.Row;
import io.sevenfold.events.TeamWeekBegun;
import io.sevenfold.notifier.mail.ReminderFacts.TeamWeek;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the claimed mails of managers' weeks tell. */
final class ClaimedWeeks {

    private record Of(UUID reminderId, TeamWeekBegun told) {}

    private record Name(UUID reminderId, boolean rep, UUID id, String name) {}

    private static final String WEEKS = """
            select r.id, r.told from unnest(?::text[], ?::uuid[]) as claimed(workspace_id, id)
              join reminder r using (workspace_id, id) where r.occasion = 'TEAM'""";

    private static final String NAMES = """
            with week as (
              select r.* from unnest(?::text[], ?::uuid[]) as claimed(workspace_id, id)
                join reminder r using (workspace_id, id) where r.occasion = 'TEAM'
            ), named as (
              select week.workspace_id, week.id as mail_id, (part.it ->> 'repId')::uuid as rep_id,
                     (part.it ->> 'contactId')::uuid as contact_id
                from week cross join jsonb_array_elements(
                       coalesce(week.told -> 'persistence', '[]') || coalesce(week.told -> 'longestUnseen', '[]')
                       || coalesce(week.told -> 'repliesOverdue', '[]')) part(it)
            )
            select named.mail_id, true as rep, rep.id, rep.name
              from named join rep on rep.workspace_id = named.workspace_id and rep.id = named.rep_id
            union
            select named.mail_id, false, c.id, c.name
              from named join contact c on c.workspace_id = named.workspace_id and c.id = named.contact_id""";

    private ClaimedWeeks() {}

    /** By reminder; of none that is no manager's week. */
    static Map<UUID, TeamWeek> read(Connection worker, List<String> workspaces, List<UUID> ids) throws SQLException {
        List<Of> weeks = query(worker, WEEKS, ClaimedWeeks::week, workspaces, ids);
        if (weeks.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<Name>> names = query(worker, NAMES, ClaimedWeeks::name, workspaces, ids).stream()
                .collect(groupingBy(Name::reminderId));
        return weeks.stream().collect(toMap(Of::reminderId, week -> {
            List<Name> of = names.getOrDefault(week.reminderId(), List.of());
            return new TeamWeek(week.told(), names(of, true), names(of, false));
        }));
    }

    private static Map<UUID, String> names(List<Name> names, boolean reps) {
        return names.stream().filter(it -> it.rep() == reps).collect(toMap(Name::id, Name::name));
    }

    private static Of week(Row row) throws SQLException {
        try {
            return new Of(row.uuid("id"), EventJson.mapper().readValue(row.text("told"), TeamWeekBegun.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored TeamWeekBegun cannot be read", e);
        }
    }

    private static Name name(Row row) throws SQLException {
        return new Name(row.uuid("mail_id"), row.flag("rep"), row.uuid("id"), row.text("name"));
    }
}
