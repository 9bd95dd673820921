package io.sevenfold.cadence.due;

import static io.sevenfold.delivery.sql.Sql.query;

import io.sevenfold.cadence.planning.DayLevelling.Candidate;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.sql.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The steps that want a place in a day, of each rep and kind the first in P5's order and no more than could matter. */
final class Wishes {

    /** What is locked at once stays small, however much was imported; what is left out has its turn in the next round. */
    private static final int AT_MOST = 100;

    /** One step, and whose day it wants a place in. */
    record Wish(Subject rep, Candidate candidate) {

        Subject contact() {
            return new Subject(rep.workspace(), candidate.contactId());
        }
    }

    private static final String SQL = """
            select * from (
              select t.workspace_id, t.id, t.contact_id, t.owner_id, t.planned_on, t.state = 'DUE' as released,
                     p.last_theirs_at, running.capacity,
                     row_number() over (partition by t.workspace_id, t.owner_id, t.state, t.planned_on < running.day
                                        order by t.planned_on, p.last_theirs_at nulls first, t.id) as place
                from touchpoint t
                join plan p on p.workspace_id = t.workspace_id and p.contact_id = t.contact_id
                join unnest(?::text[], ?::uuid[], ?::date[], ?::int[]) as running(workspace_id, rep_id, day, capacity)
                  on running.workspace_id = t.workspace_id and running.rep_id = t.owner_id
               where t.state in ('PLANNED', 'DUE') and t.due_on <= running.day and t.next
                 and (t.state = 'PLANNED' or ?)) wish
             where place <= greatest(capacity, ?)""";

    private static final String WAITED = """
            select workspace_id, contact_id from (
              select t.workspace_id, t.contact_id, running.capacity,
                     row_number() over (partition by t.workspace_id, t.owner_id order by t.due_on, t.id) as place
                from touchpoint t
                join plan p on p.workspace_id = t.workspace_id and p.contact_id = t.contact_id
                join unnest(?::text[], ?::uuid[], ?::date[], ?::int[]) as running(workspace_id, rep_id, day, capacity)
                  on running.workspace_id = t.workspace_id and running.rep_id = t.owner_id
               where t.state = 'PLANNED' and t.due_on <= running.day and t.kind = 'STEP'
                 and p.waiting_for in ('PAUSE', 'MEETING')) waited
             where place <= greatest(capacity, ?)""";

    private Wishes() {}

    /** Whose pause or meeting is over by these days: their steps want a place too, once they are planned anew. */
    static Set<Subject> waited(Connection connection, List<RepDay> days) throws SQLException {
        return new HashSet<>(query(
                connection,
                WAITED,
                row -> row.subject("contact_id"),
                days.stream().map(day -> day.rep().workspace()).toList(),
                days.stream().map(day -> day.rep().id()).toList(),
                days.stream().map(RepDay::day).toList(),
                days.stream().map(RepDay::capacity).toList(),
                AT_MOST));
    }

    /** @param withThoseDue also what is due from days before: it takes a place too */
    static List<Wish> of(Connection connection, List<RepDay> days, boolean withThoseDue) throws SQLException {
        return query(
                connection,
                SQL,
                Wishes::wish,
                days.stream().map(day -> day.rep().workspace()).toList(),
                days.stream().map(day -> day.rep().id()).toList(),
                days.stream().map(RepDay::day).toList(),
                days.stream().map(RepDay::capacity).toList(),
                withThoseDue,
                AT_MOST);
    }

    private static Wish wish(Row row) throws SQLException {
        return new Wish(
                row.subject("owner_id"),
                new Candidate(
                        row.uuid("id"),
                        row.uuid("contact_id"),
                        row.date("planned_on"),
                        row.flag("released"),
                        row.instant("last_theirs_at")));
    }
}
