package io.sevenfold.cadence.unseen;

import static io.sevenfold.delivery.sql.Sql.query;

import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.sql.Row;
import io.sevenfold.events.UnseenContact;
import io.sevenfold.events.WhyNone;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The unseen contacts of those who report to a manager.
 *
 * @param unseen how many there are
 * @param longest the first so many of them, in the order of {@code /v1/unseen}
 */
public record TeamUnseen(int unseen, List<UnseenContact> longest) {

    public static final TeamUnseen NONE = new TeamUnseen(0, List.of());

    private static final String SQL = """
            select * from (
              select r.workspace_id, r.manager_id, k.contact_id, c.owner_id, k.why_none,
                     count(*) over (partition by r.workspace_id, r.manager_id)::int as unseen,
                     row_number() over (partition by r.workspace_id, r.manager_id order by %s) as place
                from rep r
                join contact c on c.workspace_id = r.workspace_id and c.owner_id = r.id
                join connection k on k.workspace_id = c.workspace_id and k.contact_id = c.id
               where (r.workspace_id, r.manager_id) in (select * from unnest(?::text[], ?::uuid[])) and %s) ranked
             where place <= ? order by place""".formatted(UnseenPlace.ORDER, UnseenPlace.AMONG_ALL);

    /** Of each of these managers, by one query; those whose team has none are left out. */
    public static Map<Subject, TeamUnseen> of(Connection connection, Collection<Subject> managers, int atMost)
            throws SQLException {
        Map<Subject, TeamUnseen> teams = new HashMap<>();
        query(
                connection,
                SQL,
                row -> add(row, teams),
                managers.stream().map(Subject::workspace).toList(),
                managers.stream().map(Subject::id).toList(),
                atMost);
        return teams;
    }

    private static boolean add(Row row, Map<Subject, TeamUnseen> teams) throws SQLException {
        int unseen = row.integer("unseen");
        UnseenContact contact = new UnseenContact(
                row.uuid("contact_id"), row.uuid("owner_id"), row.constant("why_none", WhyNone.class));
        return teams.computeIfAbsent(row.subject("manager_id"), manager -> new TeamUnseen(unseen, new ArrayList<>()))
                .longest
                .add(contact);
    }
}
