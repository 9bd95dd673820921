package io.sevenfold.cadence.due;

import static io.sevenfold.delivery.sql.Sql.batch;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import io.sevenfold.cadence.due.Wishes.Wish;
import io.sevenfold.cadence.plan.Replanning;
import io.sevenfold.cadence.planning.DayLevelling;
import io.sevenfold.cadence.planning.DayLevelling.Candidate;
import io.sevenfold.delivery.OutgoingEvent;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.Subjects;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Releases what has a place in some running days, many reps at a time (P5): writes who found a place and who did not as facts,
 * and plans those contacts anew, which makes them due.
 */
final class Release {

    private record Placed(RepDay day, Candidate candidate) {}

    private final Connection connection;
    private final Instant now;

    private Release(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    /**
     * Begins days and levels them: also what is due from days before takes its places, and the plans of all who wait or are
     * overdue are shown as of today.
     *
     * @param coming days whose time has come, as they looked before anything was locked
     */
    static List<OutgoingEvent> atDayBegin(Connection connection, List<RepDay> coming, Instant now) throws SQLException {
        return new Release(connection, now).begin(coming);
    }

    /** Of running days, which are locked: what has come up since they began. */
    static List<OutgoingEvent> arrivals(Connection connection, List<RepDay> days, Instant now) throws SQLException {
        Release release = new Release(connection, now);
        Set<Subject> contacts = contacts(Wishes.of(connection, days, false));
        Subjects.lock(connection, contacts);
        return release.level(days, contacts, false);
    }

    private List<OutgoingEvent> begin(List<RepDay> coming) throws SQLException {
        Set<Subject> reps = coming.stream().map(RepDay::rep).collect(toSet());
        List<RepDay> days = coming.stream().filter(day -> day.day() != null).toList();
        Set<Subject> waited = Wishes.waited(connection, days);
        Set<Subject> contacts = new HashSet<>(waited);
        contacts.addAll(contacts(Wishes.of(connection, days, true)));
        Set<Subject> all = new HashSet<>(reps);
        all.addAll(contacts);
        Subjects.lock(connection, all);
        List<RepDay> begun = RepDays.begin(connection, reps, now);
        Replanning.requestWaiting(connection, begun.stream().map(RepDay::rep).toList());
        List<OutgoingEvent> events = Replanning.replan(connection, waited, Map.of(), now);
        events.addAll(level(begun, contacts, true));
        events.addAll(DayReport.of(connection, begun, now));
        return events;
    }

    /** Of the contacts locked, for what changed before their locks were ours is seen now. */
    private List<OutgoingEvent> level(List<RepDay> days, Set<Subject> contacts, boolean dayBegins) throws SQLException {
        Map<Subject, List<Candidate>> wishes = Wishes.of(connection, days, dayBegins).stream()
                .filter(wish -> contacts.contains(wish.contact()))
                .collect(groupingBy(Wish::rep, mapping(Wish::candidate, toList())));
        List<Placed> released = new ArrayList<>();
        List<Placed> passedOver = new ArrayList<>();
        List<RepDay> levelled = new ArrayList<>();
        for (RepDay day : days) {
            DayLevelling result = DayLevelling.of(
                    day.day(), day.capacity(), day.capacity() - day.used(), wishes.getOrDefault(day.rep(), List.of()));
            result.release().forEach(candidate -> released.add(new Placed(day, candidate)));
            result.passedOver().forEach(candidate -> passedOver.add(new Placed(day, candidate)));
            levelled.add(day.taking(result.used()));
        }
        RepDays.save(connection, levelled, now);
        write(released, passedOver);
        return Replanning.replan(connection, contacts, Map.of(), now);
    }

    private static Set<Subject> contacts(List<Wish> wishes) {
        return wishes.stream().map(Wish::contact).collect(toSet());
    }

    private void write(List<Placed> released, List<Placed> passedOver) throws SQLException {
        batch(connection, """
                insert into release (workspace_id, touchpoint_id, released_on, contact_id, rep_id, released_at, basis)
                select workspace_id, id, ?, contact_id, ?, ?, basis from touchpoint where workspace_id = ? and id = ?
                on conflict do nothing""", released, it -> new Object[] {
            it.day.day(), it.day.rep().id(), now, it.day.rep().workspace(), it.candidate.touchpointId()
        });
        batch(connection, """
                insert into passed_over (workspace_id, touchpoint_id, day, contact_id, rep_id)
                values (?, ?, ?, ?, ?) on conflict do nothing""", passedOver, it -> new Object[] {
            it.day.rep().workspace(),
            it.candidate.touchpointId(),
            it.day.day(),
            it.candidate.contactId(),
            it.day.rep().id()
        });
    }
}
