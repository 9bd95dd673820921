package io.sevenfold.cadence.plan;

import static io.sevenfold.delivery.sql.Sql.update;

import io.sevenfold.cadence.planning.Planner;
import io.sevenfold.delivery.OutgoingEvent;
import io.sevenfold.delivery.Subject;
import io.sevenfold.events.Interaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Derives plans and connections anew from the facts, stores what changed and says what to tell the others. The only way a plan changes: who
 * learns of a fact writes it, then asks for this, in the same transaction and under the contacts' locks.
 */
public final class Replanning {

    private Replanning() {}

    /**
     * Plans these contacts anew.
     *
     * @param causes the trace of what happened, by contact; a contact without one stays in the trace of its last change
     * @param now by the domain clock
     * @return the events to append to the outbox in this transaction
     */
    public static List<OutgoingEvent> replan(
            Connection connection, Collection<Subject> contacts, Map<Subject, String> causes, Instant now)
            throws SQLException {
        return replan(connection, contacts, causes, Map.of(), now);
    }

    /** The same after a touchpoint was completed here: {@code completions} are the interactions that made, by their id. */
    public static List<OutgoingEvent> replan(
            Connection connection,
            Collection<Subject> contacts,
            Map<Subject, String> causes,
            Map<UUID, Interaction> completions,
            Instant now)
            throws SQLException {
        List<PlanUpdate> updates = new ArrayList<>();
        List<OutgoingEvent> events = new ArrayList<>();
        Connections connections = Connections.of(connection, contacts);
        PersistenceTable persistence = PersistenceTable.of(connection, contacts);
        for (ContactFacts facts : Facts.of(connection, contacts)) {
            PlanUpdate update =
                    new PlanUpdate(facts, Planner.plan(facts.situation(), now), causes.get(facts.contact()), now);
            connections.derive(update, now);
            persistence.derive(facts, update.plan);
            if (!update.isEmpty()) {
                updates.add(update);
                events.addAll(PlanEvents.of(update, completions, now));
            }
        }
        PlanTables.write(connection, updates, now);
        persistence.write();
        events.addAll(connections.write());
        return events;
    }

    /**
     * Asks for all contacts of these reps, and of those for whom they stand in, to be planned anew soon, in batches: something about the
     * reps changed.
     */
    public static void request(Connection connection, Collection<Subject> reps) throws SQLException {
        request(
                connection,
                StandIns.dependingOn(connection, reps),
                "select workspace_id, id from contact where (workspace_id, owner_id)");
    }

    /** The same for all contacts of a workspace: something about all of its planning changed. */
    public static void request(Connection connection, String workspace) throws SQLException {
        update(connection, """
                insert into replan_request (workspace_id, contact_id)
                select workspace_id, id from contact where workspace_id = ? order by 1, 2
                on conflict (workspace_id, contact_id) do update set contact_id = excluded.contact_id""", workspace);
    }

    /** The same for those of their contacts whose plan waits: its dates are shown as if the wait ended today. */
    public static void requestWaiting(Connection connection, Collection<Subject> reps) throws SQLException {
        request(
                connection,
                StandIns.dependingOn(connection, reps),
                "select workspace_id, contact_id from plan where waiting_for is not null and (workspace_id, owner_id)");
    }

    /** What is asked for already is touched too, so that whoever works it off waits for what is asked for now. */
    private static void request(Connection connection, Collection<Subject> owners, String contactsOfOwners)
            throws SQLException {
        update(
                connection,
                "insert into replan_request (workspace_id, contact_id) " + contactsOfOwners
                        + " in (select * from unnest(?::text[], ?::uuid[])) order by 1, 2"
                        + " on conflict (workspace_id, contact_id) do update set contact_id = excluded.contact_id",
                owners.stream().map(Subject::workspace).toList(),
                owners.stream().map(Subject::id).toList());
    }
}
