package io.sevenfold.cadence.plan;

import static io.sevenfold.delivery.sql.Sql.batch;
import static io.sevenfold.delivery.sql.Sql.query;

import io.sevenfold.cadence.planning.Lateness;
import io.sevenfold.cadence.planning.Owed;
import io.sevenfold.cadence.planning.Persistence;
import io.sevenfold.cadence.planning.Plan;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.sql.Row;
import io.sevenfold.events.EndReason;
import io.sevenfold.events.Purpose;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** How far each enrollment came, derived from the same facts as the plans and kept for "where we give up". */
final class PersistenceTable {

    private record Key(String workspace, UUID enrollment) {}

    private record Stored(UUID rep, Persistence persistence) {

        /** An enrollment that ended stays with whoever owned the contact then. */
        Stored after(Stored before) {
            boolean hadEnded = before != null && before.persistence.endReason() != null;
            return hadEnded && persistence.endReason() != null ? new Stored(before.rep, persistence) : this;
        }
    }

    private final Connection connection;
    private final Map<Key, Stored> known = new HashMap<>();
    private final Map<Key, Stored> changed = new HashMap<>();
    private final Set<Key> gone = new HashSet<>();

    private PersistenceTable(Connection connection) {
        this.connection = connection;
    }

    /** As it was derived last, of these contacts' enrollments. */
    static PersistenceTable of(Connection connection, Collection<Subject> contacts) throws SQLException {
        PersistenceTable table = new PersistenceTable(connection);
        query(
                connection,
                """
                select p.* from persistence p
                  join enrollment e on e.workspace_id = p.workspace_id and e.id = p.enrollment_id
                  join unnest(?::text[], ?::uuid[]) as wanted(workspace_id, contact_id)
                    on wanted.workspace_id = e.workspace_id and wanted.contact_id = e.contact_id""",
                row -> table.known.put(new Key(row.text("workspace_id"), row.uuid("enrollment_id")), stored(row)),
                contacts.stream().map(Subject::workspace).toList(),
                contacts.stream().map(Subject::id).toList());
        return table;
    }

    /** Derives that of the enrollments of a contact whose plan was just derived. */
    void derive(ContactFacts facts, Plan plan) {
        String workspace = facts.contact().workspace();
        UUID owner = facts.owner() == null ? null : facts.ownerId();
        facts.enrollments().keySet().forEach(id -> gone.add(new Key(workspace, id)));
        for (Persistence it : Persistence.of(facts.situation(), plan)) {
            Key key = new Key(workspace, it.enrollmentId());
            Stored before = known.get(key);
            Stored after = new Stored(owner, it).after(before);
            gone.remove(key);
            if (!after.equals(before)) {
                changed.put(key, after);
            }
        }
    }

    /** Stores what is not as it was, in one batch; what was corrected away is counted no more (P11). */
    void write() throws SQLException {
        batch(connection, """
                insert into persistence (workspace_id, enrollment_id, rep_id, cadence_id, purpose, started_on, touches,
                                         replied_after, end_reason, late_2, late_5, late_10, later, owed_open, owed_1,
                                         owed_4, owed_24, owed_72, owed_longer)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (workspace_id, enrollment_id) do update set rep_id = excluded.rep_id,
                  cadence_id = excluded.cadence_id, purpose = excluded.purpose, started_on = excluded.started_on,
                  touches = excluded.touches, replied_after = excluded.replied_after, end_reason = excluded.end_reason,
                  late_2 = excluded.late_2, late_5 = excluded.late_5, late_10 = excluded.late_10, later = excluded.later,
                  owed_open = excluded.owed_open, owed_1 = excluded.owed_1, owed_4 = excluded.owed_4,
                  owed_24 = excluded.owed_24, owed_72 = excluded.owed_72, owed_longer = excluded.owed_longer""", changed.entrySet(), it -> columns(it.getKey(), it.getValue()));
        gone.retainAll(known.keySet());
        batch(connection, "delete from persistence where workspace_id = ? and enrollment_id = ?", gone, key ->
                new Object[] {key.workspace, key.enrollment});
    }

    private static Object[] columns(Key key, Stored stored) {
        Persistence it = stored.persistence;
        Lateness late = it.lateness();
        Owed owed = it.owed();
        return new Object[] {
            key.workspace,
            key.enrollment,
            stored.rep,
            it.cadenceId(),
            it.purpose(),
            it.startedOn(),
            it.touches(),
            it.repliedAfter(),
            it.endReason(),
            late.twoDays(),
            late.fiveDays(),
            late.tenDays(),
            late.longer(),
            owed.open(),
            owed.hour(),
            owed.fourHours(),
            owed.day(),
            owed.threeDays(),
            owed.longer()
        };
    }

    private static Stored stored(Row row) throws SQLException {
        Lateness late = new Lateness(
                row.integer("late_2"), row.integer("late_5"), row.integer("late_10"), row.integer("later"));
        Owed owed = new Owed(
                row.integer("owed_open"),
                row.integer("owed_1"),
                row.integer("owed_4"),
                row.integer("owed_24"),
                row.integer("owed_72"),
                row.integer("owed_longer"));
        return new Stored(
                row.uuid("rep_id"),
                new Persistence(
                        row.uuid("enrollment_id"),
                        row.uuid("cadence_id"),
                        row.constant("purpose", Purpose.class),
                        row.date("started_on"),
                        row.integer("touches"),
                        row.integer("replied_after"),
                        row.constant("end_reason", EndReason.class),
                        late,
                        owed));
    }
}
